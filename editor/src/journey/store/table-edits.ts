import {
  stepTypes,
  uniqueKey,
  type Command,
  type DecisionTable,
  type Finding,
  type TableEdit,
  type TableMeta,
  type TableRow,
  type TableTest,
} from '../../../../engine/index.ts';
import { asMeant } from '../table/cell-change.ts';
import { mergeRows, rowForGap } from '../table/finding-fixes.ts';
import type { CellChange, CellTarget, GridEdits } from '../table/grid-edits.ts';
import type { PolicyChoice } from '../table/hit-policies.ts';
import { parseOutput } from '../table/output-values.ts';
import type { DocumentStore } from './document-store.ts';
import type { Edits } from './edits.ts';
import { counted } from './words.ts';

/** What people do to the tables of a journey. */
export interface TableEdits {
  /** Key of a new table, or null when it could not be added. */
  addTable(): string | null;
  /** Adds a table that came from elsewhere. */
  importTable(table: DecisionTable): string | null;
  removeTable(key: string): void;
  /** Name, version, owner, tests, …; typing in one member is one entry. */
  setMeta(key: string, change: Partial<TableMeta>): void;
  /** Adds a test the table carries; false when it could not be added. Each is one entry of the undo stack. */
  addTest(key: string, test: TableTest): boolean;
  /** `at` counts from 0. */
  removeTest(key: string, at: number): void;
  setHitPolicy(key: string, choice: Pick<PolicyChoice, 'hitPolicy' | 'aggregation' | 'title'>): void;
  /** Adds or changes a column, with the tables that it needs; false when it cannot be. */
  keepColumn(key: string, label: string, changes: readonly TableEdit[]): boolean;
  moveColumn(key: string, kind: 'input' | 'output', id: string, to: number): void;
  removeColumn(key: string, kind: 'input' | 'output', id: string): void;
  /** Adds the row that fills a gap; its id, or null when it could not be added. */
  addGapRow(key: string, finding: Finding): string | null;
  /** Makes the rows of a `mergeable` finding one. */
  mergeRows(key: string, finding: Finding): void;
  /** The edits of one table's grid. */
  grid(key: string): GridEdits;
}

export function createTableEdits(store: DocumentStore, edits: Edits, newId: () => string): TableEdits {
  const tableOf = (key: string): DecisionTable | undefined => store.getState().journey.tables[key];
  const command = (key: string, edit: TableEdit): Command => ({ kind: 'edit-table', table: key, edit });
  const run = (key: string, label: string, changes: readonly TableEdit[], gesture?: string): boolean =>
    edits.run(
      `${label} in ${tableOf(key)?.name ?? 'the table'}`,
      changes.map((edit) => command(key, edit)),
      gesture,
    );

  function importTable(table: DecisionTable): string | null {
    const { tables } = store.getState().journey;
    const key = uniqueKey(table.id, (candidate) => Object.hasOwn(tables, candidate));
    return edits.run(`Add ${table.name}`, [{ kind: 'add-table', key, table: { ...table, id: key } }]) ? key : null;
  }

  return {
    importTable,
    addTable() {
      const start = Object.values(stepTypes)
        .find((type) => type.newTable !== undefined)
        ?.newTable?.();
      return start === undefined ? null : importTable(start);
    },
    removeTable(key) {
      edits.run(`Delete ${tableOf(key)?.name ?? 'the table'}`, [{ kind: 'patch', tables: { put: [], drop: [key] } }]);
    },
    setMeta(key, change) {
      run(key, 'Change', [{ kind: 'set-meta', change }], `meta ${key} ${Object.keys(change).join()}`);
    },
    addTest: (key, test) =>
      run(key, 'Add a test', [{ kind: 'set-meta', change: { tests: [...(tableOf(key)?.tests ?? []), test] } }]),
    removeTest(key, at) {
      const tests = (tableOf(key)?.tests ?? []).filter((_, index) => index !== at);
      run(key, 'Delete a test', [{ kind: 'set-meta', change: { tests } }]);
    },
    setHitPolicy(key, { hitPolicy, aggregation, title }) {
      const edit: TableEdit = {
        kind: 'set-hit-policy',
        hitPolicy,
        ...(aggregation === undefined ? {} : { aggregation }),
      };
      run(key, `Choose “${title}”`, [edit]);
    },
    keepColumn: (key, label, changes) => run(key, label, changes),
    moveColumn(key, kind, id, to) {
      run(key, 'Move a column', [
        kind === 'input' ? { kind: 'move-input', input: id, to } : { kind: 'move-output', output: id, to },
      ]);
    },
    removeColumn(key, kind, id) {
      run(key, 'Delete a column', [
        kind === 'input' ? { kind: 'remove-input', input: id } : { kind: 'remove-output', output: id },
      ]);
    },
    addGapRow(key, finding) {
      const table = tableOf(key);
      const id = rowId(newId);
      return table !== undefined && run(key, 'Add a row for a gap', rowForGap(table, finding, id)) ? id : null;
    },
    mergeRows(key, finding) {
      const table = tableOf(key);
      if (table !== undefined) run(key, 'Join rows', mergeRows(table, finding));
    },
    grid: (key) =>
      createGridEdits(
        () => tableOf(key),
        (label, changes) => run(key, label, changes),
        newId,
      ),
  };
}

function createGridEdits(
  table: () => DecisionTable | undefined,
  run: (label: string, changes: readonly TableEdit[]) => boolean,
  newId: () => string,
): GridEdits {
  const rowAt = (index: number) => table()?.rows[index];
  const newRow = (): TableRow => ({ id: rowId(newId), when: {}, then: {} });
  return {
    rowCount: () => table()?.rows.length ?? 0,
    setCells(changes, label) {
      run(label ?? (changes.length === 1 ? 'Edit a cell' : 'Edit cells'), changes.map(asEdit));
    },
    addRow: (at) => void run('Add a row', [{ kind: 'add-row', row: newRow(), at }]),
    duplicateRow(index) {
      const row = rowAt(index);
      if (row !== undefined) run('Duplicate a row', [{ kind: 'duplicate-row', row: row.id, newRowId: rowId(newId) }]);
    },
    moveRow(from, to) {
      const row = rowAt(from);
      if (row !== undefined) run('Move a row', [{ kind: 'move-row', row: row.id, to }]);
    },
    removeRows(indexes) {
      const rows = indexes.flatMap((index) => rowAt(index)?.id ?? []);
      if (rows.length > 0) run(`Delete ${counted(rows.length, 'row')}`, [{ kind: 'remove-rows', rows }]);
    },
    toggleRow(index) {
      const row = rowAt(index);
      if (row === undefined) return;
      const disabled = row.disabled !== true;
      run(`Switch a row ${disabled ? 'off' : 'on'}`, [{ kind: 'set-row', row: row.id, disabled }]);
    },
    paste(rows, columns, cells) {
      const current = table();
      if (current === undefined) return;
      const added: TableEdit[] = [];
      const changes = cells.flatMap((texts, offset) => {
        const index = rows[offset];
        let row = index === undefined ? undefined : current.rows[index];
        if (row === undefined) {
          row = newRow();
          added.push({ kind: 'add-row', row });
        }
        return texts.flatMap((text, column) => pasted(current, row.id, columns[column] ?? null, text) ?? []);
      });
      run(changes.length === 1 ? 'Paste a cell' : `Paste ${counted(changes.length, 'cell')}`, [
        ...added,
        ...changes.map(asEdit),
      ]);
    },
  };
}

/** Short, because row ids stand in decision records and in tests; letters first, because they are read as names. */
function rowId(newId: () => string): string {
  return `row-${newId().replaceAll('-', '').slice(0, 8)}`;
}

function asEdit(change: CellChange): TableEdit {
  switch (change.kind) {
    case 'when':
      return { kind: 'set-cell', row: change.row, input: change.input, cell: change.text };
    case 'then':
      return { kind: 'set-output', row: change.row, output: change.output, value: change.value };
    case 'reason':
      return { kind: 'set-row', row: change.row, reason: change.text };
    case 'source':
      return { kind: 'set-row', row: change.row, source: change.text };
  }
}

function pasted(table: DecisionTable, row: string, target: CellTarget, text: string): CellChange | null {
  if (target === null) return null;
  if (target.kind === 'when') {
    const input = table.inputs.find((entry) => entry.id === target.input);
    return input === undefined
      ? null
      : { kind: 'when', row, input: input.id, text: asMeant(text, input, table.inputs) };
  }
  if (target.kind === 'then') {
    const output = table.outputs.find((entry) => entry.id === target.output);
    return output === undefined ? null : { kind: 'then', row, output: output.id, value: parseOutput(text, output) };
  }
  return { kind: target.kind, row, text: text.trim() };
}
