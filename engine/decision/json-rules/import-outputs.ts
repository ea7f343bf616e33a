import { errorIssue, type Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { TableOutput, ValueType } from '../model.ts';
import type { JsonRule } from './rule-set.ts';

/** What the events of a rule set become. */
export interface ImportedOutputs {
  outputs: TableOutput[];
  /** Results by output id, one entry per rule. */
  results: Record<string, JsonValue>[];
  /** Ids of rows, one per rule. */
  ids: string[];
  /** Id of the table. */
  tableId: string | null;
}

/**
 * Makes outputs of events: one for the type, one for each param. Rules that `exportJsonRules` wrote give back the outputs
 * and the ids that they were made of.
 * @returns null when events cannot be results; why, is in `issues`
 */
export function importOutputs(rules: readonly JsonRule[], issues: Issue[]): ImportedOutputs | null {
  const own = ownExport(rules);
  const events =
    own?.outcomes ?? rules.map(({ event }, index) => eventResults(event.params, event.type, index, issues));
  if (issues.length > 0) return null;
  const keys = new Set(events.flatMap((results) => Object.keys(results)));
  const outputs = [...keys].map((key) => outputOf(key, rules, events, issues));
  if (own !== null) return { outputs, results: events, ids: own.ids, tableId: rules[0]?.event.type ?? null };
  return { outputs, results: events, ids: uniqueIds(rules), tableId: null };
}

/** Params are `{ ruleId, outcome }` and the type is always the same: that is how a table is exported. */
function ownExport(rules: readonly JsonRule[]): { ids: string[]; outcomes: Record<string, JsonValue>[] } | null {
  const ids: string[] = [];
  const outcomes: Record<string, JsonValue>[] = [];
  for (const { event } of rules) {
    const { params, type } = event;
    if (!isJsonObject(params) || type !== rules[0]?.event.type || Object.keys(params).length !== 2) return null;
    const { ruleId, outcome } = params;
    if (typeof ruleId !== 'string' || !isJsonObject(outcome) || !isFlat(outcome)) return null;
    ids.push(ruleId);
    outcomes.push({ ...outcome } as Record<string, JsonValue>);
  }
  return ids.length > 0 && new Set(ids).size === ids.length ? { ids, outcomes } : null;
}

function isFlat(outcome: JsonObject): boolean {
  return Object.values(outcome).every((value) => value === null || typeOf(value as JsonValue) !== null);
}

function eventResults(
  params: JsonValue | undefined,
  type: string,
  index: number,
  issues: Issue[],
): Record<string, JsonValue> {
  const path = ['rules', index, 'event', 'params'];
  if (params === undefined) return { event: type };
  if (!isJsonObject(params)) {
    issues.push(errorIssue('params_not_importable', path, { rule: index + 1 }));
    return {};
  }
  const results: Record<string, JsonValue> = { event: type };
  for (const [key, value = null] of Object.entries(params)) {
    if (key === 'event' || (value !== null && typeOf(value) === null)) {
      issues.push(errorIssue('params_not_importable', [...path, key], { rule: index + 1, param: key }));
    } else results[key] = value;
  }
  return results;
}

function outputOf(
  key: string,
  rules: readonly JsonRule[],
  events: readonly Record<string, JsonValue>[],
  issues: Issue[],
): TableOutput {
  let type: ValueType | null = null;
  for (const [index, results] of events.entries()) {
    const value = results[key] ?? null;
    const own = value === null ? null : typeOf(value);
    if (own === null || own === type) continue;
    if (type !== null) {
      const params = { param: key, found: own, expected: type, rule: String(rules[index]?.name ?? index + 1) };
      issues.push(errorIssue('param_types_differ', ['rules', index, 'event', 'params', key], params));
      break;
    }
    type = own;
  }
  return { id: key, name: key, type: type ?? 'string' };
}

/** Null for what no result can be: an object, or a list of other than scalars. */
function typeOf(value: JsonValue): ValueType | null {
  if (Array.isArray(value)) return value.every((member) => typeof member !== 'object') ? 'list' : null;
  const type = typeof value;
  return type === 'number' || type === 'string' || type === 'boolean' ? type : null;
}

/** The names of rules, where each has one of its own; else their places. */
function uniqueIds(rules: readonly JsonRule[]): string[] {
  const names = rules.map(({ name }) => (typeof name === 'string' ? name : ''));
  const areIds = names.every((name) => name !== '') && new Set(names).size === names.length;
  return rules.map((_, index) => (areIds ? (names[index] as string) : `rule-${index + 1}`));
}
