import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { Assumption, DecisionTable, TableSource, TableTest } from '../model.ts';
import { findBlocks, type Block } from './blocks.ts';
import { readText } from './exact-cell.ts';
import { assumptionFields, sourceFields } from './layout.ts';
import { cellIssue } from './place-issue.ts';
import { readRecords, readTests } from './read-records.ts';
import { readTableBlock } from './read-table-block.ts';
import type { Sheets } from './sheets.ts';

/** A table that came out of a spreadsheet, and what there is to say about the cells it came from. */
export interface ImportedTable {
  table: DecisionTable;
  /** Errors in single cells, whose text was kept, and warnings: `params.sheet` and `params.address` name the cell. */
  notes: Issue[];
}

/**
 * Reads sheets in our own layout, edited or not: the counterpart of `tableToSheets`. The first table is the table, further
 * ones are the tables that it uses. Sheets may stand in any order, or all in one, as in a CSV file.
 *
 * Cells that a person wrote are understood as `readCondition` does; what cannot be read is kept and noted. A condition
 * or result without id, a row without id, a repeated row id get one, with a note.
 * @returns the table, of the right form as far as cells can tell (`parseTable` of `rules/` judges a stranger's file); or issues
 *   `no_table_in_sheets`, `no_columns_row`, `unknown_column_kind`, `unknown_hit_policy`, `unknown_value_type`, `no_outputs`
 * @example sheetsToTable(tableToSheets(table))
 */
export function sheetsToTable(sheets: Sheets): Result<ImportedTable> {
  const { blocks, outside } = findBlocks(sheets);
  const tables: { block: Block; table: DecisionTable }[] = [];
  const notes: Issue[] = [];
  const issues: Issue[] = [];
  for (const block of blocks.filter(({ kind }) => kind === 'table')) {
    const read = readTableBlock(block);
    if (!read.ok) issues.push(...read.issues);
    else {
      tables.push({ block, table: read.value.table });
      notes.push(...read.value.notes);
    }
  }
  if (issues.length > 0) return { ok: false, issues };
  const first = tables[0];
  if (first === undefined) return { ok: false, issues: [errorIssue('no_table_in_sheets', [])] };
  if (tables.length > 1) first.table.uses = tables.slice(1).map(({ table }) => table);
  for (const block of blocks.filter(({ kind }) => kind !== 'table')) notes.push(...attach(block, blocks, tables));
  for (const row of outside.slice(0, 20)) notes.push(cellIssue('cells_outside_layout', 'warning', row, 0));
  return { ok: true, value: { table: first.table, notes } };
}

/** Puts tests, sources or assumptions into the table that the marker names, else into the one before. */
function attach(
  block: Block,
  blocks: readonly Block[],
  tables: readonly { block: Block; table: DecisionTable }[],
): Issue[] {
  const id = readText(block.marker.cells[1]);
  const named = tables.filter(({ table }) => table.id === id);
  const before = tables.findLast((entry) => blocks.indexOf(entry.block) < blocks.indexOf(block));
  const owner = (named.length === 1 ? named[0] : (before ?? tables[0]))?.table;
  if (owner === undefined) return [];
  const notes: Issue[] = [];
  if (named.length === 0) notes.push(cellIssue('unknown_table_named', 'warning', block.marker, 1, { table: owner.id }));
  if (block.kind === 'tests') {
    const { records, notes: more } = readTests(block, owner);
    owner.tests = [...(owner.tests ?? []), ...(records as unknown as TableTest[])];
    return [...notes, ...more];
  }
  const fields = block.kind === 'sources' ? sourceFields : assumptionFields;
  const { records, notes: more } = readRecords(block, fields);
  if (block.kind === 'sources') owner.sources = [...(owner.sources ?? []), ...(records as unknown as TableSource[])];
  else owner.assumptions = [...(owner.assumptions ?? []), ...(records as unknown as Assumption[])];
  return [...notes, ...more];
}
