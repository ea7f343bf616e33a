import type { Journey } from './model.ts';

/** n8n shortens node ids to so many characters in its addresses. @source n8n 2.40.7, /workflow/<id>/<nodeId> */
const prefixLength = 6;

/** The part of an id by which n8n's addresses tell nodes apart. */
export function idPrefix(id: string): string {
  return id.slice(0, prefixLength);
}

/**
 * Gives an id whose first six characters no step of the journey has.
 *
 * @param random as `Math.random`: at least 0 and below 1.
 * @returns a version 4 UUID. @source RFC 9562, 5.4
 * @example newStepId(journey, Math.random)
 */
export function newStepId(journey: Pick<Journey, 'steps'>, random: () => number): string {
  return freeStepId(new Set(journey.steps.map((step) => idPrefix(step.id))), () => randomUuid(random));
}

/** Chosen: 50, because a good source of ids never needs a second try among 2²⁴ beginnings. */
const tries = 50;

/** An id of `newId` whose beginning is not taken; when it keeps repeating itself, one with a counted beginning. */
export function freeStepId(takenPrefixes: ReadonlySet<string>, newId: () => string): string {
  let id = newId();
  for (let count = 1; count < tries && isTaken(id, takenPrefixes); count += 1) id = newId();
  for (let count = 0; isTaken(id, takenPrefixes); count += 1)
    id = `${count.toString(16).padStart(prefixLength, '0')}-${id}`;
  return id;
}

/** True for an id that cannot be a step's: empty, JavaScript's own `__proto__`, or one that begins like another. */
export function isTaken(id: string, takenPrefixes: ReadonlySet<string>): boolean {
  return id === '' || id === '__proto__' || takenPrefixes.has(idPrefix(id));
}

/** A version 4 UUID from a source of random numbers. @source RFC 9562, 5.4 */
export function randomUuid(random: () => number): string {
  const digit = (mask = 15, set = 0) => ((Math.floor(random() * 16) & mask) | set).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => (place === 'x' ? digit() : digit(3, 8)));
}
