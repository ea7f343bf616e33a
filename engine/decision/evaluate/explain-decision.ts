import type { Issue, Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { checkCell } from '../cell/check-cell.ts';
import { matchesTests } from '../cell/match-test.ts';
import { checkDay, isValidOn } from '../facts/day.ts';
import { itemIsFacts, type FactMapping } from '../facts/fact-mapping.ts';
import type { FactReader } from '../facts/fact-reader.ts';
import type { DecisionTable, HitPolicy, Outcome, TableRow } from '../model.ts';
import { decideUsed } from './chain.ts';
import { decideValues, type DecideOptions } from './decide.ts';
import { applyHitPolicy, type Hits } from './hit-policy.ts';
import { chainReaders, readyChain, type ChainReaders, type ReadyChain, type ReadyTable } from './ready-table.ts';

/** One cell of a row, held against the facts. */
export interface CellExplanation {
  /** Id of the input. */
  input: string;
  name: string;
  /** Where the value was looked for: a path in the item, or the id of a used table and a path in its outcome. */
  path: string;
  /** The cell as written; `-` for a blank one. */
  test: string;
  /** The value found; null for an absent one. */
  value: JsonValue;
  passed: boolean;
}

/**
 * What became of a row.
 *
 * `counts`: its results are in the outcome. `disabled`, `not_on_this_day`: it was not asked. `cell_failed`: a cell did not
 * pass. `below_first`: a row above it decided (policy `first`). `outranked`: the results of another row come first
 * (`priority`). `not_the_figure`: another row gives the minimum or maximum. `conflict`: it matches together with rows that
 * it must not match with (`unique`, `any`).
 */
export type RowFate =
  | 'counts'
  | 'disabled'
  | 'not_on_this_day'
  | 'cell_failed'
  | 'below_first'
  | 'outranked'
  | 'not_the_figure'
  | 'conflict';

export interface RowExplanation {
  row: string;
  disabled: boolean;
  /** Every cell passed, on this day; never true for a disabled row. */
  matched: boolean;
  /** This row made the decision, alone or with others. */
  decided: boolean;
  fate: RowFate;
  cells: CellExplanation[];
}

/** Why a table decided as it did. Holds values of the item: show it to those who may see them, and keep it out of logs. */
export interface DecisionExplanation {
  tableId: string;
  tableName: string;
  hitPolicy: HitPolicy;
  /** The first row that counts; null when none does. */
  decidingRow: string | null;
  outcome: Outcome;
  /** Why the rows that match make no decision: `several_rows_match`, `rows_disagree`, `figure_too_large`; empty when they do. */
  issues: Issue[];
  /** All rows, top down. */
  rows: RowExplanation[];
  /** The tables that this one used, in the order in which they were decided. */
  required: DecisionExplanation[];
}

/**
 * Explains a decision cell by cell. It reads the parsed cells one by one, apart from the masks that `decideTable` runs on.
 * @param table the table
 * @param facts the item
 * @param mapping where the facts are in the item; the item itself when left out
 * @param options the day of the decision
 * @returns the explanation, also when rows contradict one another; or issues of table, mapping, facts and day as
 *   `decideTable` gives them, and those of a used table that cannot decide
 * @example explainDecision(table, { order: { amount: 50 } })
 */
export function explainDecision(
  table: DecisionTable,
  facts: JsonObject,
  mapping: FactMapping = itemIsFacts,
  options: DecideOptions = {},
): Result<DecisionExplanation> {
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const readers = chainReaders(chain.value, mapping);
  if (!readers.ok) return readers;
  return explainChain(chain.value, readers.value, facts, options.day);
}

/** Explains a decision by a table that is ready, whose readers find the facts in `item`. */
export function explainChain(
  chain: ReadyChain,
  readers: ChainReaders,
  item: JsonObject,
  day: string | undefined,
): Result<DecisionExplanation> {
  const required: DecisionExplanation[] = [];
  const upstream = decideUsed(chain, readers, item, (ready, values) => {
    const reader = readers.used[chain.used.indexOf(ready)] as FactReader;
    const explained = explainTable(ready, reader, values, day);
    if (!explained.ok) return explained;
    required.push(explained.value);
    return decideValues(ready, values, day);
  });
  if (!upstream.ok) return upstream;
  const values = readers.last.read(item, upstream.value.outcomes);
  if (!values.ok) return values;
  const explained = explainTable(chain.last, readers.last, values.value, day);
  if (!explained.ok) return explained;
  return { ok: true, value: { ...explained.value, required } };
}

/** Explains a table for itself. */
function explainTable(
  ready: ReadyTable,
  reader: FactReader,
  values: readonly JsonValue[],
  day: string | undefined,
): Result<DecisionExplanation> {
  const { table } = ready;
  const ofDay = ready.needsDay ? checkDay(table, day) : null;
  if (ofDay !== null) return { ok: false, issues: [ofDay] };
  const positions = new Map(table.inputs.map(({ id }, index) => [id, index]));
  const facts: ExplainedFacts = {
    values,
    paths: reader.paths,
    valueOf: (id) => values[positions.get(id) ?? -1] ?? null,
    day,
  };
  const rows = table.rows.map((row) => explainRow(table, row, facts));
  const matching = table.rows.filter((_, index) => rows[index]?.matched === true);
  const hits = matching.length === 0 ? null : applyHitPolicy(table, matching, ready.ranks);
  const decided = decideValues(ready, values, day);
  for (const [index, explained] of rows.entries()) {
    explained.fate = fateOf(ready, table.rows[index] as TableRow, explained, hits);
    explained.decided = explained.fate === 'counts';
  }
  return {
    ok: true,
    value: {
      tableId: table.id,
      tableName: table.name,
      hitPolicy: table.hitPolicy,
      decidingRow: hits?.ok === true ? (hits.value.counting[0]?.id ?? null) : null,
      outcome: decided.ok ? decided.value.outcome : null,
      issues: decided.ok ? [] : decided.issues,
      rows,
      required: [],
    },
  };
}

/** What the cells of a table are held against. */
interface ExplainedFacts {
  values: readonly JsonValue[];
  paths: readonly string[];
  valueOf: (input: string) => JsonValue;
  day: string | undefined;
}

function explainRow(
  table: DecisionTable,
  row: TableRow,
  { values, paths, valueOf, day }: ExplainedFacts,
): RowExplanation {
  const cells = table.inputs.map((input, column): CellExplanation => {
    const written = Object.hasOwn(row.when, input.id) ? (row.when[input.id] as string).trim() : '';
    const value = values[column] ?? null;
    // A disabled row may hold unfinished cells; those pass as if they were blank.
    const { tests } = checkCell(written, input, table.inputs);
    const passed = matchesTests(tests, value, input.type, valueOf);
    return { input: input.id, name: input.name, path: paths[column] as string, test: written || '-', value, passed };
  });
  const disabled = row.disabled === true;
  const counts = !disabled && (day === undefined || isValidOn(row, day));
  const fate = disabled ? 'disabled' : counts ? 'cell_failed' : 'not_on_this_day';
  const matched = counts && cells.every((cell) => cell.passed);
  return { row: row.id, disabled, matched, decided: false, fate, cells };
}

function fateOf({ table }: ReadyTable, row: TableRow, explained: RowExplanation, hits: Result<Hits> | null): RowFate {
  if (!explained.matched || hits === null) return explained.fate;
  if (!hits.ok) return 'conflict';
  if (hits.value.counting.includes(row)) return 'counts';
  if (table.hitPolicy === 'first') return 'below_first';
  return table.hitPolicy === 'priority' ? 'outranked' : 'not_the_figure';
}
