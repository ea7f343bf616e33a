import fc from 'fast-check';
import type {
  DecisionTable,
  JsonObject,
  JsonValue,
  Literal,
  LiteralType,
  UnaryTest,
  UnaryTests,
} from '../../../../engine/index.ts';
import { comparisonOperators, formatUnaryTests, orderedTypes } from '../../../../engine/index.ts';
import { cellsOf, orderedLiterals, testsOf } from '../cell/cell-arbitraries.ts';

const at = { start: 0, end: 0 };

/** The types of the tables here; `hit-policy-tables.ts` and `random-tables.ts` have all. */
type PlainType = 'number' | 'string' | 'boolean' | 'list';

const numbers = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0),
);
const texts = fc.oneof(fc.constantFrom('a', 'b', 'gold', '', '-', 'null', '__proto__'), fc.string({ unit: 'binary' }));
const words = fc.constantFrom('a', 'b', 'c', '');

const literal = (values: fc.Arbitrary<Literal['value']>): fc.Arbitrary<Literal> =>
  values.map((value) => ({
    kind: 'literal',
    type: value === null ? 'null' : (typeof value as LiteralType),
    value,
    ...at,
  }));

function unaryTest(values: fc.Arbitrary<Literal['value']>, ordered: boolean): fc.Arbitrary<UnaryTest> {
  const equalities = fc.record({
    kind: fc.constant('comparison' as const),
    operator: fc.constantFrom('=' as const, '=' as const, '!=' as const),
    operand: literal(values),
    start: fc.constant(0),
    end: fc.constant(0),
  });
  const lists = fc.record({
    kind: fc.constant('list' as const),
    members: fc.array(literal(values), { minLength: 1, maxLength: 3 }),
    start: fc.constant(0),
    end: fc.constant(0),
  });
  if (!ordered) return fc.oneof(equalities, lists);
  const orders = fc.record({
    kind: fc.constant('comparison' as const),
    operator: fc.constantFrom(...comparisonOperators),
    operand: literal(numbers),
    start: fc.constant(0),
    end: fc.constant(0),
  });
  const intervals = fc.record({
    kind: fc.constant('interval' as const),
    low: literal(numbers),
    lowIncluded: fc.boolean(),
    high: literal(numbers),
    highIncluded: fc.boolean(),
    start: fc.constant(0),
    end: fc.constant(0),
  });
  return fc.oneof(equalities, lists, orders, orders, intervals);
}

function cellOf(test: fc.Arbitrary<UnaryTest>): fc.Arbitrary<UnaryTests> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<UnaryTests>({ kind: 'any' }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('tests' as const),
        negated: fc.boolean(),
        tests: fc.array(test, { minLength: 1, maxLength: 3 }),
      }),
    },
  );
}

/** Any cell at all, of every type of value; `inputs`: what it may be compared with. */
export function unaryTests(inputs: readonly string[] = []): fc.Arbitrary<UnaryTests> {
  const ordered = orderedTypes.map((type) => testsOf(type, orderedLiterals(type, numbers), inputs));
  const mixed = unaryTest(fc.oneof(numbers, texts, fc.boolean(), fc.constant(null)), true);
  return cellsOf(fc.oneof({ weight: 3, arbitrary: mixed }, { weight: 2, arbitrary: fc.oneof(...ordered) }));
}

/** Values of a type that cells of `typedCell` are likely to meet, now and then absent. */
function typedValue(type: PlainType): fc.Arbitrary<JsonValue | undefined> {
  const small = fc.integer({ min: -3, max: 3 });
  const present: Record<PlainType, fc.Arbitrary<JsonValue>> = {
    number: fc.oneof(
      small,
      small.map((value) => value / 2),
    ),
    string: words,
    boolean: fc.boolean(),
    list: fc.oneof(fc.array(words, { maxLength: 3 }), fc.array(small, { maxLength: 3 })),
  };
  return fc.oneof(
    { weight: 6, arbitrary: present[type] },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

function typedCell(type: PlainType, rangesInLists: boolean): fc.Arbitrary<UnaryTests> {
  const small = fc.integer({ min: -3, max: 3 });
  const values: Record<PlainType, fc.Arbitrary<Literal['value']>> = {
    number: fc.oneof(small, fc.constant(null)),
    string: fc.oneof(words, fc.constant(null)),
    boolean: fc.oneof(fc.boolean(), fc.constant(null)),
    list: fc.oneof(words, small, fc.constant(null)),
  };
  const test = unaryTest(values[type], type === 'number' || type === 'list').map((single): UnaryTest => {
    if (single.kind === 'interval') {
      if (single.low.kind === 'reference' || single.high.kind === 'reference') return single;
      const low = Math.round(Number(single.low.value)) % 4;
      const high = low + Math.abs(Math.round(Number(single.high.value)) % 4);
      if (type === 'list' && !rangesInLists)
        return { kind: 'comparison', operator: '>', operand: { ...single.low, value: low }, ...at };
      return { ...single, low: { ...single.low, value: low }, high: { ...single.high, value: high } };
    }
    if (single.kind === 'comparison' && single.operand.kind === 'literal' && typeof single.operand.value === 'number') {
      return { ...single, operand: { ...single.operand, value: Math.round(single.operand.value) % 4 } };
    }
    return single;
  });
  return cellOf(test);
}

const types: PlainType[] = ['number', 'string', 'boolean', 'list'];

/** A table of one column per type, with up to 40 rows, and facts for it. `flat`: paths of one segment as well. */
export function tableAndFacts(options: {
  rangesInLists: boolean;
}): fc.Arbitrary<{ table: DecisionTable; facts: JsonObject[] }> {
  const paths = ['amount', 'customer.tier', 'customer.vip', 'order.items.0.tags'];
  const row = fc.tuple(...types.map((type) => typedCell(type, options.rangesInLists)));
  const facts = fc.tuple(...types.map(typedValue)).map(([amount, tier, vip, tags]): JsonObject => {
    const customer: JsonObject = {};
    if (tier !== undefined) customer['tier'] = tier;
    if (vip !== undefined) customer['vip'] = vip;
    const item: JsonObject = {};
    if (amount !== undefined) item['amount'] = amount;
    if (tier !== undefined || vip !== undefined) item['customer'] = customer;
    if (tags !== undefined) item['order'] = { items: [{ tags }] };
    return item;
  });
  return fc
    .record({ rows: fc.array(row, { maxLength: 40 }), facts: fc.array(facts, { minLength: 1, maxLength: 8 }) })
    .map(({ rows, facts: items }) => ({
      facts: items,
      table: {
        schemaVersion: 1,
        id: 'random',
        name: 'Random',
        version: '1',
        hitPolicy: 'first',
        inputs: types.map((type, index) => ({ id: type, name: type, path: paths[index] as string, type })),
        outputs: [{ id: 'row', name: 'Row', type: 'number' }],
        rows: rows.map((cells, index) => ({
          id: `r${index}`,
          when: Object.fromEntries(types.map((type, column) => [type, formatUnaryTests(cells[column] as UnaryTests)])),
          then: { row: index },
        })),
      },
    }));
}
