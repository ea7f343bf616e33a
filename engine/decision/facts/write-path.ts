import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { splitPath } from './read-path.ts';

/** How far a list is filled up to put a value at its index. chosen: 100, because nobody writes `items.100` by hand. */
const longestFilled = 100;
const listIndex = /^(?:0|[1-9]\d*)$/;

/**
 * Writes a value where `readPath` reads it: makes the objects and lists on the way, fills lists up with null, and replaces
 * what stands in the way.
 * @param item the object that is changed
 * @param path as `readPath` takes it; numbers are indexes where a list stands or has to be made. Nothing is written for an
 *   empty path, one that reaches nothing, a name in a list, and an index behind the end of a list and above 100
 * @example writePath(facts, 'items.1.sku', 'A') // facts: { items: [null, { sku: 'A' }] }
 */
export function writePath(item: JsonObject, path: string, value: JsonValue): void {
  const segments = splitPath(path) ?? [];
  let here: JsonObject | JsonValue[] = item;
  for (const [index, segment] of segments.entries()) {
    const following = segments[index + 1];
    if (following === undefined) {
      write(here, segment, value);
      return;
    }
    const next: JsonObject | JsonValue[] = containerAt(here, segment) ?? (listIndex.test(following) ? [] : {});
    write(here, segment, next);
    here = next;
  }
}

function containerAt(parent: JsonObject | JsonValue[], segment: string): JsonObject | JsonValue[] | undefined {
  const value = Object.hasOwn(parent, segment) ? (parent as JsonObject)[segment] : undefined;
  return isJsonObject(value) || Array.isArray(value) ? value : undefined;
}

function write(parent: JsonObject | JsonValue[], segment: string, value: JsonValue): void {
  if (Array.isArray(parent)) {
    const index = Number(segment);
    if (!listIndex.test(segment) || (index > longestFilled && index >= parent.length)) return;
    while (parent.length < index) parent.push(null);
    parent[index] = value;
  } else parent[segment] = value;
}
