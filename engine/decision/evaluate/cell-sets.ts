import { ordinalOf, type OrderedType } from '../cell/ordinal.ts';
import type { Interval, Operand, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import { nextUp } from './number-line.ts';

/** The present values that a cell without references passes, on a column of texts or truth values: the named ones, or all others. */
export interface NamedSet {
  /** Values that are not named pass. */
  others: boolean;
  named: Set<string | boolean>;
}

/** True when a cell compares with other inputs. @example hasReference(cell) */
export function hasReference(tests: UnaryTests): boolean {
  if (tests.kind === 'any') return false;
  for (const test of tests.tests) {
    if (test.kind === 'comparison' ? isReference(test.operand) : test.kind === 'interval' && isOpen(test)) return true;
  }
  return false;
}

function isOpen({ low, high }: Interval): boolean {
  return isReference(low) || isReference(high);
}

function isReference(operand: Operand): boolean {
  return operand.kind === 'reference';
}

/**
 * The stretches of the number line that a cell passes, as what `matchesTests` says about present values.
 * @param tests a cell without references
 * @param type of the column
 * @returns bounds in turn, ascending: from the first, included, up to the second, not included, and so on;
 *   `-Infinity` and `Infinity` where there is no bound
 * @example rangesOf(parsed('[18..65)'), 'number') // [18, 65]
 */
export function rangesOf(tests: UnaryTests, type: OrderedType): number[] {
  if (tests.kind === 'any') return [-Infinity, Infinity];
  const ranges: number[] = [];
  for (const test of tests.tests) addRanges(ranges, test, type);
  const united = unite(ranges);
  return tests.negated ? complement(united) : united;
}

function addRanges(ranges: number[], test: UnaryTest, type: OrderedType): void {
  if (test.kind === 'list') {
    for (const member of test.members) addEqual(ranges, ordinalOfLiteral(member, type));
    return;
  }
  if (test.kind === 'interval') {
    const low = ordinalOfLiteral(test.low, type);
    const high = ordinalOfLiteral(test.high, type);
    if (low === null || high === null) return;
    ranges.push(test.lowIncluded ? low : nextUp(low), test.highIncluded ? nextUp(high) : high);
    return;
  }
  if (test.operand.kind === 'literal' && test.operand.type === 'null') {
    if (test.operator === '!=') ranges.push(-Infinity, Infinity);
    return;
  }
  const bound = ordinalOfLiteral(test.operand, type);
  if (bound === null) {
    if (test.operator === '!=') ranges.push(-Infinity, Infinity);
    return;
  }
  switch (test.operator) {
    case '=':
      addEqual(ranges, bound);
      break;
    case '!=':
      ranges.push(-Infinity, bound, nextUp(bound), Infinity);
      break;
    case '<':
      ranges.push(-Infinity, bound);
      break;
    case '<=':
      ranges.push(-Infinity, nextUp(bound));
      break;
    case '>':
      ranges.push(nextUp(bound), Infinity);
      break;
    case '>=':
      ranges.push(bound, Infinity);
  }
}

function addEqual(ranges: number[], value: number | null): void {
  if (value !== null) ranges.push(value, nextUp(value));
}

/** A literal of another type has no place on the line, and equals nothing on it. */
function ordinalOfLiteral(operand: Operand, type: OrderedType): number | null {
  return operand.kind === 'literal' ? ordinalOf(operand.value, type) : null;
}

function unite(ranges: number[]): number[] {
  const pairs: [number, number][] = [];
  for (let at = 0; at < ranges.length; at += 2) {
    const [from, until] = [ranges[at] as number, ranges[at + 1] as number];
    if (from < until) pairs.push([from, until]);
  }
  pairs.sort((left, right) => (left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0));
  const united: number[] = [];
  for (const [from, until] of pairs) {
    const last = united.length - 1;
    if (last > 0 && (united[last] as number) >= from) united[last] = Math.max(united[last] as number, until);
    else united.push(from, until);
  }
  return united;
}

function complement(ranges: number[]): number[] {
  const bounds = [-Infinity, ...ranges, Infinity];
  const rest: number[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const [from, until] = [bounds[at] as number, bounds[at + 1] as number];
    if (from < until) rest.push(from, until);
  }
  return rest;
}

/**
 * The texts or truth values that a cell passes, as what `matchesTests` says about present values.
 * @param tests a cell without references
 * @param type of the values
 * @example namedSetOf(parsed('not("a", "b")'), 'string') // { others: true, named: Set { 'a', 'b' } }
 */
export function namedSetOf(tests: UnaryTests, type: 'string' | 'boolean'): NamedSet {
  if (tests.kind === 'any') return { others: true, named: new Set() };
  const equal = new Set<string | boolean>();
  const unequal = new Set<string | boolean>();
  let others = false;
  const nameIn = (set: Set<string | boolean>, literal: Operand) => {
    if (literal.kind === 'literal' && typeof literal.value === type) set.add(literal.value as string | boolean);
    else if (set === unequal) others = true;
  };
  for (const test of tests.tests) {
    if (test.kind === 'list') for (const member of test.members) nameIn(equal, member);
    else if (test.kind === 'comparison' && test.operator === '=') nameIn(equal, test.operand);
    else if (test.kind === 'comparison' && test.operator === '!=') nameIn(unequal, test.operand);
  }
  const positive = unequalOrEqual(equal, unequal, others);
  return tests.negated ? { others: !positive.others, named: positive.named } : positive;
}

/** Two different `!=` pass everything between them; a single one leaves out its value, unless an `=` takes it in. */
function unequalOrEqual(equal: NamedSet['named'], unequal: NamedSet['named'], others: boolean): NamedSet {
  if (others || unequal.size > 1) return { others: true, named: new Set() };
  const [only] = unequal;
  if (only === undefined) return { others: false, named: equal };
  return { others: true, named: equal.has(only) ? new Set() : unequal };
}
