import { rankRows } from '../evaluate/hit-policy.ts';
import { hasDefaults } from '../evaluate/outcome.ts';
import type { DecisionTable, TableRow } from '../model.ts';
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
 * The rows in the order in which they decide: top down, or under `priority` as the evaluator ranks them, and top down among
 * equals.
 * @source DMN 1.5, 8.2.8 (priority)
 */
export function inOrderOfDecision({ table, rows }: Space): SpaceRow[] {
  if (table.hitPolicy !== 'priority') return rows;
  const ranks = rankRows(table);
  const rankOf = ({ index }: SpaceRow): number => ranks?.get(table.rows[index] as TableRow) ?? 0;
  return rows.toSorted((left, right) => rankOf(left) - rankOf(right) || left.index - right.index);
}
