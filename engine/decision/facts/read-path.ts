import type { JsonObject, JsonValue } from '../../json.ts';

/** Names that lead into JavaScript's own machinery; no field of a customer's record is called so. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const listIndex = /^(?:0|[1-9]\d*)$/;

/** `items[0].sku`, `['first name']`: how n8n writes a field that is dragged into a setting. */
const withBrackets = /^(?:[^.[\]]+|\[(?:\d+|'[^']*'|"[^"]*")\])(?:\.[^.[\]]+|\[(?:\d+|'[^']*'|"[^"]*")\])*$/;
const bracketSegment = /\[(?:(\d+)|'([^']*)'|"([^"]*)")\]|[^.[\]]+/g;

/**
 * Splits a path into its segments, or gives null for one that reaches nothing: an empty segment, `__proto__` and its kin.
 * @param path dot-separated field names and list indexes; empty for the item itself. Brackets around an index or a
 *   quoted name are understood too, and are the way to write a name with a dot; other brackets belong to the name
 * @example splitPath('order.items.0') // ['order', 'items', '0']
 * @example splitPath("items[0]['unit.price']") // ['items', '0', 'unit.price']
 */
export function splitPath(path: string): string[] | null {
  if (path === '') return [];
  const segments = path.includes('[') && withBrackets.test(path) ? bracketSegments(path) : path.split('.');
  return segments.some((segment) => segment === '' || forbidden.has(segment)) ? null : segments;
}

function bracketSegments(path: string): string[] {
  return [...path.matchAll(bracketSegment)].map((match) => match[1] ?? match[2] ?? match[3] ?? match[0]);
}

/**
 * Writes segments as a path, the inverse of `splitPath`: with dots where that is enough, else with brackets.
 * @returns the path, or null when no path says these segments: an empty one, `__proto__` and its kin, both kinds of quotes
 * @example joinPath(['items', '0', 'unit.price']) // 'items[0]["unit.price"]'
 */
export function joinPath(segments: readonly string[]): string | null {
  const bracketed = segments.map((segment, index) => {
    if (/^\d+$/.test(segment)) return `[${segment}]`;
    if (/[.[\]]/.test(segment)) return segment.includes('"') ? `['${segment}']` : `["${segment}"]`;
    return index === 0 ? segment : `.${segment}`;
  });
  const says = (path: string) => splitPath(path)?.every((segment, index) => segment === segments[index]) ?? false;
  const paths = [segments.join('.'), bracketed.join('')];
  return paths.find((path) => splitPath(path)?.length === segments.length && says(path)) ?? null;
}

/**
 * Reads the value at a path: the one resolver that nodes, simulator and tables share.
 *
 * Only own properties of objects and indexes of lists count; `length` of a text or list, inherited members, `__proto__`,
 * `constructor` and `prototype` give undefined, and so does a path through something that is no object. It never throws.
 * @param item the object to read from
 * @param path dot-separated field names and list indexes, `order.items.0.sku`; empty gives the item itself
 * @returns the value, or undefined when there is none
 * @example readPath({ order: { amount: 5 } }, 'order.amount') // 5
 */
export function readPath(item: JsonObject, path: string): JsonValue | undefined {
  const segments = splitPath(path);
  return segments === null ? undefined : readSegments(item, segments);
}

/**
 * Reads along segments that `splitPath` gave; for callers that read the same path many times.
 * @example readSegments({ a: [7] }, ['a', '0']) // 7
 */
export function readSegments(item: JsonObject, segments: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = item;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = readMember(value, segment);
  }
  return value;
}

/** Reads one own property of an object, or one entry of a list. @example readMember([7], '0') // 7 */
export function readMember(container: JsonObject | JsonValue[], key: string): JsonValue | undefined {
  if (Array.isArray(container)) return listIndex.test(key) ? container[Number(key)] : undefined;
  // Most fields of a wide table are absent, and a plain read says so faster than a look at the property itself.
  const value = container[key];
  return value === undefined || Object.hasOwn(container, key) ? value : undefined;
}
