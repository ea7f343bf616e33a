import { errorIssue, type Result } from '../../issue.ts';
import type { TablePart } from '../table-shape.ts';

/** True when a list has an entry with the id. */
export function has(list: readonly { id: string }[] | undefined, id: string): boolean {
  return list?.some((entry) => entry.id === id) ?? false;
}

/** True for a text without anything in it. */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** The list with an entry more, at the end unless `at` says where. */
export function insert<Entry>(list: readonly Entry[], entry: Entry, at = list.length): Entry[] {
  const next = [...list];
  next.splice(at, 0, entry);
  return next;
}

/** The list with an entry elsewhere; `to` is its place afterwards. */
export function move<Entry extends { id: string }>(list: readonly Entry[], id: string, to: number): Entry[] {
  const entry = list.find((candidate) => candidate.id === id);
  const rest = list.filter((candidate) => candidate !== entry);
  return entry === undefined ? rest : insert(rest, entry, Math.max(0, to));
}

/** The record with a member set, or without it where the value is `nothing`. */
export function withMember<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
  nothing: Value,
): Record<string, Value> {
  return value === nothing ? withoutMember(record, key) : { ...record, [key]: value };
}

export function withoutMember<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

export function rowUnknown(row: string): Result<never> {
  return { ok: false, issues: [errorIssue('row_unknown', [], { id: row })] };
}

export function rowIdTaken(row: string): Result<never> {
  return { ok: false, issues: [errorIssue('row_id_taken', [], { id: row })] };
}

export function columnUnknown(column: string): Result<never> {
  return { ok: false, issues: [errorIssue('column_unknown', [], { id: column })] };
}

export function columnIdTaken(column: string): Result<never> {
  return { ok: false, issues: [errorIssue('column_id_taken', [], { id: column })] };
}

/** What an edit brings in could not be read again by `parseTable`. */
export function malformed(part: TablePart | string): Result<never> {
  return { ok: false, issues: [errorIssue('table_part_malformed', [], { part })] };
}
