import type { ValueType } from '../model.ts';
import { isTemporalType } from './ordinal.ts';
import { temporalFunctions } from './temporal-literal.ts';
import type { LiteralType, LiteralValue, Operand, UnaryTest, UnaryTests } from './unary-tests.ts';

/**
 * Writes a cell's syntax tree in its one canonical spelling.
 *
 * Parsing what it wrote gives the same tree but for the positions: `>=10` and `>= 10` become `>= 10`, `= 5` becomes `5`,
 * `]1..2[` becomes `(1..2)`, `@"2026-11-22"` becomes `date("2026-11-22")`, a blank cell `-`.
 * @example formatUnaryTests({ kind: 'any' }) // '-'
 * @source DMN 1.5, 9.2 (S-FEEL syntax)
 */
export function formatUnaryTests(tests: UnaryTests): string {
  if (tests.kind === 'any') return '-';
  const text = tests.tests.map(formatTest).join(', ');
  return tests.negated ? `not(${text})` : text;
}

/** Writes one test: `>= 10`, `[1..5)`, `"a"`. */
function formatTest(test: UnaryTest): string {
  switch (test.kind) {
    case 'comparison':
      return test.operator === '=' ? write(test.operand) : `${test.operator} ${write(test.operand)}`;
    case 'interval': {
      const open = test.lowIncluded ? '[' : '(';
      const close = test.highIncluded ? ']' : ')';
      return `${open}${write(test.low)}..${write(test.high)}${close}`;
    }
    case 'list':
      return `[${test.members.map(write).join(', ')}]`;
  }
}

function write(operand: Operand): string {
  return operand.kind === 'reference' ? operand.input : formatLiteral(operand.value, operand.type);
}

/**
 * Writes a value as S-FEEL does: texts in double quotes with escapes, dates and their kin as the function that reads them.
 * @param value the value; of a date, time or duration its ISO 8601 text
 * @param type kind of literal, for dates, times and durations; everything else is known by its value
 * @example formatLiteral('a "b"') // '"a \\"b\\""'
 * @example formatLiteral('2026-11-22', 'date') // 'date("2026-11-22")'
 */
export function formatLiteral(value: LiteralValue, type?: LiteralType | ValueType): string {
  const text = JSON.stringify(value);
  return type !== undefined && isTemporalType(type) && typeof value === 'string'
    ? `${temporalFunctions[type]}(${text})`
    : text;
}
