import type { TableRow } from '../model.ts';
import { hasReference } from './cell-sets.ts';
import { cellOf, type CompiledTable } from './compile-table.ts';

/** What an edit did to one row. */
export interface RowChange {
  /** Index among the rows of the table before; -1 for a row that is new, or was disabled. */
  old: number;
  /** Index among the rows of the table after; -1 for a row that is gone, or is disabled. */
  next: number;
  /** It stands above or below rows that it did not before, or gives other results where rows are chosen by them. */
  moved: boolean;
  /** Indexes of the columns whose cells changed. */
  columns: number[];
  /** Its days of validity changed, or a changed cell compares with other inputs. */
  unclear: boolean;
}

/** More rows than this are quicker evaluated anew. chosen: 16, at about two milliseconds for a row and 50 for everything. */
const maxChanges = 16;

/**
 * Finds the rows that an edit touched. Rows are known by their ids, cells by what they mean to `checkRunnable`, which gives
 * the same object for the same text.
 * @returns the changes; null when so much changed that everything has to be evaluated anew: the inputs, the hit policy,
 *   many rows
 */
export function rowChanges(old: CompiledTable, next: CompiledTable): RowChange[] | null {
  if (old.table.inputs !== next.table.inputs || old.table.hitPolicy !== next.table.hitPolicy) return null;
  if (old.table.outputs !== next.table.outputs && usesResults(next)) return null;
  // A first cell with an offset makes times without one a wrong type.
  if (old.columns.some(({ offset }, index) => offset !== next.columns[index]?.offset)) return null;
  const oldIndexes = new Map(old.rows.map((row, index) => [row.id, index]));
  const nextIndexes = new Map(next.rows.map((row, index) => [row.id, index]));
  const moved = movedRow(
    old.rows.filter(({ id }) => nextIndexes.has(id)),
    next.rows.filter(({ id }) => oldIndexes.has(id)),
  );
  if (moved === undefined) return null;
  const changes: RowChange[] = [];
  for (const [index, row] of old.rows.entries()) {
    if (!nextIndexes.has(row.id)) changes.push({ old: index, next: -1, moved: false, columns: [], unclear: false });
  }
  for (const [index, row] of next.rows.entries()) {
    const before = oldIndexes.get(row.id);
    const change =
      before === undefined
        ? { old: -1, next: index, moved: false, columns: [], unclear: false }
        : changeOf(old, before, next, index, row.id === moved);
    if (change !== null) changes.push(change);
    if (changes.length > maxChanges) return null;
  }
  return changes;
}

/** Rows are chosen by what they give. */
function usesResults({ table }: CompiledTable): boolean {
  return table.hitPolicy === 'any' || table.hitPolicy === 'priority' || table.hitPolicy === 'output-order';
}

function changeOf(
  old: CompiledTable,
  before: number,
  next: CompiledTable,
  after: number,
  moved: boolean,
): RowChange | null {
  const oldRow = old.rows[before] as TableRow;
  const row = next.rows[after] as TableRow;
  if (oldRow === row) return moved ? { old: before, next: after, moved, columns: [], unclear: false } : null;
  const columns: number[] = [];
  let unclear = oldRow.validFrom !== row.validFrom || oldRow.validUntil !== row.validUntil;
  for (let column = 0; column < next.columns.length; column++) {
    const [was, is] = [cellOf(old, before, column), cellOf(next, after, column)];
    if (was === is || (was.kind === 'any' && is.kind === 'any')) continue;
    columns.push(column);
    unclear ||= hasReference(was) || hasReference(is);
  }
  const results = oldRow.then !== row.then && usesResults(next);
  if (columns.length === 0 && !unclear && !moved && !results) return null;
  return { old: before, next: after, moved: moved || results, columns, unclear };
}

/** The one row that stands elsewhere among the others; null when none does, undefined when several do. */
function movedRow(old: readonly TableRow[], next: readonly TableRow[]): string | null | undefined {
  const at = old.findIndex((row, index) => row.id !== next[index]?.id);
  if (at === -1) return null;
  for (const candidate of [old[at]?.id, next[at]?.id]) {
    const rest = next.filter(({ id }) => id !== candidate);
    if (
      candidate !== undefined &&
      old.filter(({ id }) => id !== candidate).every((row, index) => row.id === rest[index]?.id)
    ) {
      return candidate;
    }
  }
  return undefined;
}
