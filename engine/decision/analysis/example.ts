import type { JsonObject, JsonValue } from '../../json.ts';
import { matchesTests } from '../cell/match-test.ts';
import { readPath, splitPath } from '../facts/read-path.ts';
import type { TableInput } from '../model.ts';
import type { Example } from './analysis.ts';
import { type ClassSet, firstMember, hasMember, intersection, isEmptySet } from './class-set.ts';
import type { Space, SpaceRow } from './table-space.ts';
import type { Box } from './box.ts';

/** One class per dimension. */
export type Point = number[];

/**
 * Chooses a point of a box: present values before absent ones.
 * @returns null for a box without points of which all is certain
 */
export function pointOf(space: Space, box: Box): Point | null {
  const point: Point = [];
  for (const [axis, dimension] of space.dimensions.entries()) {
    const certain = intersection(box[axis] as ClassSet, dimension.certain);
    if (isEmptySet(certain)) return null;
    const present = intersection(certain, dimension.present);
    point.push(firstMember(isEmptySet(present) ? certain : present));
  }
  return point;
}

/** True when a row's box holds the point. */
export function holdsPoint(space: Space, row: SpaceRow, point: Point): boolean {
  return point.every((member, axis) => hasMember(space.pools[axis]?.sets[row.box[axis] as number] as ClassSet, member));
}

/** The values of a point by input id. */
export function valuesAt(space: Space, point: Point): Map<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const [axis, { inputs, valuesOf }] of space.dimensions.entries()) {
    const own = valuesOf(point[axis] as number);
    for (const [index, { id }] of inputs.entries()) values.set(id, own[index] ?? null);
  }
  return values;
}

/**
 * Writes a point as an item.
 * @returns null when inputs read inside of one another, so that no item has these values
 */
export function exampleAt(space: Space, point: Point): Example | null {
  const values = valuesAt(space, point);
  const facts: JsonObject = {};
  const upstream: Record<string, JsonValue> = {};
  for (const input of space.table.inputs) {
    const value = values.get(input.id) ?? null;
    if (input.from !== undefined) upstream[input.id] = value;
    else if (value !== null) write(facts, splitPath(input.path) ?? [], value);
  }
  if (space.entangled && !space.table.inputs.every((input) => reads(facts, input, values.get(input.id) ?? null)))
    return null;
  const day = space.dimensions.findIndex(({ inputs }) => inputs.length === 0);
  return {
    facts,
    ...(day === -1 ? {} : { day: space.dimensions[day]?.valuesOf(point[day] as number)[0] as string }),
    ...(Object.keys(upstream).length === 0 ? {} : { upstream }),
  };
}

/** An example in the box, or null when it holds no item that can be written. */
export function exampleIn(space: Space, box: Box): Example | null {
  const point = pointOf(space, box);
  return point === null ? null : exampleAt(space, point);
}

/** True when a row that could not be put into a box matches the point: told by its cells, one by one. */
export function matchesAt(space: Space, row: SpaceRow, point: Point): boolean {
  const values = valuesAt(space, point);
  const valueOf = (id: string) => values.get(id) ?? null;
  return space.table.inputs.every(({ id, type }, column) => {
    const cell = row.cells[column];
    return cell === undefined || matchesTests(cell, valueOf(id), type, valueOf);
  });
}

function reads(facts: JsonObject, { path, from }: TableInput, value: JsonValue): boolean {
  return from !== undefined || JSON.stringify(readPath(facts, path) ?? null) === JSON.stringify(value);
}

/** Sets a value at the end of a path, with objects and lists on the way; what stands there already stays. */
function write(facts: JsonObject, segments: readonly string[], value: JsonValue): void {
  let container: JsonObject | JsonValue[] = facts;
  for (const [depth, segment] of segments.entries()) {
    const next = segments[depth + 1];
    if (Array.isArray(container) && !isIndex(segment)) return;
    const key = Array.isArray(container) ? Number(segment) : segment;
    if (next === undefined) {
      set(container, key, value);
      return;
    }
    const found: JsonValue | undefined = Array.isArray(container)
      ? container[Number(segment)]
      : own(container, segment);
    if (typeof found === 'object' && found !== null) container = found;
    else {
      const made: JsonObject | JsonValue[] = isIndex(next) ? [] : {};
      set(container, key, made);
      container = made;
    }
  }
}

/** Larger indexes make an object instead, which reads alike: nobody wants an example with a million entries. */
function isIndex(segment: string): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(segment);
}

function own(container: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

function set(container: JsonObject | JsonValue[], key: string | number, value: JsonValue): void {
  if (Array.isArray(container)) {
    for (let index = container.length; index < Number(key); index++) container.push(null);
    container[Number(key)] = value;
  } else container[key] = value;
}
