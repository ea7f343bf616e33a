import { isJsonObject, type JsonValue } from '../../json.ts';

/**
 * True when two JSON values say the same: members in any order, members that are `undefined` counting as absent.
 * @example sameValue({ a: 1, b: undefined }, { a: 1 }) // true
 */
export function sameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((member, index) => sameValue(member, right[index]))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const present = Object.keys(left).filter((key) => left[key] !== undefined);
  const others = Object.keys(right).filter((key) => right[key] !== undefined);
  return (
    present.length === others.length &&
    present.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}
