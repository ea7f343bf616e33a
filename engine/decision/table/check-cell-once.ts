import type { Issue } from '../../issue.ts';
import { checkCell } from '../cell/check-cell.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { TableInput } from '../model.ts';

/** What `checkCell` found. */
export interface CheckedCell {
  tests: UnaryTests;
  issues: Issue[];
}

/** Different texts that are kept per column. chosen: 20,000, four times the rows of the largest tables. */
const maxKept = 20_000;

const keptCells = new WeakMap<readonly TableInput[], Map<string, CheckedCell>[]>();

/**
 * `checkCell`, once per text and column: the rows of a table repeat themselves, and an edited table repeats nearly all of
 * the one before, whose `inputs` it shares. The same text gives the same object.
 * @param column index of the input
 * @example checkCellOnce('>= 5', 0, table.inputs) === checkCellOnce('>= 5', 0, table.inputs) // true
 */
export function checkCellOnce(text: string, column: number, inputs: readonly TableInput[]): CheckedCell {
  let columns = keptCells.get(inputs);
  if (columns === undefined) keptCells.set(inputs, (columns = inputs.map(() => new Map())));
  const kept = columns[column] as Map<string, CheckedCell>;
  const known = kept.get(text);
  if (known !== undefined) return known;
  const checked = checkCell(text, inputs[column] as TableInput, inputs);
  if (kept.size < maxKept) kept.set(text, checked);
  return checked;
}
