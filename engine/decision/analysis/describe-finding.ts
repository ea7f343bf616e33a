import type { JsonValue } from '../../json.ts';
import type { DecisionTable } from '../model.ts';
import type { Finding, Region } from './analysis.ts';

/**
 * Words a finding for people: what is wrong, where, and what to do. Rows are named by their place and id, columns by name.
 * @param table the table that was analysed
 * @example describeFinding(table, gap) // 'No row matches when Amount is >= 200. Add a row for it, or …'
 */
export function describeFinding(table: DecisionTable, finding: Finding): string {
  const { code, rows, columns, region, params } = finding;
  const [first = '', ...others] = rows.map((id) => rowName(table, id));
  const rest = listed(others);
  const column = listed(columns.map((id) => columnName(table, id)));
  switch (code) {
    case 'contradiction':
      return params['agree'] === true
        ? `${first} and ${rest} match the same facts, which the hit policy forbids though their results agree. Narrow one of them, or choose another hit policy.`
        : `${first} and ${rest} match the same facts and have different results. Narrow one of them, or choose a hit policy that says which one counts.${moreOf(params, 'pairs')}`;
    case 'gap':
      return `No row matches ${whenWords(table, region)}. Add a row for it, or give a result a default.${moreOf(params, 'gaps')}`;
    case 'gap_when_absent':
      return `No row matches ${whenWords(table, region)}. Require the value, or say with null in a cell what happens when it is absent.${moreOf(params, 'gaps')}`;
    case 'shadowed':
      return `${first} never decides: ${rest} ${others.length === 1 ? 'decides' : 'together decide'} everything that it matches. Move it up, narrow what stands before it, or delete it.`;
    case 'unreachable':
      return params['part'] === 'days'
        ? `${first} never counts: it has no day on which the table decides. Correct its days, or delete it.`
        : `${first} can never match: no value that may occur passes ${params['part'] === 'cell' ? `its cell in ${column}` : `its cells in ${column} together`}. Correct it, or delete the row.`;
    case 'value_not_allowed':
      return `${first} asks in ${column} for ${String(params['found'])}, which the column does not allow. Correct it, or allow it.`;
    case 'duplicate':
      return params['agree'] === true
        ? `${first} has the conditions and results of ${rest}. Delete one of them.`
        : `${first} has the conditions of ${rest}, but other results. Correct one of them, or delete it.`;
    case 'row_changes_nothing':
      return `${first} can be left out: every outcome stays the same without it. Keep it if its reason matters, or delete it.`;
    case 'column_decides_nothing':
      return params['untested'] === true
        ? `No row tests ${column}. Delete the column, or say in a row what depends on it.`
        : `${column} decides nothing: whatever its value, the outcome is the same. Delete the column, or correct the rows that test it.`;
    case 'overlap':
      return `${rest}${typeof params['unnamed'] === 'number' ? ` and ${params['unnamed']} more rows` : ''} ${others.length === 1 && params['unnamed'] === undefined ? 'decides' : 'decide'} a part of what ${first} matches, with other results. Nothing is wrong with that if it is meant so.`;
    case 'mergeable':
      return `${first} and ${rest} differ only in ${column} and can be one row, with ${String(params['cell'])} there.`;
    case 'not_analysed':
      return `${first} names so many values, or compares inputs in so many ways, that it was not analysed. What is said of other rows holds.`;
    case 'analysis_incomplete':
      return incompleteWords(
        params['what'],
        [first, ...others].filter((name) => name !== ''),
        column,
      );
  }
}

function incompleteWords(what: JsonValue | undefined, rows: string[], column: string): string {
  switch (what) {
    case 'gap':
      return 'Whether there are more gaps could not be found out: the rows are too entangled.';
    case 'list':
      return `${column} asks for so many different members of a list that not all lists could be looked through.`;
    case 'column_decides_nothing':
      return `Whether ${column} decides anything could not be found out: the rows are too entangled.`;
    default:
      return `Whether ${listed(rows)} can be left out could not be found out: the rows are too entangled.`;
  }
}

function moreOf(params: Finding['params'], things: string): string {
  const { more } = params;
  return typeof more === 'number'
    ? ` There are ${more} more such ${things}.`
    : more === true
      ? ` There are more ${things}.`
      : '';
}

/** So many names stand in one sentence. */
const maxNames = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, maxNames);
  if (names.length > maxNames) return `${shown.join(', ')} and ${names.length - maxNames} more`;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

function rowName({ rows }: DecisionTable, id: string): string {
  return `Row ${rows.findIndex((row) => row.id === id) + 1} ("${id}")`;
}

function columnName({ inputs }: DecisionTable, id: string): string {
  return `"${inputs.find((input) => input.id === id)?.name ?? id}"`;
}

function whenWords(table: DecisionTable, region: Region | undefined): string {
  if (region === undefined) return 'the facts of the example';
  const cells = Object.entries(region.when).map(
    ([id, cell]) => `${columnName(table, id)} is ${cell === 'null' ? 'absent' : cell}`,
  );
  const { validFrom, validUntil } = region;
  if (validFrom !== undefined) cells.push(`the day is ${validFrom} or later`);
  if (validUntil !== undefined) cells.push(`the day is ${validUntil} or earlier`);
  return cells.length === 0 ? 'anything' : `when ${listedAll(cells)}`;
}

function listedAll(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
