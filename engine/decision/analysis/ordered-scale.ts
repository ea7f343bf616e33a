import type { JsonValue } from '../../json.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { offsetOf, ordinalOf, type OrderedType, textOfOrdinal } from '../cell/ordinal.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';
import type { ComparisonOperator, Literal, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import {
  addRange,
  type ClassSet,
  emptySet,
  firstMember,
  hasMember,
  intersection,
  lastMember,
  rangeSet,
} from './class-set.ts';
import type { Scale } from './scale.ts';
import { valuesBetween } from './values-between.ts';

/** More stretches than this and a cell is no longer read at a glance; the one that is asked for is said alone. chosen: 4. */
const maxRuns = 4;

/**
 * The scale of an ordered type: absent, below the first point, the first point, between it and the second, and so on.
 * @param type the column's type
 * @param literals what the cells name, and the values that the column allows
 * @example orderedScale('number', literals of 5 and 10) // absent, < 5, 5, (5..10), 10, > 10
 */
export function orderedScale(type: OrderedType, literals: readonly Literal[]): Scale {
  const offset = offsetKind(type, literals);
  const points = pointsOf(type, literals, offset);
  const indexes = new Map(points.map((point, index) => [point.ordinal, index]));
  const classCount = 2 * points.length + 2;
  const lowEnd = (member: number) => points[(member >>> 1) - 1];
  const highEnd = (member: number) => points[member >>> 1];
  return {
    classCount,
    ordered: true,
    isStretch: (member) => member % 2 === 1,
    isPossible(member) {
      if (member % 2 === 0) return true;
      const low = lowEnd(member)?.ordinal;
      const high = highEnd(member)?.ordinal;
      if (type !== 'number' || low === undefined || high === undefined) {
        return valuesBetween(low ?? -Infinity, high ?? Infinity, 1, type, offset) !== null;
      }
      // Between two numbers lies another, but for the closest of neighbours.
      const middle = low / 2 + high / 2;
      return low < middle && middle < high;
    },
    ordinalOf: (value) => ordinalOf(value, type),
    valuesIn(member, count) {
      if (member === 0) return [null];
      if (member % 2 === 0) return count === 1 ? [(points[member / 2 - 1] as Point).value] : null;
      const low = lowEnd(member)?.ordinal ?? -Infinity;
      return valuesBetween(low, highEnd(member)?.ordinal ?? Infinity, count, type, offset);
    },
    pointOf(literal) {
      const ordinal = ordinalOf(literal.value, type);
      if (ordinal === null) return 'none';
      if ((offsetOf(literal.value, type) ?? offset) !== offset) return 'mixed';
      const index = indexes.get(ordinal + 0);
      return index === undefined ? 'none' : 2 * index + 2;
    },
    express(set, universe, around) {
      const present = intersection(universe, rangeSet(classCount, 1, classCount - 1));
      const runs = runsOf(set, present, classCount);
      const hasAbsent = hasMember(set, 0);
      const chosen = runs.length <= maxRuns ? runs : runs.filter(([from, to]) => from <= around && around <= to);
      const withAbsent = hasAbsent && (runs.length <= maxRuns || around === 0);
      const tests = chosen.map((run) => runTest(run, present, points));
      if (withAbsent) tests.push(comparison('=', nullLiteral));
      const told = withAbsent ? rangeSet(classCount, 0, 0) : emptySet(classCount);
      for (const [from, to] of chosen) addRange(told, from, to);
      return { set: intersection(told, universe), cell: formatUnaryTests(cellOf(tests)) };
    },
  };
}

/** A value that a cell names. */
interface Point {
  ordinal: number;
  value: JsonValue;
  literal: Literal;
}

function offsetKind(type: OrderedType, literals: readonly Literal[]): OffsetKind {
  for (const { value } of literals) {
    const kind = offsetOf(value, type);
    if (kind !== null) return kind;
  }
  return 'local';
}

function pointsOf(type: OrderedType, literals: readonly Literal[], offset: OffsetKind): Point[] {
  const points = new Map<number, Point>();
  for (const { value } of literals) {
    const figure = ordinalOf(value, type);
    if (figure === null || (offsetOf(value, type) ?? offset) !== offset) continue;
    // -0 and 0 are one point.
    const ordinal = figure + 0;
    if (points.has(ordinal)) continue;
    const written = typeof value === 'number' ? ordinal : (textOfOrdinal(ordinal, type, offset) ?? value);
    points.set(ordinal, {
      ordinal,
      value: written,
      literal: { kind: 'literal', type, value: written as string | number, start: 0, end: 0 },
    });
  }
  return [...points.values()].sort((left, right) => left.ordinal - right.ordinal);
}

type Run = [from: number, to: number];

/** Stretches of the set without holes; a class that cannot occur fills one. */
function runsOf(set: ClassSet, present: ClassSet, classCount: number): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (let member = 1; member < classCount; member++) {
    if (!hasMember(present, member)) continue;
    if (!hasMember(set, member)) open = null;
    else if (open === null) runs.push((open = [member, member]));
    else open[1] = member;
  }
  return runs;
}

function runTest([from, to]: Run, present: ClassSet, points: readonly Point[]): UnaryTest {
  const fromStart = from <= firstMember(present);
  const toEnd = to >= lastMember(present);
  if (fromStart && toEnd) return comparison('!=', nullLiteral);
  // A point ends a run with itself, a stretch ends it before the next point.
  const high = points[toEnd ? 0 : (to - 1) >>> 1]?.literal as Literal;
  const highIncluded = to % 2 === 0;
  const low = points[fromStart ? 0 : (from >>> 1) - 1]?.literal as Literal;
  const lowIncluded = from % 2 === 0;
  if (from === to && lowIncluded) return comparison('=', low);
  if (fromStart) return comparison(highIncluded ? '<=' : '<', high);
  if (toEnd) return comparison(lowIncluded ? '>=' : '>', low);
  return { kind: 'interval', low, lowIncluded, high, highIncluded, start: 0, end: 0 };
}

const nullLiteral: Literal = { kind: 'literal', type: 'null', value: null, start: 0, end: 0 };

function comparison(operator: ComparisonOperator, operand: Literal): UnaryTest {
  return { kind: 'comparison', operator, operand, start: 0, end: 0 };
}

function cellOf(tests: UnaryTest[]): UnaryTests {
  return { kind: 'tests', negated: false, tests };
}
