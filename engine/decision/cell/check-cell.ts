import { errorIssue, type Issue } from '../../issue.ts';
import type { TableInput } from '../model.ts';
import { allowedIssues } from './check-allowed.ts';
import { looseLiteral } from './loose-temporal.ts';
import { literalsOf, referencesOf } from './operands.ts';
import { isOrderedType, isTemporalType, ordinalOf, ordinalStep } from './ordinal.ts';
import { parseCell } from './parse-unary-tests.ts';
import { replaceSpan } from './tokenize-cell.ts';
import type { Interval, Literal, Reference, Span, UnaryTests } from './unary-tests.ts';

/** `1,200`: read as "1 or 200"; `1.200,50`: as "1.2 or 50". Seldom meant so. */
const grouped = /(?<![\d.])\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+,\d{1,2})(?!\d)/;

/**
 * Reads one cell and holds it against its column and against the columns that it is compared with.
 * @param text the cell
 * @param input its column
 * @param inputs all inputs of the table, itself included: cells may refer to them; to none when left out
 * @returns the syntax tree (`any` when the cell cannot be read) and what is wrong. Errors: those of `parseUnaryTests`;
 *   `cell_type` for a value of another type; `reference_to_itself`, `reference_type` for an input that it cannot be
 *   compared with; `unknown_reference`, `unreferable_input` for words that are no input, or one with spaces in its id.
 *   Warnings: `not_allowed`, `outside_allowed_range`, `empty_interval`, `thousands_separator`. Paths are empty
 * @example checkCell('"gold"', { id: 'tier', name: 'Tier', path: 'tier', type: 'number' }).issues[0].code // 'cell_type'
 */
export function checkCell(
  text: string,
  input: TableInput,
  inputs: readonly TableInput[] = [],
): { tests: UnaryTests; issues: Issue[] } {
  const parsed = parseCell(text, { inputs: idsOf(inputs), type: input.type });
  if (!parsed.ok) return { tests: { kind: 'any' }, issues: parsed.issues };
  const tests = parsed.value;
  const issues = [
    ...literalsOf(tests).flatMap((literal) => checkLiteral(text, literal, input)),
    ...referencesOf(tests).flatMap((reference) => checkReference(text, reference, input, inputs)),
  ];
  if (issues.length === 0 && (input.type === 'string' || input.type === 'boolean') && hasOrder(tests)) {
    issues.push(errorIssue('cell_type', [], { ...at(text, { start: 0, end: text.length }), expected: input.type }));
  }
  const isSound = issues.length === 0;
  return {
    tests,
    issues: [...issues, ...(isSound ? allowedIssues(text, tests, input) : []), ...slips(text, tests, input)],
  };
}

const idSets = new WeakMap<readonly TableInput[], ReadonlySet<string>>();

function idsOf(inputs: readonly TableInput[]): ReadonlySet<string> {
  let ids = idSets.get(inputs);
  if (ids === undefined) idSets.set(inputs, (ids = new Set(inputs.map(({ id }) => id))));
  return ids;
}

function at(text: string, { start, end }: Span): Issue['params'] {
  return { cell: text, found: text.slice(start, end), column: start + 1, length: end - start };
}

function hasOrder(tests: UnaryTests): boolean {
  return (
    tests.kind === 'tests' &&
    tests.tests.some(
      (test) =>
        test.kind === 'interval' || (test.kind === 'comparison' && test.operator !== '=' && test.operator !== '!='),
    )
  );
}

function checkLiteral(text: string, literal: Literal, input: TableInput): Issue[] {
  if (literal.type === 'null' || input.type === 'list' || literal.type === input.type) return [];
  const meant = meantInstead(text, literal, input.type);
  const params = { ...at(text, literal), expected: input.type };
  return [
    errorIssue('cell_type', [], meant === null ? params : { ...params, suggestion: replaceSpan(text, literal, meant) }),
  ];
}

/** The literal of the column's type that says the same, where there is one. */
function meantInstead(text: string, literal: Literal, type: TableInput['type']): string | null {
  const { value } = literal;
  if (type === 'string') {
    return JSON.stringify(isTemporalType(literal.type) ? value : text.slice(literal.start, literal.end));
  }
  if (typeof value !== 'string' || literal.type !== 'string') return null;
  if (type === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? value.trim() : null;
  return isTemporalType(type) ? looseLiteral(value, type) : null;
}

function checkReference(text: string, reference: Reference, input: TableInput, inputs: readonly TableInput[]): Issue[] {
  const params = at(text, reference);
  if (reference.input === input.id) return [errorIssue('reference_to_itself', [], params)];
  const other = inputs.find((candidate) => candidate.id === reference.input);
  if (other === undefined || other.type === input.type) {
    return other?.type === 'list'
      ? [errorIssue('reference_type', [], { ...params, other: 'list', expected: 'member' })]
      : [];
  }
  // Members of a list are numbers, texts and truth values.
  const mayBeMember = other.type === 'number' || other.type === 'string' || other.type === 'boolean';
  if (input.type === 'list' && mayBeMember) return [];
  const expected = input.type === 'list' ? 'member' : input.type;
  return [errorIssue('reference_type', [], { ...params, other: other.type, expected })];
}

function slips(text: string, tests: UnaryTests, input: TableInput): Issue[] {
  if (tests.kind === 'any') return [];
  const issues: Issue[] = [];
  for (const test of tests.tests) {
    if (test.kind !== 'interval' || !isEmptyInterval(test)) continue;
    issues.push({ code: 'empty_interval', path: [], severity: 'warning', params: at(text, test) });
  }
  const found = input.type === 'number' ? grouped.exec(text) : null;
  if (found !== null) {
    const [number] = found;
    const span = { start: found.index, end: found.index + number.length };
    const plain = number.includes('.') ? number.replaceAll('.', '').replace(',', '.') : number.replaceAll(',', '');
    const params = { ...at(text, span), suggestion: replaceSpan(text, span, plain) };
    issues.push({ code: 'thousands_separator', path: [], severity: 'warning', params });
  }
  return issues;
}

/** Nothing lies between the ends; of a range between other inputs that is not known beforehand. */
function isEmptyInterval(interval: Interval): boolean {
  if (interval.low.kind === 'reference' || interval.high.kind === 'reference') return false;
  const { type } = interval.low;
  if (!isOrderedType(type)) return false;
  const low = ordinalOf(interval.low.value, type);
  const high = ordinalOf(interval.high.value, type);
  if (low === null || high === null || low > high) return true;
  if (low === high) return !interval.lowIncluded || !interval.highIncluded;
  return !interval.lowIncluded && !interval.highIncluded && ordinalStep(type) === 1 && high - low === 1;
}
