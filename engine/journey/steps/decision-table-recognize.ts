import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepType } from '../step-type.ts';
import type { RoutedOutcome } from './decision-table-outputs.ts';
import { defaultTablePack } from './decision-table-parameters.ts';
import { recognizeFactMapping } from './fact-mapping.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';
import { recognizeRecording, recordingNames } from './recording.ts';
import { recognizeTable } from './table-parameter.ts';

const parameterNames = [
  'rules',
  'pack',
  'table',
  'dataField',
  'fields',
  'outputField',
  'several',
  'route',
  'routeOutput',
  'outcomes',
  'noMatch',
  'dayField',
  ...recordingNames,
];

/**
 * Reads a Decision Table node as a step. A node that decides by a DMN file stays an opaque step: a journey's tables are
 * Steward's own (DMN files are imported as such).
 */
export function recognizeDecisionTable(
  node: N8nNode,
  freeTableKey: Parameters<StepType['recognize']>[1],
): Recognized | null {
  if (node.type !== 'n8n-nodes-steward.decisionTable' || node.typeVersion !== 1) return null;
  const { parameters } = node;
  if (!hasOnly(parameters, parameterNames)) return null;
  const rules = plainChoice(parameters['rules'], ['table', 'pack'], 'table');
  const common = recognizeCommon(node);
  if (rules === null || common === null) return null;
  if (rules === 'pack') {
    const pack = plainText(parameters['pack'], defaultTablePack);
    return pack === null ? null : { parameters: { rules, table: '', pack, ...common } };
  }
  const table = recognizeTable(parameters['table']);
  if (table === null) return null;
  const key = freeTableKey(table.id, table);
  return { parameters: { rules, table: key, pack: defaultTablePack, ...common }, tables: { [key]: table } };
}

/** Everything but the rules, or null when something is an expression or unknown. */
function recognizeCommon(node: N8nNode): JsonObject | null {
  const { parameters } = node;
  const mapping = recognizeFactMapping(parameters);
  const outputField = plainText(parameters['outputField'], 'decision');
  const several = plainChoice(parameters['several'], ['list', 'items'], 'list');
  const route = plainChoice(parameters['route'], ['one', 'outcome'], 'one');
  const routeOutput = plainText(parameters['routeOutput'], '');
  const outcomes = recognizeOutcomes(parameters['outcomes'] ?? {});
  const noMatch = plainChoice(parameters['noMatch'], ['error', 'continue'], 'error');
  const dayField = plainText(parameters['dayField'], '');
  const recording = recognizeRecording(node);
  if (mapping === null || outputField === null || several === null || route === null) return null;
  if (routeOutput === null || outcomes === null || noMatch === null || dayField === null || recording === null)
    return null;
  return {
    ...mapping,
    outputField,
    several,
    route,
    routeOutput,
    outcomes: outcomes.map((outcome): JsonValue => ({ ...outcome })),
    noMatch,
    dayField,
    ...recording,
  };
}

function recognizeOutcomes(collection: JsonValue): RoutedOutcome[] | null {
  if (!isJsonObject(collection) || !hasOnly(collection, ['values'])) return null;
  const values = collection['values'] ?? [];
  if (!Array.isArray(values)) return null;
  const outcomes = values.map((entry, index): RoutedOutcome | null => {
    if (!isJsonObject(entry) || !hasOnly(entry, ['value'])) return null;
    const value = plainText(entry['value'], '');
    return value === null ? null : { id: `case-${index + 1}`, value };
  });
  return outcomes.includes(null) ? null : outcomes.flatMap((outcome) => outcome ?? []);
}
