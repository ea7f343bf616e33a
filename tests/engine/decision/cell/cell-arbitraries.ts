import fc from 'fast-check';
import type {
  JsonValue,
  Literal,
  LiteralType,
  Operand,
  OrderedType,
  TemporalType,
  UnaryTest,
  UnaryTests,
  ValueType,
} from '../../../../engine/index.ts';
import { comparisonOperators, isOrderedType, isTemporalType, textOfOrdinal } from '../../../../engine/index.ts';

const at = { start: 0, end: 0 };
const span = { start: fc.constant(0), end: fc.constant(0) };

/** Ordinals near one another, so that values and cells meet: days, quarters of an hour, hours, months. */
const near: Record<TemporalType, fc.Arbitrary<number>> = {
  date: fc.integer({ min: 20_776, max: 20_782 }),
  time: fc.integer({ min: 30, max: 36 }).map((quarter) => quarter * 900),
  'date-time': fc.integer({ min: -3, max: 3 }).map((hour) => 1_795_305_600 + hour * 3600),
  'day-time-duration': fc.integer({ min: -3, max: 3 }).map((hours) => hours * 5400),
  'year-month-duration': fc.integer({ min: -3, max: 30 }),
};

/** Ordinals from far apart, fractions of seconds among them. */
const far: Record<TemporalType, fc.Arbitrary<number>> = {
  date: fc.integer({ min: -1_000_000, max: 4_000_000 }),
  time: fc.integer({ min: 0, max: 86_399_999_999 }).map((micros) => micros / 1e6),
  'date-time': fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }).map((millis) => millis / 1000),
  'day-time-duration': fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((millis) => millis / 1000),
  'year-month-duration': fc.integer({ min: -100_000, max: 100_000 }),
};

/** Canonical texts of a type. Times are local, so that all of them can be compared. */
export function temporalTexts(type: TemporalType, reach: 'near' | 'far' = 'near'): fc.Arbitrary<string> {
  return (reach === 'near' ? near : far)[type].map((ordinal) => textOfOrdinal(ordinal, type) as string);
}

/** Literals of one kind. */
export function literals(type: LiteralType, values: fc.Arbitrary<Literal['value']>): fc.Arbitrary<Literal> {
  return values.map((value) => ({ kind: 'literal', type, value, ...at }));
}

/** References to one of these inputs. */
function references(inputs: readonly string[]): fc.Arbitrary<Operand> {
  return fc.constantFrom(...inputs).map((input) => ({ kind: 'reference', input, ...at }));
}

/** One test of every form that the type takes. */
export function testsOf(
  type: LiteralType,
  own: fc.Arbitrary<Literal>,
  inputs: readonly string[] = [],
): fc.Arbitrary<UnaryTest> {
  const operand: fc.Arbitrary<Operand> =
    inputs.length === 0 ? own : fc.oneof({ weight: 3, arbitrary: own }, references(inputs));
  const equality = fc.record({
    kind: fc.constant('comparison' as const),
    operator: fc.constantFrom('=' as const, '=' as const, '!=' as const),
    operand,
    ...span,
  });
  const list = fc.record({
    kind: fc.constant('list' as const),
    members: fc.array(own, { minLength: 1, maxLength: 3 }),
    ...span,
  });
  if (!isOrderedType(type)) return fc.oneof(equality, list);
  const order = fc.record({
    kind: fc.constant('comparison' as const),
    operator: fc.constantFrom(...comparisonOperators),
    operand,
    ...span,
  });
  const interval = fc.record({
    kind: fc.constant('interval' as const),
    low: operand,
    lowIncluded: fc.boolean(),
    high: operand,
    highIncluded: fc.boolean(),
    ...span,
  });
  return fc.oneof(equality, list, order, order, interval);
}

/** Cells made of these tests, now and then negated or blank. */
export function cellsOf(test: fc.Arbitrary<UnaryTest>): fc.Arbitrary<UnaryTests> {
  const tests = fc.record({
    kind: fc.constant('tests' as const),
    negated: fc.boolean(),
    tests: fc.array(test, { minLength: 1, maxLength: 3 }),
  });
  return fc.oneof({ weight: 1, arbitrary: fc.constant<UnaryTests>({ kind: 'any' }) }, { weight: 6, arbitrary: tests });
}

const nothing = literals('null', fc.constant(null));
const small = fc.integer({ min: -3, max: 3 });
const words = fc.constantFrom('a', 'b', 'c', '');

const ownLiterals: Record<Exclude<ValueType, 'list' | TemporalType>, fc.Arbitrary<Literal>> = {
  number: literals('number', small),
  string: literals('string', words),
  boolean: literals('boolean', fc.boolean()),
};

/** Cells of a column: `inputs` are others of the same type, which it may be compared with. Those of a list ask for its members. */
export function typedCells(type: ValueType, inputs: readonly string[] = []): fc.Arbitrary<UnaryTests> {
  if (type === 'list') {
    return cellsOf(fc.oneof(testsOf('number', ownLiterals.number), testsOf('string', ownLiterals.string), nullTest));
  }
  const own = isTemporalType(type) ? literals(type, temporalTexts(type)) : ownLiterals[type];
  return cellsOf(fc.oneof({ weight: 6, arbitrary: testsOf(type, own, inputs) }, { weight: 1, arbitrary: nullTest }));
}

const nullTest: fc.Arbitrary<UnaryTest> = fc.record({
  kind: fc.constant('comparison' as const),
  operator: fc.constantFrom('=' as const, '!=' as const),
  operand: nothing,
  ...span,
});

/** Values that such cells are likely to meet; null for absent. */
export function typedValues(type: ValueType): fc.Arbitrary<JsonValue> {
  if (isTemporalType(type)) return withNull(temporalTexts(type));
  const present: Record<Exclude<ValueType, TemporalType>, fc.Arbitrary<JsonValue>> = {
    number: small,
    string: words,
    boolean: fc.boolean(),
    list: fc.oneof(fc.array(words, { maxLength: 3 }), fc.array(small, { maxLength: 3 })),
  };
  return withNull(present[type]);
}

function withNull(values: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  return fc.oneof({ weight: 6, arbitrary: values }, { weight: 1, arbitrary: fc.constant(null) });
}

/** Literals of every ordered type, from near and far. */
export function orderedLiterals(type: OrderedType, numbers: fc.Arbitrary<number>): fc.Arbitrary<Literal> {
  if (type === 'number') return literals('number', numbers);
  return literals(type, fc.oneof(temporalTexts(type), temporalTexts(type, 'far')));
}
