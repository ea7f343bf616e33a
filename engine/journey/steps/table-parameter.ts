import { hitPolicies, valueTypes, type DecisionTable } from '../../decision/model.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { StepContext } from '../step-type.ts';

/** The table of the journey that a step's parameter `table` names; undefined when there is none. */
export function tableOf(parameters: JsonObject, context: StepContext): DecisionTable | undefined {
  const key = parameters['table'];
  return typeof key === 'string' && Object.hasOwn(context.tables, key) ? context.tables[key] : undefined;
}

/** A table as a node's parameter holds it: JSON text, so that n8n's editor shows it readably. */
export function compileTable(table: DecisionTable | undefined): string {
  return table === undefined ? '' : JSON.stringify(table, null, 2);
}

/**
 * Reads a table from a node's parameter, which holds JSON text or the object itself.
 *
 * @returns null when it is an expression, not JSON, or not shaped like a decision table.
 */
export function recognizeTable(value: JsonValue | undefined): DecisionTable | null {
  const parsed = typeof value === 'string' ? parse(value) : value;
  return isJsonObject(parsed) && isShapedLikeTable(parsed) ? (parsed as unknown as DecisionTable) : null;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

const optionalLists = ['assumptions', 'sources', 'tests'] as const;
const optionalTexts = ['description', 'owner'] as const;

function isShapedLikeTable(table: JsonObject): boolean {
  return (
    table['schemaVersion'] === 1 &&
    hasTexts(table, ['id', 'name', 'version']) &&
    hitPolicies.some((policy) => policy === table['hitPolicy']) &&
    isListOf(table['inputs'], (input) => hasTexts(input, ['id', 'name', 'path']) && hasValueType(input)) &&
    isListOf(table['outputs'], (output) => hasTexts(output, ['id', 'name']) && hasValueType(output)) &&
    isListOf(table['rows'], isShapedLikeRow) &&
    optionalLists.every((name) => table[name] === undefined || isListOf(table[name], () => true)) &&
    optionalTexts.every((name) => table[name] === undefined || typeof table[name] === 'string')
  );
}

function isShapedLikeRow(row: JsonObject): boolean {
  const { when, then } = row;
  return (
    typeof row['id'] === 'string' &&
    isJsonObject(when) &&
    Object.values(when).every((cell) => typeof cell === 'string') &&
    isJsonObject(then)
  );
}

function isListOf(value: JsonValue | undefined, holds: (item: JsonObject) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isJsonObject(item) && holds(item));
}

function hasTexts(object: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => typeof object[name] === 'string');
}

function hasValueType(object: JsonObject): boolean {
  return valueTypes.some((type) => type === object['type']);
}
