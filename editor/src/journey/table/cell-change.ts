import { checkCell, isTemporalType, type TableInput, type TableRow } from '../../../../engine/index.ts';
import type { GridColumn } from './grid-columns.ts';
import type { CellChange } from './grid-edits.ts';
import { parseOutput } from './output-values.ts';

/** The change that a text typed into a cell makes; null for a column that cannot be edited. `inputs`: of the table. */
export function changeFor(
  row: TableRow,
  column: GridColumn,
  text: string,
  inputs: readonly TableInput[],
): CellChange | null {
  switch (column.kind) {
    case 'input':
      return { kind: 'when', row: row.id, input: column.input.id, text: asMeant(text, column.input, inputs) };
    case 'output':
      return { kind: 'then', row: row.id, output: column.output.id, value: parseOutput(text, column.output) };
    case 'annotation':
      return { kind: 'annotation', row: row.id, annotation: column.annotation.id, text: text.trim() };
    case 'reason':
    case 'source':
    case 'validFrom':
    case 'validUntil':
      return { kind: column.kind, row: row.id, text: text.trim() };
    case 'number':
    case 'hits':
      return null;
  }
}

/**
 * A condition as typed, but for the slips that everybody makes: a text without its quotes, a bare date. Anything else that
 * cannot be read stays as it is, marked, with what to write.
 */
export function asMeant(text: string, input: TableInput, inputs: readonly TableInput[] = []): string {
  const trimmed = text.trim();
  const forgiven = forgivenSlip(input);
  if (forgiven === null) return trimmed;
  const [issue] = checkCell(trimmed, input, inputs).issues;
  const suggestion = issue?.params.suggestion;
  if (issue?.code !== forgiven || typeof suggestion !== 'string') return trimmed;
  return checkCell(suggestion, input, inputs).issues.some((other) => other.severity === 'error') ? trimmed : suggestion;
}

/** The issue of a slip that is mended without a word, where the column has one. */
export function forgivenSlip({ type }: TableInput): string | null {
  if (type === 'string' || type === 'list') return 'unquoted_text';
  return isTemporalType(type) ? 'bare_temporal' : null;
}
