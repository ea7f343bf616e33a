import { guardFormula } from '../decision/spreadsheet/formula-guard.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { LedgerLine } from './ledger-line.ts';

const columns = [
  'stream',
  'sequence',
  'kind',
  'decided at',
  'subject',
  'journey id',
  'journey',
  'step',
  'outcome',
  'table',
  'rule',
  'reason',
  'hash',
] as const;

/** What an auditor opened of an entry. */
export interface OpenedCells {
  subject: string | null;
  inputs: JsonObject;
  note?: string;
}

/**
 * The first line of a ledger in CSV.
 * @param withInputs whether columns for opened personal inputs follow
 * @example ledgerCsvHeader(false) // 'stream,sequence,kind,…\r\n'
 * @source RFC 4180 (CSV)
 */
export function ledgerCsvHeader(withInputs: boolean): string {
  return lineOf(withInputs ? [...columns, 'person', 'inputs', 'note'] : columns);
}

/**
 * An entry as a line of CSV, for reading: nobody can verify it. A cell that a spreadsheet would take for a formula (it
 * begins with = + - @, a tab or a line break, and is no plain number) gets an apostrophe before it.
 * @param line from `ledgerLine`
 * @param hash of the entry
 * @param opened its personal inputs; null where they stay sealed in a file that has columns for them
 * @example ledgerCsvLine(ledgerLine(entry), row.hash)
 * @source RFC 4180 (CSV); OWASP, CSV Injection
 */
export function ledgerCsvLine(line: LedgerLine, hash: string, opened?: OpenedCells | null): string {
  const { stream, sequence, kind, decidedAt, subjectRef, journey, step, outcome, tableId, ruleId, reason } = line;
  const { id = null, name = null } = journey ?? {};
  const cells = [stream, sequence, kind, decidedAt, subjectRef, id, name, step, outcome, tableId, ruleId, reason, hash];
  if (opened === undefined) return lineOf(cells);
  if (opened === null) return lineOf([...cells, null, null, null]);
  return lineOf([...cells, opened.subject, JSON.stringify(opened.inputs), opened.note ?? null]);
}

function lineOf(cells: readonly JsonValue[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: JsonValue): string {
  if (value === null) return '';
  const text = guardFormula(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
