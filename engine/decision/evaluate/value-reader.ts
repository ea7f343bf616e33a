import type { JsonObject, JsonValue } from '../../json.ts';
import { readSegments, splitPath } from '../facts/read-path.ts';

/** Reads the values that decisions of one kind rest on. */
export interface ValueReader {
  /** The names under which the values are kept, each once. */
  names: readonly string[];
  /** A value for each name as it stands in the item, before the decision; undefined: absent, or null. */
  valuesOf(item: JsonObject): (JsonValue | undefined)[];
}

/**
 * Prepares reading the values at some paths, once for many items.
 * @param fields paths from the top of the item, under which the values are kept; those that lead nowhere are left out
 * @example fieldReader(['order.amount']).valuesOf({ order: { amount: 12 } }) // [12]
 */
export function fieldReader(fields: readonly string[]): ValueReader {
  const paths = new Map<string, string[]>();
  for (const field of fields) {
    const segments = splitPath(field) ?? [];
    if (segments.length > 0) paths.set(field, segments);
  }
  const ways = [...paths.values()];
  return {
    names: [...paths.keys()],
    valuesOf: (item) => ways.map((segments) => readSegments(item, segments) ?? undefined),
  };
}

/**
 * Values as an object.
 * @param names each once
 * @param values one per name; undefined: absent, and left out
 * @example inputsByName(['amount', 'tier'], [12, undefined]) // { amount: 12 }
 */
export function inputsByName(names: readonly string[], values: readonly (JsonValue | undefined)[]): JsonObject {
  const inputs: JsonObject = {};
  for (const [index, name] of names.entries()) {
    const value = values[index];
    if (value === undefined) continue;
    // An assignment would set the prototype instead.
    if (name === '__proto__') Object.defineProperty(inputs, name, { value, enumerable: true, configurable: true });
    else inputs[name] = value;
  }
  return inputs;
}
