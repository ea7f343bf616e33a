import { ColumnSearch } from './column-search.ts';
import type { CompiledTable } from './compile-table.ts';
import type { FactColumns } from './fact-columns.ts';

/** What a table makes of many facts. */
export interface ColumnEvaluation {
  /** By fact: index of the deciding row among `compiled.rows`; `noRow`, `rowsConflict` or `valueRefused`, which are below 0. */
  rows: Int32Array;
  /** By row: how many facts it decides. */
  decided: Int32Array;
  /** All rows that match one fact, top down: indexes among `compiled.rows`; empty when one of its values is refused. */
  matchedRows(fact: number): number[];
}

/**
 * Evaluates a compiled table on facts in columns: tens of millions a second.
 * @param compiled from `compileTable`
 * @param facts from `factColumns`, for a table with the same inputs
 * @param day `YYYY-MM-DD`, the same for all facts; without one the rows that have days of validity do not match
 * @returns the deciding row of every fact by the table's hit policy, as `decidingRow` gives it
 * @example evaluateColumns(compiled, factColumns(table, facts)).rows[0]
 */
export function evaluateColumns(compiled: CompiledTable, facts: FactColumns, day?: string): ColumnEvaluation {
  const search = new ColumnSearch(compiled, facts, day);
  const rows = new Int32Array(facts.count);
  search.decideAll(rows);
  return {
    rows,
    decided: countDecided(rows, compiled.rows.length),
    matchedRows: (fact) => search.matchedRows(fact) ?? [],
  };
}

function countDecided(rows: Int32Array, rowCount: number): Int32Array {
  // The codes below 0 are counted too, in front, which spares a branch per fact.
  const counts = new Int32Array(rowCount + negatives);
  for (let fact = 0; fact < rows.length; fact++) {
    const at = (rows[fact] as number) + negatives;
    counts[at] = (counts[at] as number) + 1;
  }
  return counts.subarray(negatives);
}

/** `noRow`, `rowsConflict`, `valueRefused`. */
const negatives = 3;
