import {
  stepTypes,
  uniqueKey,
  type Command,
  type DecisionTable,
  type Finding,
  type Issue,
  type TableEdit,
  type TableMeta,
  type TableRow,
  type TableTest,
  type TableTestResult,
} from '../../../../engine/index.ts';
import { mergeRows, rowForGap } from '../table/finding-fixes.ts';
import { acceptOutcome } from '../table/accept-outcome.ts';
import type { CellChange, GridEdits } from '../table/grid-edits.ts';
import type { PolicyChoice } from '../table/hit-policies.ts';
import { pasteInto } from '../table/paste-into.ts';
import type { DocumentStore } from './document-store.ts';
import type { Edits } from './edits.ts';
import { counted } from './words.ts';

/** What people do to the tables of a journey. */
export interface TableEdits {
  /** Key of a new table, or null when it could not be added. */
  addTable(): string | null;
  /** Adds a table that came from elsewhere. */
  importTable(table: DecisionTable): string | null;
  /** Puts another table in the place of one, which keeps its id; false when it could not be. */
  replaceTable(key: string, table: DecisionTable): boolean;
  removeTable(key: string): void;
  /** Name, version, owner, tests, …; typing in one member is one entry. */
  setMeta(key: string, change: Partial<TableMeta>): void;
  /** Adds a test the table carries; false when it could not be added. Each is one entry of the undo stack. */
  addTest(key: string, test: TableTest): boolean;
  /** Gives a day to the tests that have none. */
  dateTests(key: string, day: string): void;
  /** The test expects from now on what the table gave. */
  acceptTest(key: string, at: number, actual: TableTestResult['actual']): void;
  /** `at` counts from 0. */
  removeTest(key: string, at: number): void;
  setHitPolicy(key: string, choice: Pick<PolicyChoice, 'hitPolicy' | 'aggregation' | 'title'>): void;
  /** Adds or changes a column, with the tables that it needs; false when it cannot be. */
  keepColumn(key: string, label: string, changes: readonly TableEdit[]): boolean;
  moveColumn(key: string, kind: ColumnKind, id: string, to: number): void;
  removeColumn(key: string, kind: ColumnKind, id: string): void;
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

  /** Puts a whole table in the place of one; what it is called in the journey stays. */
  function replaceTable(key: string, label: string, table: DecisionTable): boolean {
    const put = [{ id: key, table }];
    return edits.run(`${label} in ${tableOf(key)?.name ?? 'the table'}`, [
      { kind: 'patch', tables: { put, drop: [] } },
    ]);
  }

  function importTable(table: DecisionTable): string | null {
    const { tables } = store.getState().journey;
    const key = uniqueKey(table.id, (candidate) => Object.hasOwn(tables, candidate));
    return edits.run(`Add ${table.name}`, [{ kind: 'add-table', key, table: { ...table, id: key } }]) ? key : null;
  }

  return {
    importTable,
    replaceTable: (key, table) => replaceTable(key, 'Import', { ...table, id: tableOf(key)?.id ?? table.id }),
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
    dateTests(key, day) {
      const tests = (tableOf(key)?.tests ?? []).map((test) => ({ ...test, day: test.day ?? day }));
      run(key, 'Give tests a day', [{ kind: 'set-meta', change: { tests } }]);
    },
    acceptTest(key, at, actual) {
      const tests = (tableOf(key)?.tests ?? []).map((test, index) =>
        index === at ? acceptOutcome(test, actual) : test,
      );
      run(key, 'Change a test', [{ kind: 'set-meta', change: { tests } }]);
    },
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
      run(key, 'Move a column', [moveOf(kind, id, to)]);
    },
    removeColumn(key, kind, id) {
      run(key, 'Delete a column', [removalOf(kind, id)]);
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
        (label, table) => replaceTable(key, label, table),
        (issues) => edits.refuse(issues),
        newId,
      ),
  };
}

type ColumnKind = 'input' | 'output' | 'annotation';

function moveOf(kind: ColumnKind, id: string, to: number): TableEdit {
  if (kind === 'input') return { kind: 'move-input', input: id, to };
  return kind === 'output' ? { kind: 'move-output', output: id, to } : { kind: 'move-annotation', annotation: id, to };
}

function removalOf(kind: ColumnKind, id: string): TableEdit {
  if (kind === 'input') return { kind: 'remove-input', input: id };
  return kind === 'output' ? { kind: 'remove-output', output: id } : { kind: 'remove-annotation', annotation: id };
}

function createGridEdits(
  table: () => DecisionTable | undefined,
  run: (label: string, changes: readonly TableEdit[]) => boolean,
  replace: (label: string, table: DecisionTable) => boolean,
  refuse: (issues: readonly Issue[]) => void,
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
    setDays(index, days) {
      const row = rowAt(index);
      if (row !== undefined) run('Change days of validity', [{ kind: 'set-row', row: row.id, ...days }]);
    },
    paste(shown, at, text) {
      const current = table();
      if (current === undefined) return null;
      const pasted = pasteInto(current, shown, at, text, () => rowId(newId));
      if (!pasted.ok) {
        refuse(pasted.issues);
        return null;
      }
      const { report } = pasted.value;
      const label = report.changed === 1 ? 'Paste a cell' : `Paste ${counted(report.changed, 'cell')}`;
      return report.changed === 0 || replace(label, pasted.value.table) ? report : null;
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
    case 'annotation':
      return { kind: 'set-annotation', row: change.row, annotation: change.annotation, text: change.text };
    case 'reason':
    case 'source':
    case 'validFrom':
    case 'validUntil':
      return { kind: 'set-row', row: change.row, [change.kind]: change.text };
  }
}
