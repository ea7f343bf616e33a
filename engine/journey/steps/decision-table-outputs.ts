import { otherwisePort } from '../../decision/branch/decide-branch.ts';
import type { OutcomePlacing } from '../../decision/record/place-outcome.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { parsePort } from '../ports.ts';
import type { Port } from '../step-type.ts';

/** A value with an output of its own; the id is the port's and stays when the value changes. */
export interface RoutedOutcome {
  id: string;
  value: string;
}

/** The outcomes with an output of their own, in order. */
export function outcomesOf({ outcomes }: JsonObject): RoutedOutcome[] {
  if (!Array.isArray(outcomes)) return [];
  return outcomes.map((entry, index) => {
    const { id, value } = isJsonObject(entry) ? entry : {};
    return {
      id: typeof id === 'string' ? id : `case-${index + 1}`,
      value: typeof value === 'string' ? value : '',
    };
  });
}

/** The ways on: one, or one per outcome and *Otherwise*. */
export function outputsOf(parameters: JsonObject): Port[] {
  if (parameters['route'] !== 'outcome') return [{ id: 'out', label: '' }];
  const ways = outcomesOf(parameters).map(({ id, value }) => ({ id, label: value }));
  return [...ways, { id: otherwisePort, label: 'Otherwise' }];
}

const placings = new WeakMap<JsonObject, OutcomePlacing>();

/** What becomes of the outcome, as the node reads it: texts without spaces around them. */
export function placingOf(parameters: JsonObject): OutcomePlacing {
  let placing = placings.get(parameters);
  if (placing === undefined) placings.set(parameters, (placing = readPlacing(parameters)));
  return placing;
}

function readPlacing(parameters: JsonObject): OutcomePlacing {
  const values = outcomesOf(parameters).map(({ value }) => value);
  const output = String(parameters['routeOutput'] ?? '').trim();
  return {
    outputField: String(parameters['outputField'] ?? 'decision').trim(),
    several: parameters['several'] === 'items' ? 'items' : 'list',
    route: parameters['route'] === 'outcome' ? { output, values } : null,
  };
}

/** Ids of outcomes are ids of ports: unique, and not of the form that undeclared ports have. */
export function checkOutcomeIds(parameters: JsonObject): Issue[] {
  const seen = new Set([otherwisePort]);
  return outcomesOf(parameters).flatMap(({ id, value }, index) => {
    const usable = id !== '' && !seen.has(id) && parsePort(id) === null;
    seen.add(id);
    if (usable) return [];
    return [errorIssue('branch_case_id_taken', ['parameters', 'outcomes', index, 'id'], { id, case: value })];
  });
}
