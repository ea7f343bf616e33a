import type { Issue } from '../../issue.ts';
import type { TableInput } from '../model.ts';
import { matchesTests } from './match-test.ts';
import { isTemporalType, offsetOf, ordinalOf } from './ordinal.ts';
import { parseUnaryTests } from './parse-unary-tests.ts';
import type { Literal, UnaryTests } from './unary-tests.ts';

/**
 * Finds values in a cell that its column does not allow, so that they can never match.
 *
 * Only values that are asked for as such count: `"glod"`, `not("glod")`, `!= 7`. A bound, as in `< 7`, need not be among
 * the values.
 * @param tests the cell, all of whose literals are of the column's type
 * @returns warnings: `not_allowed` with `allowed`, `outside_allowed_range` with `range`
 * @example allowedIssues('"glod"', tests, { …, type: 'string', allowed: ['gold'] })[0].code // 'not_allowed'
 */
export function allowedIssues(text: string, tests: UnaryTests, input: TableInput): Issue[] {
  const { allowed, allowedRange, type } = input;
  const issues: Issue[] = [];
  const warn = (code: string, { start, end }: Literal, params: Issue['params']) => {
    const place = { cell: text, found: text.slice(start, end), column: start + 1, length: end - start };
    issues.push({ code, path: [], severity: 'warning', params: { ...place, ...params } });
  };
  for (const literal of valuesAskedFor(tests)) {
    if (literal.value === null || literal.type === 'boolean') continue;
    if (allowed !== undefined && !isAmong(literal, allowed)) warn('not_allowed', literal, { allowed });
    const range = allowedRange === undefined ? null : rangeOf(input);
    const value = type === 'list' ? [literal.value] : literal.value;
    if (range !== null && !matchesTests(range, value, type)) {
      warn('outside_allowed_range', literal, { range: allowedRange as string });
    }
  }
  return issues;
}

function valuesAskedFor(tests: UnaryTests): Literal[] {
  if (tests.kind === 'any') return [];
  return tests.tests.flatMap((test): Literal[] => {
    if (test.kind === 'list') return test.members;
    if (test.kind === 'interval' || test.operand.kind === 'reference') return [];
    return test.operator === '=' || test.operator === '!=' ? [test.operand] : [];
  });
}

/** A date or duration may be spelled in several ways. */
function isAmong({ type, value }: Literal, allowed: readonly (string | number)[]): boolean {
  if (!isTemporalType(type)) return allowed.includes(value as string | number);
  const ordinal = ordinalOf(value, type);
  return allowed.some(
    (candidate) => ordinalOf(candidate, type) === ordinal && offsetOf(candidate, type) === offsetOf(value, type),
  );
}

const ranges = new WeakMap<TableInput, UnaryTests | null>();

/** The parsed `allowedRange`, once per column; null for one that cannot be read, which is the column's own problem. */
function rangeOf(input: TableInput): UnaryTests | null {
  let range = ranges.get(input);
  if (range === undefined) {
    const parsed = parseUnaryTests(input.allowedRange ?? '');
    ranges.set(input, (range = parsed.ok ? parsed.value : null));
  }
  return range;
}
