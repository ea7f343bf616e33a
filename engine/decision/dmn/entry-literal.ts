import type { JsonValue } from '../../json.ts';
import { formatLiteral } from '../cell/format-unary-tests.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import { tokenizeCell } from '../cell/tokenize-cell.ts';
import type { ValueType } from '../model.ts';

const noInputs: ReadonlySet<string> = new Set();

/** What an output entry says: a value, nothing, or an expression that would have to be computed. */
export type Entry = { kind: 'value'; value: JsonValue } | { kind: 'blank' } | { kind: 'expression' };

/**
 * Reads an output entry: a literal number, text, truth value, null, date, time or duration, or a list of those.
 * @param text the entry as it stands in the document
 * @example readEntry('date("2026-11-22")') // { kind: 'value', value: '2026-11-22' }
 * @source DMN 1.5, 8.2.5 (output entries) and 10.3.1.2 (literals)
 */
export function readEntry(text: string): Entry {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'blank' };
  if (/^\[\s*\]$/.test(trimmed)) return { kind: 'value', value: [] };
  if (trimmed.startsWith('"')) {
    const tokens = tokenizeCell(trimmed, noInputs);
    const [token, ...others] = tokens.ok ? tokens.value : [];
    return token?.kind === 'string' && others.length === 0
      ? { kind: 'value', value: token.value }
      : { kind: 'expression' };
  }
  const parsed = parseUnaryTests(trimmed);
  if (!parsed.ok || parsed.value.kind === 'any' || parsed.value.negated) return { kind: 'expression' };
  const [test, ...others] = parsed.value.tests;
  if (test === undefined || others.length > 0) return { kind: 'expression' };
  if (test.kind === 'list') return { kind: 'value', value: test.members.map((member) => member.value) };
  if (test.kind !== 'comparison' || test.operand.kind !== 'literal') return { kind: 'expression' };
  // `= 5` asks; only `5` says.
  return test.start === test.operand.start ? { kind: 'value', value: test.operand.value } : { kind: 'expression' };
}

/**
 * Writes a value as an output entry, the inverse of `readEntry`.
 * @param type of the column: texts of a date column are written as dates
 * @returns null for what no literal says: an object, or a list inside of a list
 * @example writeEntry('2026-11-22', 'date') // 'date("2026-11-22")'
 */
export function writeEntry(value: JsonValue | undefined, type: ValueType): string | null {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    const members = value.map((member) => (Array.isArray(member) ? null : writeEntry(member, 'string')));
    return members.includes(null) ? null : `[${members.join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) return null;
  const typed = formatLiteral(value, type);
  return readEntry(typed).kind === 'value' ? typed : formatLiteral(value);
}
