import type { JsonObject, JsonValue } from '../../json.ts';

/**
 * A text parameter of an n8n node, or null when it is not a plain text: another type, or an expression (n8n marks
 * those with a leading `=`), which no step type of Steward can express.
 *
 * @param fallback the node's own default, which n8n leaves out of the JSON.
 */
export function plainText(value: JsonValue | undefined, fallback: string): string | null {
  if (value === undefined) return fallback;
  return typeof value === 'string' && !value.startsWith('=') ? value : null;
}

/** Like `plainText`, for a parameter that takes one of a few values. */
export function plainChoice<const Choice extends string>(
  value: JsonValue | undefined,
  choices: readonly Choice[],
  fallback: Choice,
): Choice | null {
  return value === undefined ? fallback : (choices.find((choice) => choice === value) ?? null);
}

/** True when an object has no members but these. */
export function hasOnly(object: JsonObject, names: readonly string[]): boolean {
  return Object.keys(object).every((name) => names.includes(name));
}

/** Like `plainText`, for a parameter that takes a number. */
export function plainNumber(value: JsonValue | undefined, fallback: number): number | null {
  if (value === undefined) return fallback;
  return typeof value === 'number' ? value : null;
}

/** A text of a step's parameters without spaces around it; empty for anything else. */
export function trimmedText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
