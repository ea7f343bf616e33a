import type { JsonObject, JsonValue } from '../../json.ts';
import { readMember, readSegments, splitPath } from '../facts/read-path.ts';

/** Where one input stands: in which object, by which name. */
export interface FactField {
  /** Index among the inputs. */
  index: number;
  /** Index among the containers. */
  container: number;
  key: string;
  /** The name also stands in JavaScript's own prototype, so that a plain read may find what is no field. */
  careful: boolean;
}

/** An object in which inputs stand, for the facts at hand. */
export interface Container {
  path: string[];
  object: JsonObject | JsonValue[] | null;
  /** Made by JSON.parse or an object literal: it has no fields but its own, which is asked once per object and not once per field. */
  isPlain: boolean;
}

/**
 * Splits paths into objects and names in them, so that the way to an object is gone once for all inputs in it.
 * @param paths of the inputs in order
 * @example fieldsOf(['amount', 'customer.tier', 'customer.vip']).containers.length // 2
 */
export function fieldsOf(paths: readonly string[]): { fields: FactField[]; containers: Container[] } {
  return fieldsAt(paths.map((text) => splitPath(text) ?? []));
}

/** The same for paths that are split already. @example fieldsAt([['customer', 'tier']]).fields[0].key // 'tier' */
export function fieldsAt(ways: readonly (readonly string[])[]): { fields: FactField[]; containers: Container[] } {
  const containers: Container[] = [];
  const indexes = new Map<string, number>();
  const fields = ways.map((segments, index): FactField => {
    const key = segments.at(-1) ?? '';
    const path = segments.slice(0, -1);
    // Names may hold dots, so that joined by dots two ways could look like one.
    const id = JSON.stringify(path);
    let container = indexes.get(id);
    if (container === undefined) {
      container = containers.length;
      indexes.set(id, container);
      containers.push({ path, object: null, isPlain: false });
    }
    return { index, container, key, careful: key in Object.prototype };
  });
  return { fields, containers };
}

/** Goes the ways to all objects. */
export function openContainers(containers: readonly Container[], facts: JsonObject): void {
  for (let at = 0; at < containers.length; at++) {
    const container = containers[at] as Container;
    const found = container.path.length === 0 ? facts : readSegments(facts, container.path);
    const isObject = typeof found === 'object' && found !== null;
    container.object = isObject ? found : null;
    // Asked this way it takes a nanosecond, by Object.getPrototypeOf ten. A field of this name, or a prototype without it, makes
    // the object one that is read with care.
    container.isPlain = isObject && (found as { __proto__?: unknown }).__proto__ === Object.prototype;
  }
}

/** Reads a field as `readPath` would; undefined for an absent one. */
export function readField(field: FactField, { object, isPlain }: Container): JsonValue | undefined {
  if (isPlain && !field.careful) return readOwn(field.index, object as JsonObject, field.key);
  return object === null ? undefined : readMember(object, field.key);
}

/**
 * Reads `object[key]`. The engine that runs this learns the shape of objects at each place of a program; with a place for
 * each of the first inputs it finds every field where it found it last, at twice the speed of one place for all.
 */
function readOwn(index: number, object: JsonObject, key: string): JsonValue | undefined {
  switch (index) {
    case 0:
      return object[key];
    case 1:
      return object[key];
    case 2:
      return object[key];
    case 3:
      return object[key];
    case 4:
      return object[key];
    case 5:
      return object[key];
    case 6:
      return object[key];
    case 7:
      return object[key];
    default:
      return object[key];
  }
}
