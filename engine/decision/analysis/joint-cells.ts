import type { JsonValue } from '../../json.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import {
  type ComparisonOperator,
  comparisonOperators,
  type LiteralType,
  type Operand,
  type UnaryTest,
  type UnaryTests,
} from '../cell/unary-tests.ts';
import type { ValueType } from '../model.ts';
import { type ClassSet, firstMember, hasMember, isEmptySet, rangeSet, sameSet } from './class-set.ts';
import type { Scale } from './scale.ts';

/** Where inputs that are compared with one another lie. */
export interface JointPlace {
  /** Ids of the inputs, one per variable. */
  ids: readonly string[];
  members: readonly number[];
  values: readonly JsonValue[];
  type: ValueType;
}

/**
 * Cells that may say a set of pairs around a place, best guesses first; which of them lie in the set is for the caller to
 * find out. One cell per variable: what each may be whatever the others are, or while they are where they are; which of two is
 * larger, everywhere or in the stretch where both lie; and at last the very values.
 * @param possible per variable the classes that may occur
 * @param free classes of a variable that lie in the set for all places of the others that a condition holds for
 */
export function jointCells(
  scale: Scale,
  possible: readonly ClassSet[],
  place: JointPlace,
  free: (variable: number, fixed: (members: readonly number[]) => boolean) => ClassSet,
): UnaryTests[][] {
  const { ids, members, values, type } = place;
  const own = (variable: number) =>
    cellOf(variable, rangeSet(scale.classCount, members[variable] as number, members[variable] as number));
  const cellOf = (variable: number, set: ClassSet): UnaryTests => {
    const whole = possible[variable] as ClassSet;
    if (isEmptySet(set) || sameSet(set, whole)) return { kind: 'any' };
    const around = hasMember(set, members[variable] as number) ? (members[variable] as number) : firstMember(set);
    const told = scale.express(set, whole, around);
    const parsed = told === null ? null : parseUnaryTests(told.cell);
    return parsed?.ok === true ? parsed.value : { kind: 'any' };
  };
  const found: UnaryTests[][] = [];
  for (const variable of ids.keys()) {
    found.push(
      ids.map((_, other) =>
        other === variable
          ? cellOf(
              variable,
              free(variable, () => true),
            )
          : { kind: 'any' },
      ),
    );
    const beside = (others: readonly number[]) =>
      others.every((member, other) => other === variable || member === members[other]);
    found.push(ids.map((_, other) => (other === variable ? cellOf(variable, free(variable, beside)) : own(other))));
  }
  found.push(ids.map((_, variable) => own(variable)));
  if (ids.length === 2) found.push(...relations(scale, place, own));
  found.push(ids.map((_, variable) => singleTest(equalTo(literal(values[variable] ?? null, type)))));
  return found.filter((cells) => cells.every((cell) => survives(cell, ids)));
}

/** Cells of the first of two variables that compare it with the second. */
function relations(scale: Scale, { ids, members }: JointPlace, own: (variable: number) => UnaryTests): UnaryTests[][] {
  const other: Operand = { kind: 'reference', input: ids[1] as string, start: 0, end: 0 };
  const found = comparisonOperators.map((operator): UnaryTests[] => [
    singleTest(compare(operator, other)),
    { kind: 'any' },
  ]);
  const second = own(1);
  for (const operator of comparisonOperators) found.push([singleTest(compare(operator, other)), second]);
  if (members[0] !== members[1]) return found;
  // Both lie in one stretch: the second between its ends, the first between the second and one of them.
  if (!scale.ordered) {
    const first = own(0);
    if (first.kind === 'tests') found.push([{ ...first, tests: [...first.tests, equalTo(other)] }, second]);
    return found;
  }
  if (second.kind !== 'tests') return found;
  for (const test of second.tests) {
    const low =
      test.kind === 'interval' ? test.low : test.kind === 'comparison' && test.operator === '>' ? test.operand : null;
    const high =
      test.kind === 'interval' ? test.high : test.kind === 'comparison' && test.operator === '<' ? test.operand : null;
    if (high !== null) found.push([singleTest(between(other, high)), second]);
    if (low !== null) found.push([singleTest(between(low, other)), second]);
  }
  return found;
}

function literal(value: JsonValue, type: ValueType): Operand {
  const literalType = (value === null ? 'null' : type) as LiteralType;
  return { kind: 'literal', type: literalType, value: value as string, start: 0, end: 0 };
}

function compare(operator: ComparisonOperator, operand: Operand): UnaryTest {
  return { kind: 'comparison', operator, operand, start: 0, end: 0 };
}

function between(low: Operand, high: Operand): UnaryTest {
  return { kind: 'interval', low, lowIncluded: false, high, highIncluded: false, start: 0, end: 0 };
}

function equalTo(operand: Operand): UnaryTest {
  return compare('=', operand);
}

function singleTest(test: UnaryTest): UnaryTests {
  return { kind: 'tests', negated: false, tests: [test] };
}

/** Not every id can stand in a cell, and not every value: numbers beyond what is kept exactly. */
function survives(cell: UnaryTests, ids: readonly string[]): boolean {
  const text = formatUnaryTests(cell);
  const parsed = parseUnaryTests(text, ids);
  return (
    parsed.ok &&
    formatUnaryTests(parsed.value) === text &&
    JSON.stringify(kindsOf(parsed.value)) === JSON.stringify(kindsOf(cell))
  );
}

function kindsOf(cell: UnaryTests): string[] {
  if (cell.kind === 'any') return [];
  return cell.tests.flatMap((test) => {
    if (test.kind === 'list') return [test.kind];
    return test.kind === 'interval' ? [test.low.kind, test.high.kind] : [test.operand.kind];
  });
}
