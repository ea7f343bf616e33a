import {
  describeIssue,
  importGrid,
  suggestMapping,
  type CellReading,
  type ColumnMapping,
  type DecisionTable,
  type GridMapping,
  type MappedKind,
  type Sheet,
} from '../../../../../engine/index.ts';

/** What people call the kinds of columns. */
export const kindTitles: Record<MappedKind, string> = {
  condition: 'Condition',
  result: 'Result',
  reason: 'Why',
  source: 'Source',
  annotation: 'Remarks',
  'row-id': 'Id of the row',
  ignore: 'Leave out',
};

/** A sheet read by a mapping. */
export type MappedSheet =
  | { ok: true; mapping: GridMapping; table: DecisionTable; readings: CellReading[]; notes: string[] }
  | { ok: false; mapping: GridMapping | null; problems: string[] };

/** How a sheet that Steward did not write is most likely meant. */
export function suggested({ name, cells }: Sheet, fileName: string): MappedSheet {
  const found = suggestMapping(cells, { sheet: name, name: fileName });
  if (!found.ok) return { ok: false, mapping: null, problems: found.issues.map(describeIssue) };
  const { mapping, table, readings, notes } = found.value;
  return { ok: true, mapping, table, readings, notes: notes.map(describeIssue) };
}

/** The same sheet after a person has changed the mapping. */
export function mapped({ cells }: Sheet, mapping: GridMapping): MappedSheet {
  const read = importGrid(cells, mapping);
  if (!read.ok) return { ok: false, mapping, problems: read.issues.map(describeIssue) };
  const { table, readings, notes } = read.value;
  return { ok: true, mapping, table, readings, notes: notes.map(describeIssue) };
}

/** The mapping with one column changed; a column that becomes a condition or result is a text unless it says otherwise. */
export function withColumn(mapping: GridMapping, column: number, change: Partial<ColumnMapping>): GridMapping {
  return {
    ...mapping,
    columns: mapping.columns.map((entry) => (entry.column === column ? { ...entry, ...change } : entry)),
  };
}

/** True for the kinds whose cells have a type. */
export function hasType(kind: MappedKind): boolean {
  return kind === 'condition' || kind === 'result';
}

/** The first sheet in which something was found, else the first. */
export function likelySheet(sheets: readonly Sheet[], fileName: string): number {
  return Math.max(
    0,
    sheets.findIndex((sheet) => suggested(sheet, fileName).ok),
  );
}
