import type { TableInput } from '../model.ts';
import { readMarked } from './exact-cell.ts';
import { readCondition, type ConditionReading } from './read-condition.ts';
import type { CellValue } from './sheets.ts';

/** Reads a condition of our own layout: S-FEEL as it stands, and what a person may have typed instead. */
export function readOwnCondition(
  cell: CellValue | undefined,
  input: TableInput,
  inputs: readonly TableInput[],
): ConditionReading {
  const marked = readMarked(cell);
  if (typeof marked === 'string') return { cell: marked, how: 'exact', issues: [] };
  return readCondition(cell, input, {}, { inputs });
}
