import { isJsonObject, type JsonValue } from './json.ts';

/** Where a value departs from a form: the path inside it; null where it has the form. */
export type Departure = readonly (string | number)[] | null;

/** The form of a value. */
export type Shape = (value: JsonValue | undefined) => Departure;

const here: Departure = [];

/** The form of values of which something holds. */
export function when(holds: (value: JsonValue | undefined) => boolean): Shape {
  return (value) => (holds(value) ? null : here);
}

export const text = when((value) => typeof value === 'string');
export const filled = when((value) => typeof value === 'string' && value !== '');
export const flag = when((value) => typeof value === 'boolean');
export const anObject = when(isJsonObject);

export function matching(pattern: RegExp): Shape {
  return when((value) => typeof value === 'string' && pattern.test(value));
}

export function oneOf(choices: readonly JsonValue[]): Shape {
  return when((value) => value !== undefined && choices.includes(value));
}

/** A value that has one of several forms. */
export function either(...shapes: readonly Shape[]): Shape {
  return when((value) => shapes.some((shape) => shape(value) === null));
}

/** A list of values of one form. */
export function listOf(item: Shape, atLeast = 0, atMost = Infinity): Shape {
  return (value) => {
    if (!Array.isArray(value) || value.length < atLeast || value.length > atMost) return here;
    for (const [index, one] of value.entries()) {
      const departure = item(one);
      if (departure !== null) return [index, ...departure];
    }
    return null;
  };
}

/** An object of any members of one form, whose names have one, too. */
export function recordOf(member: Shape, name: Shape = text): Shape {
  return (value) => {
    if (!isJsonObject(value)) return here;
    for (const [key, one] of Object.entries(value)) {
      const departure = name(key) === null ? member(one) : here;
      if (departure !== null) return [key, ...departure];
    }
    return null;
  };
}

/** Exactly these members; those of `optional` may be absent. */
export function members(required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const known = new Map(Object.entries({ ...required, ...optional }));
  return (value) => {
    if (!isJsonObject(value)) return here;
    for (const name of Object.keys(required)) if (!Object.hasOwn(value, name)) return [name];
    for (const [name, member] of Object.entries(value)) {
      const shape = known.get(name);
      const departure = shape === undefined ? here : shape(member);
      if (departure !== null) return [name, ...departure];
    }
    return null;
  };
}
