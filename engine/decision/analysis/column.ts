import type { JsonValue } from '../../json.ts';
import { literalsOf } from '../cell/operands.ts';
import { isOrderedType } from '../cell/ordinal.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { Literal, LiteralType, UnaryTests } from '../cell/unary-tests.ts';
import type { TableInput } from '../model.ts';
import { addMember, type ClassSet, emptySet, hasMember, intersection, rangeSet } from './class-set.ts';
import { namedScale } from './named-scale.ts';
import { orderedScale } from './ordered-scale.ts';
import { type Scale, scaleSet } from './scale.ts';

/** An input and its cells, those of disabled and unreadable rows left out. */
export interface Column {
  input: TableInput;
  /** One per row. */
  cells: readonly UnaryTests[];
}

/** All that the cells of columns name, and what their inputs allow. */
export function namedLiterals(columns: readonly Column[]): Literal[] {
  return columns.flatMap(({ input, cells }) => [
    ...[...new Set(cells)].flatMap(literalsOf),
    ...allowedLiterals(input),
    ...literalsOf(allowedRangeOf(input)),
  ]);
}

/** The scale of a column that is no list. */
export function scaleOf(input: TableInput, literals: readonly Literal[]): Scale {
  const { type } = input;
  if (isOrderedType(type)) return orderedScale(type, literals);
  return namedScale(type === 'boolean' ? 'boolean' : 'string', literals);
}

/** The classes of a scale that an input may have: they hold a value, which is allowed, and not absent where it is required. */
export function possibleSet(scale: Scale, input: TableInput): ClassSet {
  let possible = emptySet(scale.classCount);
  for (let member = 0; member < scale.classCount; member++) {
    if (scale.isPossible(member)) addMember(possible, member);
  }
  const absent = rangeSet(scale.classCount, 0, 0);
  if (input.allowed !== undefined) {
    const allowed = scaleSet(scale, {
      kind: 'tests',
      negated: false,
      tests: [{ kind: 'list', members: allowedLiterals(input), start: 0, end: 0 }],
    });
    possible = possible.map((bits, word) => bits & ((allowed[word] as number) | (absent[word] as number)));
  }
  const range = scaleSet(scale, allowedRangeOf(input));
  possible = possible.map((bits, word) => bits & ((range[word] as number) | (absent[word] as number)));
  return input.required === true && hasMember(possible, 0)
    ? intersection(possible, rangeSet(scale.classCount, 1, scale.classCount - 1))
    : possible;
}

/** The values that an input allows, as literals. */
export function allowedLiterals(input: TableInput): Literal[] {
  const type: LiteralType = input.type === 'list' ? 'string' : input.type;
  return (input.allowed ?? []).map((value) => ({ kind: 'literal', type, value, start: 0, end: 0 }));
}

/** The tests that a value of an input has to pass; a text that is no cell asks for nothing, `checkTable` tells of it. */
export function allowedRangeOf(input: TableInput): UnaryTests {
  const parsed = input.allowedRange === undefined ? null : parseUnaryTests(input.allowedRange);
  return parsed?.ok === true ? parsed.value : { kind: 'any' };
}

/** The value of an input that is a member of no other class; for examples. */
export function firstValue(scale: Scale, member: number): JsonValue {
  return scale.valuesIn(member, 1)?.[0] ?? null;
}
