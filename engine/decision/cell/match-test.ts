import type { JsonValue } from '../../json.ts';
import type { ValueType } from '../model.ts';
import type { LiteralValue, UnaryTest, UnaryTests } from './unary-tests.ts';

/**
 * Says whether a value passes a cell.
 *
 * | cell | absent or null | present |
 * | --- | --- | --- |
 * | `-`, blank | passes | passes |
 * | `null`, `= null` | passes | fails |
 * | `!= null` | fails | passes |
 * | `not(…)` | fails, whatever stands inside | passes when nothing inside passes |
 * | every other test, `!= 5` included | fails | as S-FEEL says |
 *
 * A list passes a test when any of its members does, `!= "a"` included; it passes `not(…)` when none does, so an empty
 * list passes every `not(…)` but `not(!= null)`.
 * @param tests the parsed cell
 * @param value a value of the column's type, or null for absent; `hasType` tells beforehand
 * @example matchesTests(cell, 12)
 * @source DMN 1.5, 7.3.6.1 and 10.3.2.13 (unary tests); what null means is ours: FEEL's three-valued logic makes
 *   `not(null)` null, which a decision table reads as "no match"
 */
export function matchesTests(tests: UnaryTests, value: JsonValue): boolean {
  if (tests.kind === 'any') return true;
  if (value === null && tests.negated) return false;
  const passed = tests.tests.some((test) =>
    Array.isArray(value) && !isAboutNull(test)
      ? value.some((member) => matchesTest(test, member))
      : matchesTest(test, value),
  );
  return passed !== tests.negated;
}

/** `null` and `!= null` ask for the list itself, not for a member. */
function isAboutNull(test: UnaryTest): boolean {
  return test.kind === 'comparison' && test.operand.value === null;
}

function matchesTest(test: UnaryTest, value: JsonValue): boolean {
  switch (test.kind) {
    case 'list':
      return test.members.some((member) => member.value === value);
    case 'interval': {
      if (typeof value !== 'number') return false;
      const low = test.low.value as number;
      const high = test.high.value as number;
      return (test.lowIncluded ? value >= low : value > low) && (test.highIncluded ? value <= high : value < high);
    }
    case 'comparison': {
      const operand = test.operand.value;
      if (test.operator === '=') return value === operand;
      if (test.operator === '!=') return value !== null && value !== operand;
      return typeof value === 'number' && compare(value, test.operator, operand);
    }
  }
}

function compare(value: number, operator: '<' | '<=' | '>' | '>=', operand: LiteralValue): boolean {
  const bound = operand as number;
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
  }
}

/**
 * True when a present value is of the type: a finite number, a text, a truth value, or a list of those.
 * @example hasType([1, 'a'], 'list') // true
 */
export function hasType(value: JsonValue, type: ValueType): boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type !== 'list') return typeof value === type;
  return Array.isArray(value) && value.every(isScalar);
}

function isScalar(value: JsonValue): boolean {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

/** All literals of a cell, in order. @example literalsOf(cell).map((literal) => literal.value) */
export function literalsOf(tests: UnaryTests) {
  if (tests.kind === 'any') return [];
  return tests.tests.flatMap((test) => {
    if (test.kind === 'comparison') return [test.operand];
    return test.kind === 'interval' ? [test.low, test.high] : test.members;
  });
}
