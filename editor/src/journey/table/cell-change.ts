import { checkCell, type TableInput, type TableRow } from '../../../../engine/index.ts';
import type { GridColumn } from './grid-columns.ts';
import type { CellChange, CellTarget } from './grid-edits.ts';
import { parseOutput } from './output-values.ts';

/** The change that a text typed into a cell makes; null for a column that cannot be edited. */
export function changeFor(row: TableRow, column: GridColumn, text: string): CellChange | null {
  switch (column.kind) {
    case 'input':
      return { kind: 'when', row: row.id, input: column.input.id, text: asMeant(text, column.input) };
    case 'output':
      return { kind: 'then', row: row.id, output: column.output.id, value: parseOutput(text, column.output) };
    case 'reason':
    case 'source':
      return { kind: column.kind, row: row.id, text: text.trim() };
    case 'number':
    case 'hits':
      return null;
  }
}

/**
 * A condition as typed, but for the one slip that everybody makes: a text without its quotes. Anything else that cannot
 * be read stays as it is, marked, with what to write.
 */
export function asMeant(text: string, input: TableInput): string {
  const trimmed = text.trim();
  if (input.type !== 'string' && input.type !== 'list') return trimmed;
  const [issue] = checkCell(trimmed, input).issues;
  const suggestion = issue?.params.suggestion;
  if (issue?.code !== 'unquoted_text' || typeof suggestion !== 'string') return trimmed;
  return checkCell(suggestion, input).issues.some((other) => other.severity === 'error') ? trimmed : suggestion;
}

export function targetOf(column: GridColumn): CellTarget {
  switch (column.kind) {
    case 'input':
      return { kind: 'when', input: column.input.id };
    case 'output':
      return { kind: 'then', output: column.output.id };
    case 'reason':
    case 'source':
      return { kind: column.kind };
    case 'number':
    case 'hits':
      return null;
  }
}
