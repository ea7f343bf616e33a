import type { DecisionTable } from '../../decision/model.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { StepContext } from '../step-type.ts';
import { deepestNesting, unreadable } from '../check-workflow.ts';
import { isShapedLikeTable } from '../table-shape.ts';

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
 * @returns null when it is an expression, not JSON, not shaped like a decision table, or could not be read again in a journey.
 */
export function recognizeTable(value: JsonValue | undefined): DecisionTable | null {
  const parsed = typeof value === 'string' ? parse(value) : value;
  return isShapedLikeTable(parsed) && unreadable(parsed, deepestNesting) === null ? parsed : null;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
