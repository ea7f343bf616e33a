/**
 * True when two JSON values hold the same data. The order of an object's members does not count, the order of a list does;
 * a member that is `undefined` counts as absent.
 *
 * @example sameJson({ a: 1, b: [2] }, { b: [2], a: 1 }) // true
 */
export function sameJson(left: unknown, right: unknown): boolean {
  if (Object.is(left, right) || left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => sameJson(item, right[index]));
  }
  return sameMembers(left as Record<string, unknown>, right as Record<string, unknown>);
}

function sameMembers(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  const names = presentMembers(left);
  if (names.length !== presentMembers(right).length) return false;
  return names.every(
    (name) => Object.hasOwn(right, name) && right[name] !== undefined && sameJson(left[name], right[name]),
  );
}

function presentMembers(object: Record<string, unknown>): string[] {
  return Object.keys(object).filter((name) => object[name] !== undefined);
}
