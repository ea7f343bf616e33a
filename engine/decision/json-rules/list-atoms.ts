import type { JsonValue } from '../../json.ts';
import type { ComparisonOperator, Literal, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import {
  absentBits,
  nullBit,
  undefinedBit,
  asked,
  askedNull,
  askedPresent,
  comparison,
  literalOf,
  negated,
  nullTest,
} from './value-classes.ts';

/** A question about the members of a list, such as "is one of them `vip`?". */
export interface ListAtom {
  key: string;
  /** The cell that asks it; null for the question whether there is a list at all. */
  tests: UnaryTest[] | null;
  /** For which lists the condition holds: those that pass the cell, those that do not, and absent ones. */
  passing: boolean;
  failing: boolean;
  absent: boolean;
}

const passingBit = 4n;
const failingBit = 8n;
export const listFull = absentBits | passingBit | failingBit;

const orders: Record<string, ComparisonOperator> = {
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/**
 * What an operator asks about a list, as a cell.
 * @returns null for what no cell asks: every member in an order, or in a list of values; members against lists
 */
export function listAtom(operator: string, value: JsonValue): ListAtom | null {
  if (operator.startsWith('not:')) {
    const atom = listAtom(operator.slice(4), value);
    return atom && { ...atom, passing: !atom.passing, failing: !atom.failing, absent: !atom.absent };
  }
  if (value === null && operator === 'doesNotContain') return presence;
  const literals = (Array.isArray(value) ? value : [value]).map(scalarLiteral);
  if (literals.length === 0 || literals.includes(null)) return null;
  const members = literals as Literal[];
  const isOne = !Array.isArray(value);
  const anyOf = members.map((literal) => comparison('=', literal));
  const key = JSON.stringify(value);
  if (isOne && (operator === 'contains' || operator === 'someFact:equal')) return holding(`= [${key}]`, anyOf, true);
  if (isOne && (operator === 'doesNotContain' || operator === 'everyFact:notEqual'))
    return holding(`= [${key}]`, anyOf, false);
  if (!isOne && operator === 'someFact:in') return holding(`= ${key}`, anyOf, true);
  if (!isOne && operator === 'everyFact:notIn') return holding(`= ${key}`, anyOf, false);
  const unequal = [comparison('!=', members[0] as Literal)];
  if (isOne && operator === 'someFact:notEqual') return holding(`!= ${key}`, unequal, true);
  if (isOne && operator === 'everyFact:equal') return holding(`!= ${key}`, unequal, false);
  const [before, name] = operator.split(':');
  const order = before === 'someFact' && name !== undefined && Object.hasOwn(orders, name) ? orders[name] : undefined;
  if (order === undefined || typeof value !== 'number') return null;
  return holding(`${order} ${key}`, [comparison(order, members[0] as Literal)], true);
}

function holding(key: string, tests: UnaryTest[] | null, passing: boolean): ListAtom {
  return { key, tests, passing, failing: tests !== null && !passing, absent: false };
}

function scalarLiteral(value: JsonValue): Literal | null {
  const type = typeof value;
  return type === 'number' || type === 'string' || type === 'boolean' ? literalOf(value, type) : null;
}

/** The question whether there is a list at all. */
export const presence: ListAtom = holding('present', null, true);

/**
 * What a comparison of a list with null, or with what is never there, holds for.
 * @param mayBeUndefined otherwise undefined goes with null
 * @returns null for an operator that asks something else
 */
export function absenceOf(operator: string, withUndefined: boolean, mayBeUndefined: boolean): bigint | null {
  if (operator.startsWith('not:')) {
    const values = absenceOf(operator.slice(4), withUndefined, mayBeUndefined);
    return values === null ? null : listFull ^ values;
  }
  if (operator === 'notEqual') return absenceOf('not:equal', withUndefined, mayBeUndefined);
  if (operator !== 'equal') return null;
  if (mayBeUndefined) return withUndefined ? undefinedBit : nullBit;
  return withUndefined ? 0n : absentBits;
}

/** The lists for which a condition holds, as bits of its column. */
export function listValues({ passing, failing, absent, tests }: ListAtom): bigint {
  const ofPresent = tests === null ? passing : failing;
  return (passing ? passingBit : 0n) | (ofPresent ? failingBit : 0n) | (absent ? absentBits : 0n);
}

/** The cells that together pass these lists. */
export function listCells(values: bigint, tests: UnaryTest[] | null): UnaryTests[] {
  const passing = (values & passingBit) !== 0n;
  const failing = (values & failingBit) !== 0n;
  const absent = (values & absentBits) !== 0n;
  if (passing && failing) return [absent ? { kind: 'any' } : askedPresent];
  if (passing && tests !== null) return [asked(absent ? [...tests, nullTest] : tests)];
  return [...(absent ? [askedNull] : []), ...(failing && tests !== null ? [negated(tests)] : [])];
}
