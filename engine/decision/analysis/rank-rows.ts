import type { JsonValue } from '../../json.ts';
import { hasDefaults } from '../evaluate/outcome.ts';
import type { DecisionTable } from '../model.ts';
import type { Space, SpaceRow } from './table-space.ts';

/** True for the policies under which of several matching rows one decides. */
export function hasPrecedence({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'first' || hitPolicy === 'priority';
}

/** The outcome where no row matches, as a `resultKey`; null where it is no results at all. */
export function defaultKey(table: DecisionTable): string | null {
  return hasDefaults(table) ? JSON.stringify(table.outputs.map((output) => output.default ?? null)) : null;
}

/**
 * The rows in the order in which they decide: top down, or under `priority` by the place of their results among the
 * allowed ones, outputs left to right, and top down among equals.
 * @source DMN 1.5, 8.2.8 (priority)
 */
export function rankRows({ table, rows }: Space): SpaceRow[] {
  if (table.hitPolicy !== 'priority') return rows;
  const rank = (row: SpaceRow): number[] =>
    table.outputs.flatMap(({ allowed }, index) =>
      allowed === undefined ? [] : [placeIn(allowed, row.results[index] ?? null)],
    );
  return rows
    .map((row) => ({ row, ranks: rank(row) }))
    .sort((left, right) => {
      const at = left.ranks.findIndex((place, index) => place !== right.ranks[index]);
      return at === -1 ? left.row.index - right.row.index : (left.ranks[at] as number) - (right.ranks[at] as number);
    })
    .map(({ row }) => row);
}

function placeIn(allowed: readonly (string | number)[], value: JsonValue): number {
  const place = allowed.indexOf(value as string);
  return place === -1 ? allowed.length : place;
}
