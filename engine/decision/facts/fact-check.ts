import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { matchesTests } from '../cell/match-test.ts';
import { offsetOf, isOrderedType, ordinalOf } from '../cell/ordinal.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';
import type { TableInput, ValueType } from '../model.ts';

/** Says whether a present value of the input's type is among the values that may occur. */
export type AllowedCheck = (value: JsonValue) => boolean;

/**
 * Makes the check of an input's `allowed` values or `allowedRange`, once per input: of a list every member has to pass.
 * @returns null where every value of the type may occur
 * @example allowedCheck({ id: 'age', name: 'Age', path: 'age', type: 'number', allowedRange: '[18..120]' })?.(17) // false
 */
export function allowedCheck(input: TableInput): AllowedCheck | null {
  const single = input.allowed === undefined ? rangeCheck(input) : listCheck(input.allowed, input.type);
  if (single === null || input.type !== 'list') return single;
  return (value) => (value as JsonValue[]).every(single);
}

function listCheck(allowed: readonly (string | number)[], type: ValueType): AllowedCheck {
  const keys = new Set<JsonValue>(allowed.map((value) => keyOf(value, type)));
  return (value) => keys.has(keyOf(value, type));
}

/** What equal values of a type share: `PT24H` and `P1D` are the same duration. */
function keyOf(value: JsonValue, type: ValueType): JsonValue {
  if (type === 'number' || !isOrderedType(type)) return value;
  return `${ordinalOf(value, type)} ${offsetOf(value, type) ?? ''}`;
}

function rangeCheck({ allowedRange, type }: TableInput): AllowedCheck | null {
  if (allowedRange === undefined) return null;
  const range = parseUnaryTests(allowedRange);
  return range.ok ? (value) => matchesTests(range.value, value, type) : null;
}

/**
 * The issue of a value that may not occur. It names what may, never the value itself.
 * @example notAllowed(input, ['customer', 'tier']).code // 'value_not_allowed'
 */
export function notAllowed(input: TableInput, segments: string[]): Issue {
  const allowed = input.allowed ?? input.allowedRange ?? '';
  return errorIssue('value_not_allowed', segments, { input: input.name, field: segments.join('.'), allowed });
}

/** The issue of a value that has to be there and is not. */
export function missingInput(input: TableInput, segments: string[]): Issue {
  return errorIssue('missing_input', segments, { input: input.name, field: segments.join('.') });
}

/**
 * The issue of a present value of another type; it names the kind of the value, never the value itself.
 * @param input what people call the input
 * @param expected the type that it should have
 * @param segments where it was read
 * @param value what stands there
 * @param offset of a time whose type is right: whether those it is compared with have an offset from UTC
 * @example wrongType('Amount', 'number', ['order', 'amount'], '12').params.numeric // true
 */
export function wrongType(
  input: string,
  expected: ValueType,
  segments: string[],
  value: JsonValue,
  offset?: OffsetKind,
): Issue {
  const found = Array.isArray(value) ? 'list' : typeof value;
  const numeric =
    expected === 'number' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  const params = { input, field: segments.join('.'), expected, found, numeric };
  return errorIssue('wrong_type', segments, offset === undefined ? params : { ...params, offset });
}
