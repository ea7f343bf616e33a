import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Decision } from '../decision.ts';
import { givesSeveral } from '../table/gives-several.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import { checkOutputField, recordTableOutcome } from './record-outcome.ts';

/** What becomes of an outcome: where it stands in the item, and which way the item goes. */
export interface OutcomePlacing {
  /** Path of the field that gets the outcome; empty puts each result into the item itself. */
  outputField: string;
  /** Several outcomes of one item: one item with their list, or an item for each. */
  several: 'list' | 'items';
  /** Which result chooses the way, and the values, in words, that have a way of their own; null: one way for all. */
  route: { output: string; values: readonly string[] } | null;
}

/** An item that goes on. */
export interface PlacedItem {
  item: JsonObject;
  /** Index of its value in `route.values`; their number for any other value; 0 without a route. */
  way: number;
}

/**
 * Writes a table's decision into an item and says which way it goes. The item given stays as it is.
 * @param item the item as it stands in n8n
 * @param stepName name of the step that decided
 * @param decided from `decideTable`
 * @param placing from settings that `checkPlacing` found nothing wrong with
 * @returns one item; one for each outcome where `several` is `items` and there is at least one
 * @example placeOutcome({ id: 1 }, 'Refund', decided, { outputField: 'decision', several: 'list', route: null })[0].item
 */
export function placeOutcome(
  item: JsonObject,
  stepName: string,
  decided: { decision: Decision; outcome: Outcome },
  placing: OutcomePlacing,
): PlacedItem[] {
  const { outcome } = decided;
  const outcomes = placing.several === 'items' && Array.isArray(outcome) && outcome.length > 0 ? outcome : [outcome];
  return outcomes.map((one) => ({
    item: recordTableOutcome(item, stepName, { decision: decided.decision, outcome: one }, placing.outputField),
    way: wayOf(one, placing.route),
  }));
}

function wayOf(outcome: Outcome, route: OutcomePlacing['route']): number {
  if (route === null) return 0;
  const value = outcome === null || Array.isArray(outcome) ? null : (outcome[route.output] ?? null);
  const way = value === null ? -1 : route.values.indexOf(wordOf(value));
  return way === -1 ? route.values.length : way;
}

/** A result as people write it into a setting: `pay`, `12`, `true`. */
function wordOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Finds what is wrong with where outcomes go.
 * @param placing the settings
 * @param table the table whose outcomes they are
 * @returns `invalid_field_path`, `reserved_field` (paths begin with `outputField`), `merge_needs_single`,
 *   `route_needs_single`, `route_output_unknown` (`routeOutput`), `route_without_values`, `route_value_twice` (`outcomes`)
 * @example checkPlacing({ outputField: '', several: 'list', route: null }, listing)[0].code // 'merge_needs_single'
 */
export function checkPlacing(placing: OutcomePlacing, table: DecisionTable): Issue[] {
  const issues = checkOutputField(placing.outputField, table);
  const isList = givesSeveral(table) && placing.several === 'list';
  if (isList && placing.outputField === '') {
    issues.push(errorIssue('merge_needs_single', ['outputField'], { table: table.name, hitPolicy: table.hitPolicy }));
  }
  const { route } = placing;
  if (route === null) return issues;
  if (isList) {
    issues.push(errorIssue('route_needs_single', ['several'], { table: table.name, hitPolicy: table.hitPolicy }));
  }
  if (!table.outputs.some(({ id }) => id === route.output)) {
    const known = table.outputs.map(({ id }) => id);
    issues.push(errorIssue('route_output_unknown', ['routeOutput'], { result: route.output, known }));
  }
  if (route.values.length === 0) issues.push(errorIssue('route_without_values', ['outcomes']));
  for (const [index, value] of route.values.entries()) {
    if (route.values.indexOf(value) < index)
      issues.push(errorIssue('route_value_twice', ['outcomes', index], { value }));
  }
  return issues;
}
