import type { JsonValue } from '../../json.ts';
import { isOrderedType, ordinalOf, ordinalStep, textOfOrdinal, type OrderedType } from '../cell/ordinal.ts';
import type {
  Comparison,
  ComparisonOperator,
  Literal,
  LiteralType,
  UnaryTest,
  UnaryTests,
} from '../cell/unary-tests.ts';
import type { ValueType } from '../model.ts';

/** The first bits of a column's values stand for undefined and for null; the others for its classes. */
export const undefinedBit = 1n;
export const nullBit = 2n;
export const absentBits = undefinedBit | nullBit;
const firstClass = 2n;

/** Values of a column between which no rule of the set tells a difference. */
interface ValueClass {
  /** One of them; undefined when there is none, as between two neighbouring days. */
  sample: JsonValue | undefined;
  /** The named value; null for a stretch between two, and for all other texts. */
  named: JsonValue;
}

/** The classes of a column of numbers, texts, truth values, dates or local times. */
export class ValueClasses {
  readonly type: ValueType;
  private readonly classes: ValueClass[];

  /** @param constants all values of the type that rules compare the column with */
  constructor(type: ValueType, constants: ReadonlySet<JsonValue>) {
    this.type = type;
    this.classes = isOrderedType(type) ? orderedClasses(type, constants) : namedClasses(type, constants);
  }

  /** All values, absent ones included. */
  get full(): bigint {
    return (1n << (BigInt(this.classes.length) + firstClass)) - 1n;
  }

  /**
   * The values for which a condition holds.
   * @param holds the condition, asked for one value of each class
   * @param mayBeUndefined otherwise undefined goes with null
   */
  select(holds: (value: JsonValue | undefined) => boolean, mayBeUndefined: boolean): bigint {
    const ofNull = holds(null);
    let values = (ofNull ? nullBit : 0n) | ((mayBeUndefined ? holds(undefined) : ofNull) ? undefinedBit : 0n);
    const held = this.classes.map(({ sample }) => (sample === undefined ? null : holds(sample)));
    for (const index of held.keys()) {
      // Nothing is in an empty class: it goes with a neighbour, which makes fewer ranges.
      const near = held.slice(0, index + 1).findLast((known) => known !== null) ?? held.find((known) => known !== null);
      if (near === true) values |= 1n << (BigInt(index) + firstClass);
    }
    return values;
  }

  /** The cells that together pass these values, absent ones apart: one, where a cell can say it. */
  cells(values: bigint): UnaryTests[] {
    const absent = (values & nullBit) !== 0n;
    const present = values >> firstClass;
    const all = (1n << BigInt(this.classes.length)) - 1n;
    if (present === all) return [absent ? { kind: 'any' } : negated([nullTest])];
    if (present === 0n) return absent ? [asked([nullTest])] : [];
    const passing = isOrderedType(this.type) ? this.ranges(present) : this.names(present);
    if (passing.length > 0) return [asked(absent ? [...passing, nullTest] : passing)];
    const others = this.names(all ^ present);
    // `null, != "a"` takes one cell; but `not("a", "b")` has to enclose the whole cell.
    const [only] = others;
    if (absent && others.length === 1 && only?.kind === 'comparison')
      return [asked([nullTest, { ...only, operator: '!=' }])];
    return absent ? [asked([nullTest]), negated(others)] : [negated(others)];
  }

  /** The named values as equalities; none when values without a name are among them. */
  private names(present: bigint): UnaryTest[] {
    const tests: UnaryTest[] = [];
    for (const [index, { named }] of this.classes.entries()) {
      if (((present >> BigInt(index)) & 1n) === 0n) continue;
      if (named === null) return [];
      tests.push(comparison('=', literalOf(named, this.type)));
    }
    return tests;
  }

  private ranges(present: bigint): UnaryTest[] {
    const tests: UnaryTest[] = [];
    const has = (index: number) => index >= 0 && ((present >> BigInt(index)) & 1n) === 1n;
    for (let first = 0; first < this.classes.length; first++) {
      if (!has(first)) continue;
      let last = first;
      while (has(last + 1)) last += 1;
      tests.push(this.range(first, last));
      first = last;
    }
    return tests;
  }

  /** Stretches and named values take turns, and a stretch is first and last. */
  private range(first: number, last: number): UnaryTest {
    const lowIncluded = first % 2 === 1;
    const highIncluded = last % 2 === 1;
    const low = this.classes[lowIncluded ? first : first - 1]?.named ?? null;
    const high = this.classes[highIncluded ? last : last + 1]?.named ?? null;
    if (low === null) return comparison(highIncluded ? '<=' : '<', literalOf(high, this.type));
    if (high === null) return comparison(lowIncluded ? '>=' : '>', literalOf(low, this.type));
    if (first === last && lowIncluded) return comparison('=', literalOf(low, this.type));
    const ends = { low: literalOf(low, this.type), high: literalOf(high, this.type) };
    return { kind: 'interval', ...ends, lowIncluded, highIncluded, ...nowhere };
  }
}

const nowhere = { start: 0, end: 0 };
export const nullTest = comparison('=', { kind: 'literal', type: 'null', value: null, ...nowhere });

export function literalOf(value: JsonValue, type: ValueType | 'null'): Literal {
  return { kind: 'literal', type: type as LiteralType, value: value as Literal['value'], ...nowhere };
}

export function comparison(operator: ComparisonOperator, operand: Literal): Comparison {
  return { kind: 'comparison', operator, operand, ...nowhere };
}

export function asked(tests: UnaryTest[]): UnaryTests {
  return { kind: 'tests', negated: false, tests };
}

export function negated(tests: UnaryTest[]): UnaryTests {
  return { kind: 'tests', negated: true, tests };
}

export const askedNull: UnaryTests = asked([nullTest]);
export const askedPresent: UnaryTests = negated([nullTest]);

function namedClasses(type: ValueType, constants: ReadonlySet<JsonValue>): ValueClass[] {
  if (type === 'boolean') return [true, false].map((value) => ({ sample: value, named: value }));
  let other = 'other';
  while (constants.has(other)) other += '+';
  return [...[...constants].map((value) => ({ sample: value, named: value })), { sample: other, named: null }];
}

function orderedClasses(type: OrderedType, constants: ReadonlySet<JsonValue>): ValueClass[] {
  const byOrdinal = new Map([...constants].map((value) => [ordinalOf(value, type) as number, value]));
  const cuts = [...byOrdinal.keys()].sort((a, b) => a - b);
  const classes: ValueClass[] = [{ sample: sampleOf(-Infinity, cuts[0] ?? Infinity, type), named: null }];
  for (const [index, cut] of cuts.entries()) {
    const value = textOfOrdinal(cut, type);
    classes.push({ sample: value, named: value });
    classes.push({ sample: sampleOf(cut, cuts[index + 1] ?? Infinity, type), named: null });
  }
  return classes;
}

/** A value between two, neither included; undefined when there is none. */
function sampleOf(low: number, high: number, type: OrderedType): JsonValue | undefined {
  const between = type === 'number' ? numberBetween(low, high) : ordinalBetween(low, high, type);
  const value = between > low && between < high ? textOfOrdinal(between, type) : null;
  const place = value === null ? null : ordinalOf(value, type);
  return place !== null && place > low && place < high && value !== null ? value : undefined;
}

function numberBetween(low: number, high: number): number {
  return Math.max(low, -Number.MAX_VALUE) / 2 + Math.min(high, Number.MAX_VALUE) / 2;
}

function ordinalBetween(low: number, high: number, type: OrderedType): number {
  const step = ordinalStep(type);
  if (low === -Infinity) return high === Infinity ? 0 : high - 1;
  return step === null && high !== Infinity ? low + (high - low) / 2 : low + 1;
}
