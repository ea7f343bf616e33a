import type { JsonValue } from '../../json.ts';
import type { DecisionTable, TableRow, TableTest } from '../model.ts';
import { givesSeveral } from '../table/gives-several.ts';
import { resultOf } from '../table/result-of.ts';
import type { Finding } from './analysis.ts';

/**
 * Makes a test of a finding's example, for the table to carry.
 *
 * The outcome that it expects is a proposal for the author to correct: null for a gap, the results of the row that the
 * finding is about everywhere else, under the policies that list or add up results the list or figure of that row alone.
 * The name says what was found.
 * @returns null for a finding without an example, or with one that is not said by facts of this table alone (`upstream`)
 * @example asTest(table, gap) // { name: 'Gap', facts: { amount: 200 }, outcome: null }
 */
export function asTest(table: DecisionTable, finding: Finding): TableTest | null {
  const { example, rows } = finding;
  if (example === undefined || example.upstream !== undefined) return null;
  const row = table.rows.find(({ id }) => id === rows[0]);
  const name = uniqueIn(table.tests ?? [], nameOf(finding), (test) => test.name);
  const day = example.day === undefined ? {} : { day: example.day };
  return { name, facts: example.facts, outcome: row === undefined ? null : expectedOf(table, row), ...day };
}

/**
 * Makes a row of a finding's region: of a gap the row that fills it, of `mergeable` the row that replaces the others.
 *
 * A row for a gap has no results yet: null each, for the author to fill in. Under `first` it belongs above a row that
 * matches everything, elsewhere it may stand anywhere, since no other row matches there.
 * @returns null for findings that no row can answer
 * @example asRow(table, gap) // { id: 'row-5', when: { amount: '>= 200' }, then: { handling: null } }
 */
export function asRow(table: DecisionTable, finding: Finding): TableRow | null {
  const { code, region, rows } = finding;
  if (region === undefined) return null;
  const original = table.rows.find(({ id }) => id === rows[0]);
  if (code === 'mergeable') return original === undefined ? null : { ...original, when: region.when };
  const { when, ...days } = region;
  const then = Object.fromEntries(table.outputs.map(({ id }): [string, JsonValue] => [id, null]));
  return { id: uniqueIn(table.rows, `row-${table.rows.length + 1}`, ({ id }) => id), when, then, ...days };
}

function nameOf({ code, rows }: Finding): string {
  const words = code.replaceAll('_', ' ');
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return rows.length === 0 ? capital : `${capital}: ${rows.slice(0, 2).join(', ')}`;
}

function expectedOf(table: DecisionTable, row: TableRow): TableTest['outcome'] {
  const { aggregation, outputs } = table;
  if (aggregation === 'count') return Object.fromEntries(outputs.map(({ id }) => [id, 1]));
  const results = Object.fromEntries(outputs.map((output) => [output.id, resultOf(row, output)]));
  return givesSeveral(table) ? [results] : results;
}

function uniqueIn<Entry>(entries: readonly Entry[], wanted: string, keyOf: (entry: Entry) => string): string {
  const taken = new Set(entries.map(keyOf));
  let key = wanted;
  for (let attempt = 2; taken.has(key); attempt++) key = `${wanted} ${attempt}`;
  return key;
}
