import type { DecisionTable, TableAnnotation, TableInput, TableOutput } from '../model.ts';

/** A column of a table as a range of cells sees it. */
export type GridColumn =
  | { kind: 'condition'; input: TableInput }
  | { kind: 'result'; output: TableOutput }
  | { kind: 'reason' }
  | { kind: 'source' }
  | { kind: 'annotation'; annotation: TableAnnotation };

/**
 * The columns that ranges count in, from left to right: conditions, results, reason, source, annotations.
 * @example gridColumns(table).findIndex((column) => column.kind === 'reason')
 */
export function gridColumns({ inputs, outputs, annotations = [] }: DecisionTable): GridColumn[] {
  return [
    ...inputs.map((input) => ({ kind: 'condition' as const, input })),
    ...outputs.map((output) => ({ kind: 'result' as const, output })),
    { kind: 'reason' },
    { kind: 'source' },
    ...annotations.map((annotation) => ({ kind: 'annotation' as const, annotation })),
  ];
}

/** What stands above the column. */
export function columnTitle(column: GridColumn): string {
  switch (column.kind) {
    case 'condition':
      return column.input.name;
    case 'result':
      return column.output.name;
    case 'annotation':
      return column.annotation.name;
    case 'reason':
      return 'Reason';
    case 'source':
      return 'Source';
  }
}
