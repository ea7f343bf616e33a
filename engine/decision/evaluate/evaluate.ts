import type { JsonObject } from '../../json.ts';
import type { CompiledTable } from './compile-table.ts';
import { FactSearch } from './fact-search.ts';

/**
 * Evaluates a compiled table on facts: the fast path for one object after the other. It reads each input at its path in the
 * facts; tables that use others, and facts that stand elsewhere, go through `decideTable`.
 * @param compiled from `compileTable`
 * @param facts the object that holds the inputs; only own fields count
 * @param day `YYYY-MM-DD`; without one the rows that have days of validity do not match
 * @returns the deciding row by the table's hit policy, and on demand all matching rows
 * @example evaluate(compiled, { amount: 12, customer: { tier: 'gold' } }).row
 */
export function evaluate(compiled: CompiledTable, facts: JsonObject, day?: string): Evaluation {
  return new Evaluation(compiled, facts, day, decidingRow(compiled, facts, day));
}

/** What a table makes of facts. */
export class Evaluation {
  /** Index of the deciding row among `compiled.rows`; `noRow`, `rowsConflict` or `valueRefused`, which are below 0. */
  readonly row: number;
  private readonly compiled: CompiledTable;
  private readonly facts: JsonObject;
  private readonly day: string | undefined;

  constructor(compiled: CompiledTable, facts: JsonObject, day: string | undefined, row: number) {
    this.row = row;
    this.compiled = compiled;
    this.facts = facts;
    this.day = day;
  }

  /** All rows that match, top down: indexes among `compiled.rows`; found when asked for, on the facts as they then stand. */
  get matched(): number[] {
    return matchedRows(this.compiled, this.facts, this.day);
  }
}

/**
 * The deciding row without an object around it, for callers that evaluate millions.
 * @returns index of the deciding row among `compiled.rows`; `noRow`, `rowsConflict` or `valueRefused`, which are below 0
 * @example decidingRow(compiled, { amount: 12 })
 */
export function decidingRow(compiled: CompiledTable, facts: JsonObject, day?: string): number {
  return searchOf(compiled).decidingRow(facts, day);
}

/**
 * All rows that match, top down: indexes among `compiled.rows`. Empty when a value is refused.
 * @example matchedRows(compiled, { amount: 12 }) // [0, 4]
 */
export function matchedRows(compiled: CompiledTable, facts: JsonObject, day?: string): number[] {
  const reader = searchOf(compiled);
  return reader.read(facts, day) ? reader.search.allRows() : [];
}

const searches = new WeakMap<CompiledTable, FactSearch>();
/** A caller most often stays with a table, and looking it up would take a tenth of an evaluation. */
let last: { compiled: CompiledTable; search: FactSearch } | null = null;

/** What all evaluations of one table share. */
function searchOf(compiled: CompiledTable): FactSearch {
  if (last !== null && last.compiled === compiled) return last.search;
  let search = searches.get(compiled);
  if (search === undefined) searches.set(compiled, (search = new FactSearch(compiled)));
  last = { compiled, search };
  return search;
}
