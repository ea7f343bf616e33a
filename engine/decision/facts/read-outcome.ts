import type { JsonObject, JsonValue } from '../../json.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import { readSegments, splitPath } from './read-path.ts';

/**
 * Splits a path into an outcome: a path that is an output's id as a whole is that output, dots and all.
 * @returns null for a path that reaches nothing
 * @example outcomeSegments(table, 'Approval Status') // ['Approval Status']
 */
export function outcomeSegments(table: DecisionTable, path: string): string[] | null {
  return table.outputs.some(({ id }) => id === path) ? [path] : splitPath(path);
}

/**
 * Reads a value out of an outcome.
 * @param outcome of the table that was decided before; null when it gave none
 * @param segments from `outcomeSegments`
 * @returns null where there is none; of a list of outcomes the list of their values, members of lists one by one, absent
 *   ones left out
 * @example readOutcome([{ tag: 'a' }, { tag: 'b' }], ['tag']) // ['a', 'b']
 */
export function readOutcome(outcome: Outcome, segments: readonly string[]): JsonValue {
  if (outcome === null) return null;
  if (Array.isArray(outcome))
    return outcome.flatMap((one): JsonValue[] => {
      const value = readOne(one, segments);
      return value === null ? [] : Array.isArray(value) ? value : [value];
    });
  return readOne(outcome, segments);
}

function readOne(outcome: JsonObject, segments: readonly string[]): JsonValue {
  return readSegments(outcome, segments) ?? null;
}
