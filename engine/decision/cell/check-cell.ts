import { errorIssue, type Issue } from '../../issue.ts';
import { literalsOf } from './operands.ts';
import type { TableInput } from '../model.ts';
import { parseCell } from './parse-unary-tests.ts';
import { isOrderedType, ordinalOf } from './ordinal.ts';
import { replaceSpan } from './tokenize-cell.ts';
import type { Literal, UnaryTests } from './unary-tests.ts';

/** `1,200`: read as "1 or 200"; `1.200,50`: as "1.2 or 50". Seldom meant so. */
const grouped = /(?<![\d.])\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+,\d{1,2})(?!\d)/;

/**
 * Reads one cell and holds it against its column.
 * @param text the cell
 * @param input its column
 * @returns the syntax tree (`any` when the cell cannot be read) and what is wrong: the errors of `parseUnaryTests`,
 *   `cell_type` for a value of another type, `not_allowed` (warning) for one outside of `allowed`, `empty_interval` and
 *   `thousands_separator` (warnings); paths are empty
 * @example checkCell('"gold"', { id: 'tier', name: 'Tier', path: 'tier', type: 'number' }).issues[0].code // 'cell_type'
 */
export function checkCell(
  text: string,
  input: TableInput,
  inputs: readonly TableInput[] = [],
): { tests: UnaryTests; issues: Issue[] } {
  const parsed = parseCell(text, { inputs: new Set(inputs.map(({ id }) => id)), type: input.type });
  if (!parsed.ok) return { tests: { kind: 'any' }, issues: parsed.issues };
  const tests = parsed.value;
  const literals = literalsOf(tests);
  const ordered =
    tests.kind === 'tests' &&
    tests.tests.some((test) => test.kind === 'interval' || isOrder(test.kind === 'comparison' ? test.operator : '='));
  const issues = literals.flatMap((literal) => checkLiteral(text, literal, input));
  if (ordered && issues.length === 0 && (input.type === 'string' || input.type === 'boolean')) {
    issues.push(
      errorIssue('cell_type', [], { cell: text, found: text, expected: input.type, column: 1, length: text.length }),
    );
  }
  return { tests, issues: [...issues, ...slips(text, tests, input)] };
}

function isOrder(operator: string): boolean {
  return operator !== '=' && operator !== '!=';
}

function checkLiteral(text: string, literal: Literal, input: TableInput): Issue[] {
  const { value, start, end } = literal;
  if (value === null || input.type === 'list') return allowedIssues(text, literal, input);
  if (literal.type === input.type) return allowedIssues(text, literal, input);
  const unquoted =
    input.type === 'number' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  const params = {
    cell: text,
    found: text.slice(start, end),
    expected: input.type,
    column: start + 1,
    length: end - start,
  };
  const suggestion =
    input.type === 'string'
      ? replaceSpan(text, literal, JSON.stringify(text.slice(start, end)))
      : unquoted
        ? replaceSpan(text, literal, value.trim())
        : undefined;
  return [errorIssue('cell_type', [], suggestion === undefined ? params : { ...params, suggestion })];
}

function allowedIssues(text: string, literal: Literal, input: TableInput): Issue[] {
  const { value, start, end } = literal;
  if (input.allowed === undefined || value === null || typeof value === 'boolean' || input.type === 'number') return [];
  if (input.allowed.includes(value)) return [];
  const params = {
    cell: text,
    found: text.slice(start, end),
    allowed: input.allowed,
    column: start + 1,
    length: end - start,
  };
  return [{ code: 'not_allowed', path: [], severity: 'warning', params }];
}

function slips(text: string, tests: UnaryTests, input: TableInput): Issue[] {
  if (tests.kind === 'any') return [];
  const issues: Issue[] = [];
  for (const test of tests.tests) {
    if (test.kind !== 'interval') continue;
    if (test.low.kind === 'reference' || test.high.kind === 'reference' || !isOrderedType(test.low.type)) continue;
    const low = ordinalOf(test.low.value, test.low.type) as number;
    const high = ordinalOf(test.high.value, test.low.type) as number;
    if (low < high || (low === high && test.lowIncluded && test.highIncluded)) continue;
    const params = {
      cell: text,
      found: text.slice(test.start, test.end),
      column: test.start + 1,
      length: test.end - test.start,
    };
    issues.push({ code: 'empty_interval', path: [], severity: 'warning', params });
  }
  const found = input.type === 'number' ? grouped.exec(text) : null;
  if (found !== null) {
    const [number] = found;
    const span = { start: found.index, end: found.index + number.length };
    const plain = number.includes('.') ? number.replaceAll('.', '').replace(',', '.') : number.replaceAll(',', '');
    const suggestion = replaceSpan(text, span, plain);
    const params = { cell: text, found: number, column: span.start + 1, length: number.length, suggestion };
    issues.push({ code: 'thousands_separator', path: [], severity: 'warning', params });
  }
  return issues;
}
