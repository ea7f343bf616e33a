import type { Issue } from '../../issue.ts';
import { maxConditionDepth } from './read-condition.ts';
import type { RuleReader } from './rule-reader.ts';
import type { JsonCondition, RootCondition } from './rule-set.ts';

type Path = Issue['path'];

/**
 * Finds references between conditions that lead nowhere, in a circle, or more than 200 levels deep when followed.
 * @param missing a reference to nothing is a problem
 */
export function checkReferences(
  reader: RuleReader,
  rules: readonly { conditions: RootCondition; path: Path }[],
  shared: ReadonlyMap<string, RootCondition>,
  missing: boolean,
): void {
  const walk = new ReferenceWalk(reader, shared, missing);
  for (const name of shared.keys()) walk.follow(name, ['conditions', name], 0);
  for (const { conditions, path } of rules) walk.measure(conditions, path, 0);
}

/** Measures how deep conditions are, each shared one once; Infinity for what was reported. */
class ReferenceWalk {
  private readonly depths = new Map<string, number>();
  /** The shared conditions that are being measured. */
  private readonly open = new Set<string>();
  private readonly reader: RuleReader;
  private readonly shared: ReadonlyMap<string, RootCondition>;
  private readonly missing: boolean;

  constructor(reader: RuleReader, shared: ReadonlyMap<string, RootCondition>, missing: boolean) {
    this.reader = reader;
    this.shared = shared;
    this.missing = missing;
  }

  /** @param level how many conditions enclose this one */
  measure(condition: JsonCondition, path: Path, level: number): number {
    if (level >= maxConditionDepth) return this.tooDeep(path);
    if ('all' in condition) return 1 + this.deepest(condition.all, [...path, 'all'], level + 1);
    if ('any' in condition) return 1 + this.deepest(condition.any, [...path, 'any'], level + 1);
    if ('not' in condition) return 1 + this.measure(condition.not, [...path, 'not'], level + 1);
    return 'condition' in condition ? 1 + this.follow(condition.condition, [...path, 'condition'], level + 1) : 1;
  }

  follow(name: string, path: Path, level: number): number {
    const known = this.depths.get(name);
    if (known !== undefined)
      return level + known > maxConditionDepth && known !== Infinity ? this.tooDeep(path) : known;
    const condition = this.shared.get(name);
    if (condition === undefined) {
      const params = { condition: name, known: [...this.shared.keys()].slice(0, 20) };
      if (this.missing) this.reader.report('missing_condition', path, params);
      return 0;
    }
    if (this.open.has(name)) {
      this.reader.report('cyclic_condition', path, { condition: name, circle: [...this.open].slice(-20) });
      return Infinity;
    }
    this.open.add(name);
    const depth = this.measure(condition, ['conditions', name], level);
    this.open.delete(name);
    this.depths.set(name, depth);
    return depth;
  }

  private deepest(parts: readonly JsonCondition[], path: Path, level: number): number {
    let depth = 0;
    for (const [index, part] of parts.entries()) depth = Math.max(depth, this.measure(part, [...path, index], level));
    return depth;
  }

  private tooDeep(path: Path): number {
    this.reader.report('conditions_too_deep', path, { limit: maxConditionDepth });
    return Infinity;
  }
}
