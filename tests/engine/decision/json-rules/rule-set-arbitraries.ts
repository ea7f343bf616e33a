import fc from 'fast-check';
import type { JsonCondition, JsonObject, JsonValue, RootCondition, RuleSet } from '../../../../engine/index.ts';

/** Values near every border: numbers as text, texts that begin like numbers, lists in lists, objects that hide `toString`. */
const scalars: JsonValue[] = [0, 1, 2, 2.5, -1, 10, '1', '2', '10', '12 EUR', 'a', 'b', 'abc', '', true, false, null];
const containers: JsonValue[] = [
  [],
  [1],
  [1, 2, 'a'],
  ['a', 'b'],
  [[1], [2, 'a']],
  [null, 0],
  {},
  { x: 1 },
  { x: { y: [1, 2] }, z: 'a' },
  { list: [{ x: 1, y: 'a' }, { x: 2 }, { y: 'b' }] },
  { fact: 'a', x: 'a' },
];
/** Objects that cannot be made a text, so that a comparison throws; only facts may be like this. */
const stubborn: JsonValue[] = [{ toString: 1, valueOf: 2 }, [{ toString: 1 }], { constructor: 1, x: 1 }];

const factNames = ['a', 'b', 'c', 'd', 'constructor', 'e.f'];

/** Plain and odd paths, all of which jsonpath-plus can read. */
export const oddPaths = [
  '$',
  '$.x',
  'x',
  '.x',
  '$.x.y',
  '$.x.y[0]',
  '$.x.y.length',
  "$['x']['y']",
  '$["x"].y',
  '$.list[0].x',
  '$.list[*].x',
  '$.list.*',
  '$.list[1:].x',
  '$.list[-1:]',
  '$.list[:1].x',
  '$.list[0,2]',
  '$..x',
  '$.x.*',
  '$.*',
  '$..*',
  '$.length',
  '$.x,z',
  '$[x,z]',
  '$.x.$',
  '$.`x',
  '$.nowhere.x',
  '$.x.constructor',
  '$.x.__proto__',
  '$[0]',
  '$[0:2]',
  '[0]',
  '$.0',
  "$['x.y']",
  '$.x..y',
  '$.list[::2].x',
  '$..list.length',
  '$.z[0]',
  '$.x[y]',
  '$.',
  '$..',
] as const;

const operators = ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain'].concat([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);
const decorators = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not'];

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...scalars) },
  { weight: 2, arbitrary: fc.constantFrom(...containers) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...scalars), { maxLength: 4 }) },
);

const maybePath = fc.option(fc.constantFrom(...oddPaths), { nil: undefined, freq: 2 });
const maybeParams = fc.option(fc.constantFrom<JsonValue>({ id: 1 }, {}), { nil: undefined, freq: 4 });
const reference = fc
  .record({ fact: fc.constantFrom(...factNames), path: maybePath, params: maybeParams })
  .map(withoutUndefined);
const label = fc
  .record({
    priority: fc.option(fc.constantFrom(-2, 1, 2, 10), { nil: undefined, freq: 2 }),
    name: fc.option(fc.constantFrom('first', 'second'), { nil: undefined, freq: 4 }),
  })
  .map(withoutUndefined);

/** Most conditions make sense, so that rules hold and fail for good reasons, and some throw. */
const sensible = fc.oneof(
  fc.record({ operator: fc.constantFrom('equal', 'notEqual'), value }),
  fc.record({
    operator: fc.constantFrom('in', 'notIn', 'someFact:in', 'not:in'),
    value: fc.array(fc.constantFrom(...scalars), { maxLength: 4 }),
  }),
  fc.record({ operator: fc.constantFrom('contains', 'doesNotContain', 'everyFact:notEqual'), value }),
  fc.record({
    operator: fc.constantFrom(
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
      'someFact:lessThan',
    ),
    value: fc.constantFrom<JsonValue>(0, 1, 2, '10', null),
  }),
);
const wild = fc.record({
  operator: fc
    .tuple(fc.array(fc.constantFrom(...decorators), { maxLength: 3 }), fc.constantFrom(...operators))
    .map(([before, operator]) => [...before, operator].join(':')),
  value: fc.oneof(value, reference as fc.Arbitrary<JsonValue>),
});
const againstFact = fc.record({ operator: fc.constantFrom(...operators), value: reference as fc.Arbitrary<JsonValue> });

const leaf = fc
  .tuple(
    reference,
    label,
    fc.oneof(
      { weight: 14, arbitrary: sensible },
      { weight: 2, arbitrary: againstFact },
      { weight: 1, arbitrary: wild },
    ),
  )
  .map(([place, labelled, rest]) => ({ ...place, ...rest, ...labelled }));

/** A condition that may refer to the shared ones of these names. */
function condition(shared: readonly string[]): { root: fc.Arbitrary<JsonValue>; any: fc.Arbitrary<JsonValue> } {
  const named = fc.tuple(fc.constantFrom(...shared), label).map(([name, rest]) => ({ condition: name, ...rest }));
  const tree = fc.letrec<{ any: JsonObject; root: JsonObject }>((tie) => {
    const parts = fc.oneof(
      { weight: 8, arbitrary: fc.array(tie('any'), { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    );
    const group = (kind: string) =>
      fc.tuple(parts, label).map(([list, rest]) => ({ [kind]: list, ...rest }) as JsonObject);
    const not = fc.tuple(tie('any'), label).map(([part, rest]) => ({ not: part, ...rest }) as JsonObject);
    return {
      any: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        { weight: 6, arbitrary: leaf as fc.Arbitrary<JsonObject> },
        { weight: 2, arbitrary: group('all') },
        { weight: 2, arbitrary: group('any') },
        { weight: 1, arbitrary: not },
        { weight: 1, arbitrary: named as fc.Arbitrary<JsonObject> },
      ),
      root: fc.oneof(
        { weight: 4, arbitrary: group('all') },
        { weight: 4, arbitrary: group('any') },
        { weight: 2, arbitrary: not },
        { weight: 2, arbitrary: named as fc.Arbitrary<JsonObject> },
      ),
    };
  });
  return { root: tree.root as fc.Arbitrary<JsonValue>, any: tree.any as fc.Arbitrary<JsonValue> };
}

const params = fc.option(
  fc.oneof<fc.Arbitrary<JsonValue>[]>(
    fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.oneof(value, reference as fc.Arbitrary<JsonValue>), {
      maxKeys: 3,
    }) as fc.Arbitrary<JsonValue>,
    fc.constantFrom<JsonValue>('text', [1, { fact: 'a' }]),
  ),
  { nil: undefined },
);

/** A reference to `nowhere` stands for a shared condition that is missing. */
const rule = fc
  .record({
    conditions: condition(['s1', 's1', 's2', 's2', 's3', 's3', 'nowhere']).root,
    event: fc
      .record({
        type: fc.oneof(
          { weight: 40, arbitrary: fc.constantFrom('yes', 'no') },
          { weight: 1, arbitrary: fc.constant('error') },
        ),
        params,
      })
      .map(withoutUndefined),
    priority: fc.option(fc.constantFrom(1, 2, 10), { nil: undefined, freq: 2 }),
    name: fc.option(fc.constantFrom<JsonValue>('rule', 7, 0), { nil: undefined, freq: 2 }),
  })
  .map(withoutUndefined);

/** Rule sets that `readRuleSet` takes, missing conditions left to the run; all that may be in JSON is in them somewhere. */
export const ruleSets: fc.Arbitrary<RuleSet> = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
    conditions: fc.record({
      s1: condition(['s2', 's2', 's3', 's3', 's3', 'nowhere']).root,
      s2: condition(['s3']).root,
      s3: condition(['s4']).root,
      s4: leaf.map((part) => ({ all: [part] })),
    }),
    allowUndefinedFacts: fc.constantFrom(true, true, true, false),
    allowUndefinedConditions: fc.constantFrom(true, true, true, false),
    replaceFactsInEventParams: fc.boolean(),
  })
  .map((ruleSet) => JSON.parse(JSON.stringify(ruleSet)) as RuleSet);

/** Rule sets in which no condition can fail and none has a priority: what most rule sets are like. */
export const plainRuleSets: fc.Arbitrary<RuleSet> = ruleSets.map((ruleSet) => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) => ({
    ...rule,
    conditions: tame(rule.conditions) as RootCondition,
    event: { ...rule.event, type: rule.event.type.replace('error', 'no') },
  })),
  conditions: Object.fromEntries(
    Object.entries(ruleSet.conditions ?? {}).map(([name, shared]) => [name, tame(shared) as RootCondition]),
  ),
  allowUndefinedConditions: true,
  replaceFactsInEventParams: false,
}));

/** So many plain rules that they are looked at together. */
export const manyPlainRules: fc.Arbitrary<RuleSet> = fc
  .record({
    rules: fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 18, maxLength: 34 }),
    others: fc.array(rule, { maxLength: 3 }),
  })
  .map(({ rules, others }) => {
    const plain = rules.map((all) => ({
      conditions: { all: all as unknown as JsonCondition[] },
      event: { type: 'plain' },
    }));
    const all = JSON.parse(JSON.stringify([...others, ...plain])) as RuleSet['rules'];
    const named = all.map((one, index) => ({
      ...one,
      conditions: tame(one.conditions) as RootCondition,
      event: { type: `rule ${index}` },
    }));
    return { rules: named, allowUndefinedFacts: true, allowUndefinedConditions: true };
  });

function tame({ priority: _, ...condition }: JsonCondition): JsonCondition {
  if ('all' in condition) return { ...condition, all: condition.all.map(tame) };
  if ('any' in condition) return { ...condition, any: condition.any.map(tame) };
  if ('not' in condition) return { ...condition, not: tame(condition.not) };
  if ('condition' in condition) return condition;
  const { path, operator, value: compared, ...rest } = condition;
  const mayFail = /Value|swap/.test(operator) || (/(?:^|:)(?:in|notIn)$/.test(operator) && !Array.isArray(compared));
  const place = path === undefined || /[*:,`]|\.\./.test(path) ? rest : { ...rest, path: '$.x' };
  const isReference = typeof compared === 'object' && compared !== null && 'fact' in compared;
  return { ...place, operator: mayFail ? 'notEqual' : operator, value: isReference ? { fact: 'b' } : compared };
}

/** Facts for these rule sets; some are absent. `plain`: no objects among them but where paths lead. */
export function factsOf(count: number, kind: 'any' | 'plain' = 'any'): fc.Arbitrary<JsonObject[]> {
  const plain = fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...scalars) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(...scalars), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.record({ x: fc.constantFrom(...scalars) }) },
  );
  const any = fc.oneof({ weight: 15, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(...stubborn) });
  const factValue: fc.Arbitrary<JsonValue> = kind === 'plain' ? plain : any;
  const facts = fc.tuple(...factNames.map(() => fc.option(factValue, { nil: undefined, freq: 12 }))).map((values) => {
    const object: JsonObject = {};
    for (const [index, name] of factNames.entries()) if (values[index] !== undefined) object[name] = values[index];
    return JSON.parse(JSON.stringify(object)) as JsonObject;
  });
  return fc.array(facts, { minLength: count, maxLength: count });
}

function withoutUndefined<Value extends object>(value: Value): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as JsonObject;
}
