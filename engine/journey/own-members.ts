import type { JsonObject } from '../json.ts';

/** The members of an object that JSON can have, as a fresh object; `undefined` counts as absent. */
export function ownMembers(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
