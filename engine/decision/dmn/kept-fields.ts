import type { JsonObject, JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { DmnElement } from './dmn-elements.ts';

/**
 * What a DMN element cannot say of ours, written beside it in `extensionElements`.
 *
 * A field counts only while the element still reads as it did when it was written: who changes a cell in another tool
 * changes the table.
 */
export interface KeptFields {
  /** Our fields; one that is missing here but in `insteadOf` is absent in ours. */
  is: JsonObject;
  /** How the element reads without them; a field that is missing here cannot be read from DMN at all. */
  insteadOf: JsonObject;
}

/** Whether a value has the shape of a field; documents come from anywhere. */
export type FieldCheck = (value: JsonValue) => boolean;

/**
 * The fields in which ours differs from how its DMN element reads; null when the element says it all.
 * @example keptFields({ id: 'age' }, { id: 'age', unit: 'years' }, ['id', 'unit']) // { is: { unit: 'years' }, insteadOf: {} }
 */
export function keptFields<T extends object>(plain: T, ours: T, fields: Iterable<string>): KeptFields | null {
  const kept: KeptFields = { is: {}, insteadOf: {} };
  for (const field of fields) {
    const [shown, real] = [plain, ours].map((object) => (object as Record<string, JsonValue | undefined>)[field]);
    if (sameJson(shown, real)) continue;
    if (real !== undefined) kept.is[field] = real;
    if (shown !== undefined) kept.insteadOf[field] = shown;
  }
  return Object.keys({ ...kept.is, ...kept.insteadOf }).length === 0 ? null : kept;
}

/** Reads what was kept beside an element: `readKeptFields(rule, 'row')`. Null when there is nothing, or nothing of ours. */
export function readKeptFields(element: DmnElement, name: string): KeptFields | null {
  const own = element.extensionElements?.values?.find(({ $type }) => $type === `steward:${name}`);
  if (own?.$body === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(own.$body);
    if (!isObject(parsed) || !isObject(parsed['is']) || !isObject(parsed['insteadOf'])) return null;
    return { is: parsed['is'] as JsonObject, insteadOf: parsed['insteadOf'] as JsonObject };
  } catch {
    return null;
  }
}

/**
 * An element as it reads, with the fields that were kept for it, where they still hold.
 * @param checks the fields that may be kept, with their shapes; any other is passed over
 * @example restoreFields({ id: 'age2' }, { is: { id: 'age' }, insteadOf: { id: 'age2' } }, { id: isText }) // { id: 'age' }
 */
export function restoreFields<T extends object>(
  plain: T,
  kept: KeptFields | null,
  checks: Readonly<Record<string, FieldCheck>>,
): T {
  if (kept === null) return plain;
  const restored = new Map<string, JsonValue | undefined>(Object.entries(plain));
  for (const [field, check] of Object.entries(checks)) {
    const ours = ownField(kept.is, field);
    const shown = ownField(kept.insteadOf, field);
    if ((ours === undefined && shown === undefined) || !sameJson(restored.get(field), shown)) continue;
    if (ours === undefined) restored.delete(field);
    else if (check(ours)) restored.set(field, ours);
  }
  return Object.fromEntries(restored) as T;
}

function ownField(object: JsonObject, field: string): JsonValue | undefined {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
