import type { JsonValue } from '../../json.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { maxCellLength } from '../cell/parse-unary-tests.ts';
import type { Literal, UnaryTest } from '../cell/unary-tests.ts';
import { addMember, difference, emptySet, hasMember, membersOf, rangeSet } from './class-set.ts';
import type { Scale } from './scale.ts';

/**
 * The scale of texts or truth values: absent, one class per value that a cell names, and last all other texts.
 * @param type the column's type
 * @param literals what the cells name, and the values that the column allows
 * @example namedScale('string', literals of "gold" and "silver") // absent, "gold", "silver", any other text
 */
export function namedScale(type: 'string' | 'boolean', literals: readonly Literal[]): Scale {
  const named = type === 'boolean' ? [true, false] : [];
  const names: (string | boolean)[] = [...new Set([...named, ...literals.map(({ value }) => value)])].filter(
    (value): value is string | boolean => typeof value === type,
  );
  const indexes = new Map<JsonValue, number>(names.map((name, index) => [name, index + 1]));
  const other = names.length + 1;
  const classCount = names.length + 2;
  return {
    classCount,
    ordered: false,
    isStretch: (member) => member === other,
    isPossible: (member) => member !== other || type === 'string',
    ordinalOf: (value) => indexes.get(value) ?? strangerOrdinal(value, other),
    valuesIn(member, count) {
      if (member === 0) return [null];
      if (member !== other) return count === 1 ? [names[member - 1] as JsonValue] : null;
      return type === 'boolean' ? null : strangers(count, indexes);
    },
    pointOf: ({ value }) => indexes.get(value) ?? 'none',
    express(set, universe, around) {
      const told = hasMember(set, other) ? withOthers() : listed(membersOf(set));
      if (told.cell.length <= maxCellLength) return told;
      return around === other ? null : listed([around]);

      function listed(members: number[]) {
        const tests = members.map((member) =>
          equals(literalOf(member === 0 ? null : (names[member - 1] as string | boolean))),
        );
        return {
          set: members.reduce(addMember, emptySet(classCount)),
          cell: formatUnaryTests({ kind: 'tests', negated: false, tests }),
        };
      }

      function withOthers() {
        if (around === 0) return listed([0]);
        const missing = membersOf(difference(rangeSet(classCount, 1, classCount - 1), set)).filter((member) =>
          hasMember(universe, member),
        );
        const present = difference(set, rangeSet(classCount, 0, 0));
        const values = missing.map((member) => literalOf(names[member - 1] as string | boolean));
        const tests = values.length === 0 ? [equals(literalOf(null))] : values.map(equals);
        return { set: present, cell: formatUnaryTests({ kind: 'tests', negated: true, tests }) };
      }
    },
  };
}

/** Texts that no cell names, readable ones first. */
function strangers(count: number, named: ReadonlyMap<JsonValue, number>): string[] {
  const found: string[] = [];
  for (let attempt = 1; found.length < count; attempt++) {
    const text = attempt === 1 ? 'other' : `other ${attempt}`;
    if (!named.has(text)) found.push(text);
  }
  return found;
}

/** Strangers rank after the named ones, by their number: enough to tell them apart. */
function strangerOrdinal(value: JsonValue, other: number): number | null {
  if (typeof value !== 'string') return null;
  return other + (value === 'other' ? 1 : Number(value.slice('other '.length)));
}

function literalOf(value: string | boolean | null): Literal {
  const type = value === null ? 'null' : (typeof value as 'string' | 'boolean');
  return { kind: 'literal', type, value, start: 0, end: 0 };
}

function equals(operand: Literal): UnaryTest {
  return { kind: 'comparison', operator: '=', operand, start: 0, end: 0 };
}
