import type { Literal, LiteralValue, UnaryTest, UnaryTests } from './unary-tests.ts';

/**
 * Writes a cell's syntax tree in its one canonical spelling.
 *
 * Parsing what it wrote gives the same tree but for the positions: `>=10` and `>= 10` become `>= 10`, `= 5` becomes `5`,
 * `]1..2[` becomes `(1..2)`, a blank cell `-`.
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

function write(literal: Literal): string {
  return formatLiteral(literal.value);
}

/**
 * Writes a value as S-FEEL does: texts in double quotes with escapes.
 * @example formatLiteral('a "b"') // '"a \\"b\\""'
 */
export function formatLiteral(value: LiteralValue): string {
  return JSON.stringify(value);
}
