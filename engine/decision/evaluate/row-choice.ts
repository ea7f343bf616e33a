import type { HitPolicy } from '../model.ts';
import { resultOf } from '../table/result-of.ts';
import type { CompiledTable } from './compile-table.ts';
import { rankRows } from './hit-policy.ts';
import type { MaskSearch } from './mask-search.ts';

/** No row matches. */
export const noRow = -1;
/** Several rows match, and the hit policy does not allow it: `unique`, or `any` with different results. */
export const rowsConflict = -2;
/** A value is of a wrong type, or one that may not occur, or absent where it is required. */
export const valueRefused = -3;

/** Finds the row that decides among those that match: its index, `noRow` or `rowsConflict`. Null stands for the topmost. */
export type RowChoice = ((search: MaskSearch) => number) | null;

/**
 * How the hit policy of a table chooses the deciding row.
 *
 * | policy | deciding row |
 * | --- | --- |
 * | `first`, `rule-order`, `collect` | the topmost; nothing below it is looked at |
 * | `unique` | the only one |
 * | `any` | the topmost, when all give the same results |
 * | `priority`, `output-order` | the one that ranks first, of equals the topmost |
 */
export function rowChoiceOf(compiled: CompiledTable): RowChoice {
  const policy: HitPolicy = compiled.table.hitPolicy;
  switch (policy) {
    case 'first':
    case 'rule-order':
    case 'collect':
      return null;
    case 'unique':
      return onlyRow;
    case 'any':
      return agreedRow(resultClasses(compiled));
    case 'priority':
    case 'output-order':
      return rankedRow(ranksOf(compiled));
  }
}

function onlyRow(search: MaskSearch): number {
  const row = search.nextRow(0);
  return row !== -1 && search.nextRow(row + 1) !== -1 ? rowsConflict : row;
}

function agreedRow(classes: Int32Array): RowChoice {
  return (search) => {
    const first = search.nextRow(0);
    if (first === -1) return noRow;
    for (let row = search.nextRow(first + 1); row !== -1; row = search.nextRow(row + 1)) {
      if (classes[row] !== classes[first]) return rowsConflict;
    }
    return first;
  };
}

function rankedRow(ranks: Int32Array): RowChoice {
  return (search) => {
    let best = search.nextRow(0);
    if (best === -1) return noRow;
    for (let row = search.nextRow(best + 1); row !== -1; row = search.nextRow(row + 1)) {
      if ((ranks[row] as number) < (ranks[best] as number)) best = row;
    }
    return best;
  };
}

function ranksOf({ table, rows }: CompiledTable): Int32Array {
  const ranks = rankRows(table);
  return Int32Array.from(rows, (row) => ranks?.get(row) ?? 0);
}

/**
 * Numbers the results of rows: rows with equal results have the same number.
 * @returns one number per row that is not disabled, from 0 in the order of first appearance
 */
export function resultClasses({ table, rows }: CompiledTable): Int32Array {
  const classes = new Map<string, number>();
  return Int32Array.from(rows, (row) => {
    const key = JSON.stringify(table.outputs.map((output) => resultOf(row, output)));
    const known = classes.get(key) ?? classes.size;
    classes.set(key, known);
    return known;
  });
}
