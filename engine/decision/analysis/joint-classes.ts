import type { JsonValue } from '../../json.ts';
import type { Scale } from './scale.ts';

/** One class of several values that are compared with one another: where each lies, and in which order. */
export interface JointClass {
  /** The class of each variable on the scale that they share. */
  members: number[];
  /** One value per variable; those of one class stand in one of their possible orders. */
  values: JsonValue[];
}

/** A place on the scale: a class and, within a stretch, the rank among the values that lie in it. */
interface Place {
  member: number;
  rank: number;
}

/**
 * All ways in which so many variables can lie on one scale: the class of each, and where several lie in the same stretch
 * each order of them, ties included.
 * @param scale what they share, cut by the cells of all of them
 * @param variableCount at least 1
 * @param maxClasses where to give up
 * @returns the classes; null when there are more
 * @example // two numbers, one cut point 5: both below 5 is three classes, a < b, a = b, a > b
 */
export function jointClasses(scale: Scale, variableCount: number, maxClasses: number): JointClass[] | null {
  let found: Place[][] = [[]];
  for (let variable = 0; variable < variableCount; variable++) {
    const next: Place[][] = [];
    for (const places of found) {
      for (let member = 0; member < scale.classCount; member++) {
        next.push(...withPlace(places, member, scale.isStretch(member)));
        if (next.length > maxClasses) return null;
      }
    }
    found = next;
  }
  return found.flatMap((places) => {
    const values = valuesAt(scale, places);
    return values === null ? [] : [{ members: places.map(({ member }) => member), values }];
  });
}

/** The ways to add a variable to a class: on a point one; in a stretch level with one that is there, or in between. */
function withPlace(places: readonly Place[], member: number, isStretch: boolean): Place[][] {
  if (!isStretch) return [[...places, { member, rank: 0 }]];
  const levels = levelsIn(places, member);
  const level = Array.from({ length: levels }, (_, rank) => [...places, { member, rank }]);
  const between = Array.from({ length: levels + 1 }, (_, rank) => [
    ...places.map((place) =>
      place.member === member && place.rank >= rank ? { member, rank: place.rank + 1 } : place,
    ),
    { member, rank },
  ]);
  return [...level, ...between];
}

function levelsIn(places: readonly Place[], member: number): number {
  return new Set(places.filter((place) => place.member === member).map(({ rank }) => rank)).size;
}

function valuesAt(scale: Scale, places: readonly Place[]): JsonValue[] | null {
  const values: JsonValue[] = [];
  for (const { member, rank } of places) {
    const levels = scale.valuesIn(member, Math.max(1, levelsIn(places, member)));
    if (levels === null) return null;
    values.push(levels[rank] as JsonValue);
  }
  return values;
}
