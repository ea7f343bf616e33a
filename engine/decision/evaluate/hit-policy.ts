import { errorIssue, type Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { DecisionTable, TableOutput, TableRow } from '../model.ts';
import { resultOf } from '../table/result-of.ts';

/** What the hit policy makes of the rows that match. */
export interface Hits {
  /** All rows that match, in the order in which they count. */
  matched: readonly TableRow[];
  /** Those whose results make the outcome, in that order. */
  counting: readonly TableRow[];
}

/** The places of rows among all rows of their table by the priority of their results; 0 comes first. */
export type RowRanks = ReadonlyMap<TableRow, number>;

/**
 * Chooses the rows that count.
 *
 * | policy | counts |
 * | --- | --- |
 * | `unique` | the row; several are `several_rows_match` |
 * | `any` | all rows; when their results differ: `rows_disagree` |
 * | `priority` | the row that ranks first, of equals the topmost |
 * | `first` | the topmost |
 * | `rule-order`, `collect` as list, sum, count | all, top down |
 * | `output-order` | all, by rank |
 * | `collect` with `min`, `max` | the rows that give the figure, top down |
 * @param table the table
 * @param rows the rows that match, top down; at least one
 * @param ranks from `rankRows`; null for a policy without priorities
 * @source DMN 1.5, 8.2.8 (hit policies)
 */
export function applyHitPolicy(table: DecisionTable, rows: readonly TableRow[], ranks: RowRanks | null): Result<Hits> {
  switch (table.hitPolicy) {
    case 'unique':
      return rows.length === 1 ? hits(rows, rows) : conflict('several_rows_match', table, rows);
    case 'any':
      return rows.every((row) => agree(table, rows[0] as TableRow, row))
        ? hits(rows, rows)
        : conflict('rows_disagree', table, rows);
    case 'first':
      return hits(rows, rows.slice(0, 1));
    case 'priority': {
      const ranked = byRank(rows, ranks);
      return hits(ranked, ranked.slice(0, 1));
    }
    case 'output-order': {
      const ranked = byRank(rows, ranks);
      return hits(ranked, ranked);
    }
    case 'rule-order':
      return hits(rows, rows);
    case 'collect':
      return hits(rows, givingTheFigure(table, rows));
  }
}

function hits(matched: readonly TableRow[], counting: readonly TableRow[]): Result<Hits> {
  return { ok: true, value: { matched, counting } };
}

function conflict(code: string, table: DecisionTable, rows: readonly TableRow[]): Result<never> {
  const params = { table: table.name, version: table.version, rows: rows.map(({ id }) => id) };
  return { ok: false, issues: [errorIssue(code, [], params)] };
}

function agree(table: DecisionTable, left: TableRow, right: TableRow): boolean {
  return table.outputs.every((output) => sameJson(resultOf(left, output), resultOf(right, output)));
}

function byRank(rows: readonly TableRow[], ranks: RowRanks | null): readonly TableRow[] {
  // The sort is stable: of equals the upper row stays first.
  return rows.length < 2 ? rows : [...rows].sort((left, right) => (ranks?.get(left) ?? 0) - (ranks?.get(right) ?? 0));
}

function givingTheFigure(table: DecisionTable, rows: readonly TableRow[]): readonly TableRow[] {
  const { aggregation } = table;
  if (aggregation !== 'min' && aggregation !== 'max') return rows;
  const output = table.outputs[0] as TableOutput;
  const numbers = rows.map((row) => resultOf(row, output) as number);
  let figure = numbers[0] as number;
  for (const number of numbers) if (aggregation === 'min' ? number < figure : number > figure) figure = number;
  return rows.filter((_, index) => numbers[index] === figure);
}

/**
 * Ranks the rows of a table by the priority of their results: outputs count left to right, each by the place of its
 * result in the output's `allowed`; outputs without `allowed` do not count. No result comes after every result, and a
 * list stands where the first of its members stands.
 * @returns the ranks; null for hit policies that need none
 * @example rankRows(table)?.get(row)
 * @source DMN 1.5, 8.2.8 (PRIORITY and OUTPUT ORDER: the order of the output values)
 */
export function rankRows(table: DecisionTable): RowRanks | null {
  if (table.hitPolicy !== 'priority' && table.hitPolicy !== 'output-order') return null;
  const columns = table.outputs.flatMap((output) =>
    output.allowed === undefined
      ? []
      : [{ output, places: new Map<JsonValue, number>(output.allowed.map((value, place) => [value, place])) }],
  );
  const placesOf = (row: TableRow) => columns.map(({ output, places }) => placeOf(resultOf(row, output), places));
  const keyed = table.rows.map((row) => ({ row, places: placesOf(row) }));
  keyed.sort((left, right) => compare(left.places, right.places));
  const ranks = new Map<TableRow, number>();
  let rank = 0;
  for (const [index, { row, places }] of keyed.entries()) {
    const before = keyed[index - 1];
    if (before !== undefined && compare(before.places, places) !== 0) rank = index;
    ranks.set(row, rank);
  }
  return ranks;
}

function placeOf(value: JsonValue, places: ReadonlyMap<JsonValue, number>): number {
  if (!Array.isArray(value)) return places.get(value) ?? Infinity;
  let place = Infinity;
  for (const member of value) place = Math.min(place, places.get(member) ?? Infinity);
  return place;
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < left.length; index++) {
    const [one, other] = [left[index] as number, right[index] as number];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
