import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { writeText, writeValue } from './exact-cell.ts';
import {
  annotationFields,
  assumptionFields,
  blockMarkers,
  columnLabels,
  columnMarker,
  headFields,
  inputFields,
  outputFields,
  reservedWords,
  rowFields,
  rowMarker,
  sourceFields,
  type ColumnKind,
} from './layout.ts';
import { moreLabel, writeRecord, type Field } from './record-fields.ts';
import { readOwnCondition } from './own-condition.ts';
import { sameJson } from '../../same-json.ts';
import type { CellValue, Grid, Sheet, Sheets } from './sheets.ts';
import { testColumnLabel, testColumns, testFields, writeTest } from './test-cells.ts';

/**
 * Lays a table out as sheets that a person can read and edit: one for the table, one each for its tests, sources and
 * assumptions where it has them, and the same again for every table that it uses.
 *
 * Nothing is lost: `sheetsToTable` gives the same table back. What no cell can say stands as JSON under `More`.
 * @returns sheets with names that spreadsheets take; docs/spreadsheets.md shows the layout
 * @example writeCsv(tableToSheets(table))
 */
export function tableToSheets(table: DecisionTable): Sheets {
  const uses = table.uses ?? [];
  return [...sheetsOf(table, '', ['uses']), ...uses.flatMap((used, index) => sheetsOf(used, ` ${index + 2}`, []))];
}

/** Members of a table that have cells of their own. */
const laidOut = ['schemaVersion', 'inputs', 'outputs', 'annotations', 'rows', 'sources', 'assumptions', 'tests'];

function sheetsOf(table: DecisionTable, suffix: string, elsewhere: readonly string[]): Sheet[] {
  const { tests, sources, assumptions } = table;
  const sheets: Sheet[] = [{ name: `Table${suffix}`, ...tableSheet(table, elsewhere) }];
  if (tests !== undefined) {
    sheets.push({ name: `Tests${suffix}`, headRows: 2, cells: testCells(table, tests) });
  }
  if (sources !== undefined) {
    sheets.push({ name: `Sources${suffix}`, headRows: 2, cells: records('sources', table.id, sources, sourceFields) });
  }
  if (assumptions !== undefined) {
    const cells = records('assumptions', table.id, assumptions, assumptionFields);
    sheets.push({ name: `Assumptions${suffix}`, headRows: 2, cells });
  }
  return sheets;
}

interface LaidColumn {
  kind: ColumnKind;
  /** By label of the columns' head; the name under `Row`. */
  head: ReadonlyMap<string, CellValue>;
  cell: (row: TableRow) => CellValue;
  choices?: string[];
}

function tableSheet(table: DecisionTable, elsewhere: readonly string[]): Omit<Sheet, 'name'> {
  const columns = layColumns(table);
  const used = columnLabels.filter((label) => columns.some(({ head }) => (head.get(label) ?? null) !== null));
  const top = headRows(table, elsewhere);
  const cells: Grid = [
    ...top,
    [],
    [columnMarker, ...columns.map(({ kind }) => kind)],
    ...used.map((label) => [label, ...columns.map(({ head }) => head.get(label) ?? null)]),
    [rowMarker, ...columns.map(({ head }) => head.get(rowMarker) ?? null)],
  ];
  const headCount = cells.length;
  for (const row of table.rows) cells.push([writeText(row.id, reservedWords), ...columns.map(({ cell }) => cell(row))]);
  const textColumns = columns.flatMap(({ kind }, index) => (kind === 'condition' ? [index + 1] : []));
  const choices = columns.flatMap(({ choices: values }, index) =>
    values === undefined ? [] : [{ column: index + 1, values }],
  );
  return { cells, headRows: headCount, textColumns, ...(choices.length === 0 ? {} : { choices }) };
}

function headRows(table: DecisionTable, elsewhere: readonly string[]): Grid {
  const skipped = new Set([...laidOut, ...(table.uses?.length === 0 ? [] : elsewhere)]);
  // Empty lists have no cells that could say them.
  if (table.annotations?.length === 0) skipped.delete('annotations');
  const head = Object.fromEntries(Object.entries(table).filter(([key]) => !skipped.has(key)));
  const { cells, more } = writeRecord(head, headFields);
  const rows = headFields.flatMap((field, index) => {
    const cell = cells[index] ?? null;
    return cell === null ? [] : [[field.label, cell]];
  });
  return more === null ? rows : [...rows, [moreLabel, more]];
}

function layColumns(table: DecisionTable): LaidColumn[] {
  const columns: LaidColumn[] = [
    ...table.inputs.map((input) => ({
      kind: 'condition' as const,
      head: headOf(input, inputFields),
      cell: (row: TableRow) => conditionCell(own(row.when, input.id), input, table.inputs),
    })),
    ...table.outputs.map((output) => ({
      kind: 'result' as const,
      head: headOf(output, outputFields(output.type)),
      cell: (row: TableRow) => writeValue(own(row.then, output.id), output.type),
      ...(output.allowed === undefined || output.type === 'list' ? {} : { choices: output.allowed.map(String) }),
    })),
  ];
  for (const [kind, field] of Object.entries(rowFields) as [keyof typeof rowFields, Field][]) {
    const needed = kind === 'reason' || table.rows.some((row) => row[field.key as keyof TableRow] !== undefined);
    if (!needed) continue;
    const head = new Map([[rowMarker, field.label]]);
    columns.push({ kind, head, cell: (row) => writeRecord(row, [field]).cells[0] ?? null });
  }
  for (const annotation of table.annotations ?? []) {
    columns.push({
      kind: 'annotation',
      head: headOf(annotation, annotationFields),
      cell: (row) => writeText(own(row.annotations ?? {}, annotation.id)),
    });
  }
  const more = new Map(table.rows.map((row) => [row, moreOfRow(row, table)]));
  if ([...more.values()].some((cell) => cell !== null)) {
    columns.push({ kind: 'more', head: new Map([[rowMarker, moreLabel]]), cell: (row) => more.get(row) ?? null });
  }
  return columns;
}

function headOf(column: object, fields: readonly Field[]): Map<string, CellValue> {
  const { cells, more } = writeRecord(column, fields);
  return new Map([...fields.map((field, index) => [field.label, cells[index] ?? null] as const), [moreLabel, more]]);
}

/** Plain numbers and truth values as a spreadsheet's own; S-FEEL as text. */
function conditionCell(text: string | undefined, input: TableInput, inputs: readonly TableInput[]): CellValue {
  if (text === undefined) return null;
  const number = Number(text);
  const natural = String(number) === text && Number.isFinite(number) ? number : text;
  return readOwnCondition(natural, input, inputs).cell === text && text !== ''
    ? natural
    : `json: ${JSON.stringify(text)}`;
}

/** What of a row its columns cannot say: cells of columns that the table does not have, unknown members. */
function moreOfRow(row: TableRow, table: DecisionTable): CellValue {
  const known = {
    when: new Set(table.inputs.map(({ id }) => id)),
    then: new Set(table.outputs.map(({ id }) => id)),
    annotations: new Set((table.annotations ?? []).map(({ id }) => id)),
  };
  const rest = Object.entries(row).filter(([key, value]) => {
    if (key === 'id') return false;
    const field = Object.values(rowFields).find((candidate) => candidate.key === key);
    if (field !== undefined) return !sameJson(field.read(field.write(value)), value);
    if (key !== 'when' && key !== 'then' && key !== 'annotations') return true;
    const ids = Object.keys(value as object);
    return ids.some((id) => !known[key].has(id)) || (key === 'annotations' && ids.length === 0);
  });
  return rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function testCells(table: DecisionTable, tests: NonNullable<DecisionTable['tests']>): Grid {
  const columns = testColumns(table);
  const written = tests.map((test) => {
    const { facts, outcome, ...rest } = test;
    return { head: writeRecord(rest, testFields), ...writeTest({ ...rest, facts, outcome }, columns) };
  });
  const labels = [
    ...testFields.map(({ label }) => label),
    ...columns.map(testColumnLabel),
    'Facts',
    'Outcome',
    moreLabel,
  ];
  const rows = written.map(({ head, cells, facts, outcome }) => [...head.cells, ...cells, facts, outcome, head.more]);
  return [
    [blockMarkers.tests, table.id],
    ...withoutEmpty(labels, rows, ['Day', 'Decides', 'Facts', 'Outcome', moreLabel]),
  ];
}

function records(kind: 'sources' | 'assumptions', tableId: string, list: readonly object[], fields: Field[]): Grid {
  const rows = list.map((record) => {
    const { cells, more } = writeRecord(record, fields);
    return [...cells, more];
  });
  return [
    [blockMarkers[kind], tableId],
    ...withoutEmpty([...fields.map(({ label }) => label), moreLabel], rows, [moreLabel]),
  ];
}

/** Header and rows without those of the named columns in which nothing stands. */
function withoutEmpty(labels: readonly string[], rows: Grid, optional: readonly string[]): Grid {
  const kept = labels.map(
    (label, index) => !optional.includes(label) || rows.some((row) => (row[index] ?? null) !== null),
  );
  return [[...labels], ...rows].map((row) => row.filter((_, index) => kept[index]));
}
