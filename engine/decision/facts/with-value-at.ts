import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';

/**
 * A copy of an item with a value at a place; everything beside the way there is shared with the item given, which stays as it is.
 * @param segments as `splitPath` gives them, at least one; objects on the way are made, anything else on the way is replaced
 * @example withValueAt({ a: 1 }, ['b', 'c'], 2) // { a: 1, b: { c: 2 } }
 */
export function withValueAt(item: JsonObject, segments: readonly string[], value: JsonValue): JsonObject {
  const copy: JsonObject = { ...item };
  let target = copy;
  for (const segment of segments.slice(0, -1)) {
    const next = Object.hasOwn(target, segment) ? target[segment] : undefined;
    const inside: JsonObject = isJsonObject(next) ? { ...next } : {};
    target[segment] = inside;
    target = inside;
  }
  target[segments.at(-1) as string] = value;
  return copy;
}
