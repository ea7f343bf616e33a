import type { JsonObject } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { ParameterSchema } from '../step-type.ts';

/**
 * True while a parameter is shown beside its siblings. A sibling that the step does not have counts as its default: steps
 * that were drawn before a parameter was invented lack it.
 * @param schema of the parameter
 * @param siblings the values of all parameters
 * @param properties the schemas of all parameters
 * @example isShownParameter(properties.pack, { rules: 'pack' }, properties)
 */
export function isShownParameter(
  schema: ParameterSchema,
  siblings: JsonObject,
  properties: Record<string, ParameterSchema>,
): boolean {
  const condition = schema['x-showWhen'];
  if (condition === undefined) return true;
  const { property } = condition;
  const value = Object.hasOwn(siblings, property) ? siblings[property] : properties[property]?.default;
  return sameJson(value, condition.equals);
}
