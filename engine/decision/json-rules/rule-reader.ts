import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';

type Path = Issue['path'];

/** Chosen: deeper than any value that a person compares with, and shallow enough for every recursion over it. */
const maxValueDepth = 100;
/** Chosen: a file with more problems than this is no rule set. */
const maxIssues = 100;

/** Collects what is wrong with a rule set while it is read. */
export class RuleReader {
  readonly issues: Issue[] = [];

  /** Notes a problem; the first 100 are kept. */
  report(code: string, path: Path, params: Issue['params'] = {}): void {
    if (this.issues.length < maxIssues) this.issues.push(errorIssue(code, path, params));
  }

  /** An object with string keys that is no list; otherwise a problem and null. */
  object(value: unknown, path: Path, code: string): Record<string, unknown> | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.report(code, path, { found: kindOf(value) });
    return null;
  }

  /**
   * A copy of a JSON value; null and a problem for what is no JSON, more than 100 levels, and names of JavaScript's own
   * machinery, `__proto__` and `toString` alike: json-rules-engine loses those when it copies its rules.
   */
  json(value: unknown, path: Path, depth = 0): JsonValue {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value !== 'object') return this.refused('value_not_json', path, { found: kindOf(value) });
    if (depth >= maxValueDepth) return this.refused('value_too_deep', path, { limit: maxValueDepth });
    if (Array.isArray(value))
      return value.map((member, index) => (isScalar(member) ? member : this.json(member, [...path, index], depth + 1)));
    const copy: Record<string, JsonValue> = {};
    for (const key of Object.keys(value)) {
      if (key in Object.prototype) this.report('unsafe_key', [...path, key], { key });
      else copy[key] = this.json((value as Record<string, unknown>)[key], [...path, key], depth + 1);
    }
    return copy;
  }

  /** A whole number, or one as text, as json-rules-engine takes it; undefined for none, and for a wrong one with a problem. */
  priority(value: unknown, path: Path, least: number): number | undefined {
    if (value === undefined || value === null || value === 0) return undefined;
    const priority = typeof value === 'string' && /^-?[1-9]\d*$/.test(value) ? Number(value) : value;
    if (typeof priority === 'number' && Number.isSafeInteger(priority) && priority >= least) return priority;
    this.report('bad_priority', path, { found: typeof value === 'string' ? value.slice(0, 40) : this.short(value) });
    return undefined;
  }

  private refused(code: string, path: Path, params: Issue['params']): null {
    this.report(code, path, params);
    return null;
  }

  private short(value: unknown): string | number {
    return typeof value === 'number' && Number.isFinite(value) ? value : kindOf(value);
  }
}

function isScalar(value: unknown): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}

/** What a value is, in words for a message. @example kindOf([]) // 'list' */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
