import type { JsonValue } from '../../json.ts';
import type { ValueType } from '../model.ts';
import { isOrderedType, offsetOf, ordinalOf, type OrderedType } from './ordinal.ts';
import { referencesOf } from './operands.ts';
import type { ComparisonOperator, Operand, UnaryTest, UnaryTests } from './unary-tests.ts';

/** Reads the value of another input; null for absent. */
export type ValueOf = (inputId: string) => JsonValue;

const nothingKnown: ValueOf = () => null;

/**
 * Says whether a value passes a cell: the plain truth, one comparison after the other.
 *
 * | cell | absent or null | present |
 * | --- | --- | --- |
 * | `-`, blank | passes | passes |
 * | `null`, `= null` | passes | fails |
 * | `!= null` | fails | passes |
 * | `not(…)` | fails, whatever stands inside | passes when nothing inside passes |
 * | `> limit`, `!= limit`, `[1..limit]`, while `limit` is absent | fails | fails; and so does a `not(…)` around it |
 * | every other test, `!= 5` included | fails | as S-FEEL says |
 *
 * A list passes a test when any of its members does, `!= "a"` included; it passes `not(…)` when none does, so an empty
 * list passes every `not(…)` but `not(!= null)`. Dates, times and durations are compared by what they mean: `PT24H` is
 * `P1D`, and `10:00:00+02:00` is `08:00:00Z`. A value with an offset and one without pass no test on one another.
 * @param tests the parsed cell
 * @param value a value of the column's type, or null for absent; `hasType` tells beforehand
 * @param type the column's type
 * @param valueOf values of the inputs that the cell refers to, each of its own type; none are known when left out
 * @example matchesTests(cell, 12, 'number', (id) => facts[id])
 * @source DMN 1.5, 7.3.6.1 and 10.3.2.13 (unary tests); what null means is ours: FEEL's three-valued logic makes
 *   `not(null)` null, which a decision table reads as "no match"
 */
export function matchesTests(
  tests: UnaryTests,
  value: JsonValue,
  type: ValueType,
  valueOf: ValueOf = nothingKnown,
): boolean {
  if (tests.kind === 'any') return true;
  if (tests.negated && (value === null || referencesOf(tests).some(({ input }) => valueOf(input) === null)))
    return false;
  const passed = tests.tests.some((test) =>
    Array.isArray(value) && !isAboutNull(test)
      ? value.some((member) => matchesTest(test, member, type, valueOf))
      : matchesTest(test, value, type, valueOf),
  );
  return passed !== tests.negated;
}

/** `null` and `!= null` ask for the list itself, not for a member. */
function isAboutNull(test: UnaryTest): boolean {
  return test.kind === 'comparison' && test.operand.kind === 'literal' && test.operand.value === null;
}

function matchesTest(test: UnaryTest, value: JsonValue, type: ValueType, valueOf: ValueOf): boolean {
  switch (test.kind) {
    case 'list':
      return test.members.some((member) => compare(value, '=', member, type, valueOf));
    case 'interval':
      return (
        compare(value, test.lowIncluded ? '>=' : '>', test.low, type, valueOf) &&
        compare(value, test.highIncluded ? '<=' : '<', test.high, type, valueOf)
      );
    case 'comparison':
      return compare(value, test.operator, test.operand, type, valueOf);
  }
}

function compare(
  value: JsonValue,
  operator: ComparisonOperator,
  operand: Operand,
  columnType: ValueType,
  valueOf: ValueOf,
): boolean {
  const other = operand.kind === 'literal' ? operand.value : valueOf(operand.input);
  if (operand.kind === 'literal' && other === null)
    return operator === '=' ? value === null : operator === '!=' && value !== null;
  if (value === null || other === null) return false;
  const type = typeOfComparison(operand, other, columnType);
  if (type === null) return operator === '=' ? value === other : operator === '!=' && value !== other;
  const left = ordinalOf(value, type);
  const right = ordinalOf(other, type);
  // A member of a list that is of another type than the literal: unequal, and without order.
  if (left === null || right === null) return operator === '!=';
  return offsetOf(value, type) === offsetOf(other, type) && holds(left, operator, right);
}

/** Columns say by which order to compare; members of a list are compared as what they are held against. */
function typeOfComparison(operand: Operand, other: JsonValue, columnType: ValueType): OrderedType | null {
  const type = columnType !== 'list' ? columnType : operand.kind === 'literal' ? operand.type : typeof other;
  return isOrderedType(type) ? type : null;
}

function holds(left: number, operator: ComparisonOperator, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/**
 * True when a present value is of the type: a finite number, a text, a truth value, the ISO 8601 text of a date, time or
 * duration, or a list of numbers, texts and truth values.
 * @example hasType('2026-11-22', 'date') // true
 * @example hasType([1, 'a'], 'list') // true
 */
export function hasType(value: JsonValue, type: ValueType): boolean {
  if (isOrderedType(type)) return ordinalOf(value, type) !== null;
  if (type !== 'list') return typeof value === type;
  return Array.isArray(value) && value.every(isScalar);
}

function isScalar(value: JsonValue): boolean {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}
