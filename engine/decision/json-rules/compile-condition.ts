import type { JsonValue } from '../../json.ts';
import type {
  CompiledCondition,
  CompiledGroup,
  CompiledLeaf,
  CompiledNot,
  CompiledPlace,
  MissingCondition,
} from './compiled-condition.ts';
import { parseOperator } from './rule-operators.ts';
import { parseRulePath } from './rule-path.ts';
import {
  isFactReference,
  type FactCondition,
  type FactReference,
  type JsonCondition,
  type RootCondition,
} from './rule-set.ts';

/** Chosen: a longer constant is not compared with others to find equal conditions; a list of 10 MB stays one list of 10 MB. */
const maxKeyLength = 1000;

/** Makes conditions ready to run and gives equal ones, wherever they stand in the rule set, one number. */
export class ConditionCompiler {
  readonly conditions: CompiledCondition[] = [];
  readonly places: CompiledPlace[] = [];
  private readonly byKey = new Map<string, CompiledCondition>();
  private readonly placeByKey = new Map<string, CompiledPlace>();
  private readonly sharedByName = new Map<string, CompiledCondition>();
  private readonly shared: ReadonlyMap<string, RootCondition>;

  constructor(shared: ReadonlyMap<string, RootCondition>) {
    this.shared = shared;
  }

  compile(condition: JsonCondition): CompiledCondition {
    if ('all' in condition) return this.group('all', condition.all);
    if ('any' in condition) return this.group('any', condition.any);
    if ('not' in condition) {
      const part = this.compile(condition.not);
      return this.unique(`not ${part.id}`, (id): CompiledNot => ({ kind: 'not', id, part }));
    }
    return 'condition' in condition ? this.follow(condition.condition) : this.leaf(condition);
  }

  /** @param side two lists that a path makes are two lists, so what is compared with a fact is a place of its own */
  place({ fact, path }: FactReference, side: 'fact' | 'value'): CompiledPlace {
    const parsed = path ? parseRulePath(path) : null;
    if (parsed !== null && !parsed.ok) throw new Error(`${parsed.code}: read the rule set with readRuleSet`);
    const rulePath = parsed === null ? null : parsed.value;
    const key = JSON.stringify([fact, path || '', rulePath === null || rulePath.plain ? '' : side]);
    let place = this.placeByKey.get(key);
    if (place === undefined) {
      place = { id: this.places.length, fact, path: rulePath };
      this.places.push(place);
      this.placeByKey.set(key, place);
    }
    return place;
  }

  private follow(name: string): CompiledCondition {
    const known = this.sharedByName.get(name);
    if (known !== undefined) return known;
    const condition = this.shared.get(name);
    const compiled =
      condition === undefined
        ? this.unique(`missing ${name}`, (id): MissingCondition => ({ kind: 'missing', id, name }))
        : this.compile(condition);
    this.sharedByName.set(name, compiled);
    return compiled;
  }

  private group(kind: 'all' | 'any', parts: readonly JsonCondition[]): CompiledCondition {
    const byPriority = new Map<number, CompiledCondition[]>();
    for (const part of parts) {
      const priority = part.priority ?? 1;
      const set = byPriority.get(priority);
      if (set === undefined) byPriority.set(priority, [this.compile(part)]);
      else set.push(this.compile(part));
    }
    const sets = [...byPriority].sort(([a], [b]) => b - a).map(([, set]) => set);
    const key = `${kind} ${sets.map((set) => set.map((part) => part.id).join(' ')).join('/')}`;
    return this.unique(key, (id): CompiledGroup => ({ kind, id, sets }));
  }

  private leaf(condition: FactCondition): CompiledCondition {
    const fact = this.place(condition, 'fact');
    const value = isFactReference(condition.value) ? this.place(condition.value, 'value') : null;
    const parsed = parseOperator(condition.operator);
    if (!parsed.ok) throw new Error(`unknown operator ${condition.operator}: read the rule set with readRuleSet`);
    const constant = value === null ? condition.value : null;
    const compared = value === null ? constantKey(constant) : `fact ${value.id}`;
    const make = (id: number): CompiledLeaf => {
      return { kind: 'leaf', id, fact, name: condition.operator, operator: parsed.operator, value, constant };
    };
    return compared === null ? this.add(make) : this.unique(`${condition.operator} ${fact.id} ${compared}`, make);
  }

  private unique(key: string, make: (id: number) => CompiledCondition): CompiledCondition {
    let condition = this.byKey.get(key);
    if (condition === undefined) this.byKey.set(key, (condition = this.add(make)));
    return condition;
  }

  private add(make: (id: number) => CompiledCondition): CompiledCondition {
    const condition = make(this.conditions.length);
    this.conditions.push(condition);
    return condition;
  }
}

function constantKey(constant: JsonValue): string | null {
  if (typeof constant === 'object' && constant !== null && Object.keys(constant).length > maxKeyLength) return null;
  const key = JSON.stringify(constant);
  return key.length > maxKeyLength ? null : key;
}
