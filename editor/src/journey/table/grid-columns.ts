import type {
  DecisionTable,
  TableAnnotation,
  TableInput,
  TableOutput,
  TableRow,
  ValueType,
} from '../../../../engine/index.ts';
import { formatOutput } from './output-values.ts';

/** The columns of the grid, from left to right. */
export type GridColumn =
  | { kind: 'number'; key: string }
  | { kind: 'input'; key: string; input: TableInput }
  | { kind: 'output'; key: string; output: TableOutput }
  | { kind: 'hits'; key: string }
  | { kind: 'reason'; key: string }
  | { kind: 'source'; key: string }
  | { kind: 'annotation'; key: string; annotation: TableAnnotation }
  | { kind: 'validFrom'; key: string }
  | { kind: 'validUntil'; key: string };

/**
 * `withHits`: a simulation has counted how often each row decided. Days of validity are shown where a row has them. Columns
 * stand in the order in which ranges are copied to and from spreadsheets (`gridColumns` of the engine).
 */
export function gridColumns(table: DecisionTable, withHits: boolean): GridColumn[] {
  return [
    { kind: 'number', key: 'number' },
    ...table.inputs.map((input) => ({ kind: 'input' as const, key: `when ${input.id}`, input })),
    ...table.outputs.map((output) => ({ kind: 'output' as const, key: `then ${output.id}`, output })),
    ...(withHits ? [{ kind: 'hits' as const, key: 'hits' }] : []),
    { kind: 'reason', key: 'reason' },
    { kind: 'source', key: 'source' },
    ...(table.annotations ?? []).map((annotation) => ({
      kind: 'annotation' as const,
      key: `annotation ${annotation.id}`,
      annotation,
    })),
    ...(hasDays(table)
      ? [
          { kind: 'validFrom' as const, key: 'validFrom' },
          { kind: 'validUntil' as const, key: 'validUntil' },
        ]
      : []),
  ];
}

function hasDays({ rows }: DecisionTable): boolean {
  return rows.some(({ validFrom, validUntil }) => validFrom !== undefined || validUntil !== undefined);
}

/** The column's name, for headers and for screen readers. */
export function columnName(column: GridColumn): string {
  switch (column.kind) {
    case 'number':
      return 'Row';
    case 'input':
      return column.input.name;
    case 'output':
      return column.output.name;
    case 'hits':
      return 'Simulated';
    case 'reason':
      return 'Why';
    case 'source':
      return 'Source';
    case 'annotation':
      return column.annotation.name;
    case 'validFrom':
      return 'Valid from';
    case 'validUntil':
      return 'Valid until';
  }
}

/** What the cell says as text: for editing, copying, searching and measuring. */
export function cellText(row: TableRow, column: GridColumn, rowNumber: number): string {
  switch (column.kind) {
    case 'number':
      return String(rowNumber);
    case 'input':
      return row.when[column.input.id] ?? '';
    case 'output':
      return formatOutput(row.then[column.output.id] ?? null);
    case 'hits':
      return '';
    case 'reason':
      return row.reason ?? '';
    case 'source':
      return row.source ?? '';
    case 'annotation':
      return row.annotations?.[column.annotation.id] ?? '';
    case 'validFrom':
      return row.validFrom ?? '';
    case 'validUntil':
      return row.validUntil ?? '';
  }
}

export function isEditable(column: GridColumn): boolean {
  return column.kind !== 'number' && column.kind !== 'hits';
}

const narrowest: Record<GridColumn['kind'], number> = {
  number: 52,
  input: 112,
  output: 112,
  hits: 116,
  reason: 240,
  source: 150,
  annotation: 150,
  validFrom: 112,
  validUntil: 112,
};
const widest: Record<GridColumn['kind'], number> = {
  number: 52,
  input: 260,
  output: 220,
  hits: 116,
  reason: 420,
  source: 240,
  annotation: 320,
  validFrom: 130,
  validUntil: 130,
};
const characterPx: Record<GridColumn['kind'], number> = {
  number: 8,
  input: 7.8,
  output: 7.4,
  hits: 7,
  reason: 6.6,
  source: 6.8,
  annotation: 6.6,
  validFrom: 7.4,
  validUntil: 7.4,
};

/** Widths in pixels that hold what the first rows say, within limits. */
export function columnWidths(table: DecisionTable, columns: readonly GridColumn[]): number[] {
  const rows = table.rows.slice(0, 200);
  return columns.map((column) => {
    const longest = Math.max(
      columnName(column).length * 1.05,
      // The line under the name may be cut: it is whole in the tip and in the column's settings.
      Math.min(columnNote(column).length, 16) * 0.86,
      ...rows.map((row) => cellText(row, column, 0).length),
    );
    const wanted = Math.ceil(longest * characterPx[column.kind]) + 28;
    return Math.min(widest[column.kind], Math.max(narrowest[column.kind], wanted));
  });
}

const typeWords: Record<ValueType, string> = {
  number: 'number',
  string: 'text',
  boolean: 'yes / no',
  date: 'date',
  time: 'time',
  'date-time': 'date and time',
  'day-time-duration': 'days and time',
  'year-month-duration': 'years and months',
  list: 'list',
};

/** The line under the column's name: unit or type, and where the value is found. */
export function columnNote(column: GridColumn): string {
  switch (column.kind) {
    case 'input':
      return `${column.input.unit ?? typeWords[column.input.type]} · ${column.input.from === undefined ? '' : `${column.input.from}: `}${column.input.path}`;
    case 'output':
      if (column.output.unit !== undefined) return column.output.unit;
      return column.output.allowed === undefined
        ? typeWords[column.output.type]
        : `${column.output.allowed.length} values`;
    case 'hits':
      return 'customers';
    case 'number':
    case 'reason':
    case 'source':
      return '';
    case 'annotation':
      return 'remarks';
    case 'validFrom':
      return 'first day';
    case 'validUntil':
      return 'last day';
  }
}
