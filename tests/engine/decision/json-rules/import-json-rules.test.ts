import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkTable,
  decideTable,
  describeIssue,
  exportJsonRules,
  importJsonRules,
  itemIsFacts,
  readRuleSet,
  type DecisionTable,
  type JsonCondition,
  type JsonObject,
  type JsonValue,
  type RuleSet,
} from '../../../../engine/index.ts';
import { parseTable } from '../../../../rules/index.ts';
import { definite } from '../../../definite.ts';
import { policyTable } from '../evaluate/hit-policy-tables.ts';
import { askRealEngine, realEngine } from './real-engine.ts';

interface Column {
  place: { fact: string; path?: string };
  facts: JsonValue[];
  asked: { operator: string; value: JsonValue }[];
}

const ask = (operators: string[], ...values: JsonValue[]) =>
  operators.flatMap((operator) => values.map((value) => ({ operator, value })));
const absent: JsonValue = { fact: 'steward:absent' };

const columns: Column[] = [
  {
    place: { fact: 'n' },
    facts: [-1, 0, 1, 1.5, 2, 7],
    asked: [
      ...ask(['equal', 'notEqual', 'lessThan', 'greaterThanInclusive', 'not:lessThan', 'swap:lessThan'], 1, 2),
      ...ask(
        ['in', 'notIn', 'not:in', 'someValue:equal', 'everyValue:greaterThan', 'someValue:lessThanInclusive'],
        [0, 2],
      ),
    ],
  },
  {
    place: { fact: 'o', path: '$.s' },
    facts: ['a', 'b', 'c', ''],
    asked: [...ask(['equal', 'notEqual'], 'a', '', null, absent), ...ask(['in', 'notIn'], ['a', 'b'], ['c', null])],
  },
  { place: { fact: 'b' }, facts: [true, false], asked: ask(['equal', 'notEqual', 'not:equal'], true, false, null) },
  {
    place: { fact: 'd' },
    facts: ['2026-01-01', '2026-01-02', '2026-01-03', '2025-12-31'],
    asked: [
      ...ask(['lessThan', 'lessThanInclusive', 'greaterThan', 'equal'], '2026-01-01', '2026-01-03'),
      ...ask(['greaterThanInclusive'], ''),
    ],
  },
  {
    place: { fact: 't' },
    facts: ['08:00:00', '08:00:00.5', '08:00:01', '23:59:59', '00:00:00', '08:00:00.0'],
    asked: ask(['lessThan', 'greaterThanInclusive'], '08:00:00', '08:00:00.000001', '23:59:59', ''),
  },
  {
    place: { fact: 'l' },
    facts: [[], ['a'], ['a', 'b'], [1, 2], [3]],
    asked: [
      ...ask(
        ['contains', 'doesNotContain', 'someFact:equal', 'everyFact:notEqual', 'everyFact:equal', 'not:contains'],
        'a',
        2,
      ),
      ...ask(['someFact:in', 'everyFact:notIn'], ['a', 1]),
      ...ask(['someFact:lessThan', 'not:someFact:greaterThan'], 2),
      ...ask(['doesNotContain', 'not:doesNotContain'], null),
    ],
  },
];

const leaf = fc
  .constantFrom(...columns)
  .chain(({ place, asked }) => fc.constantFrom(...asked).map((question) => ({ ...place, ...question })));
const { root } = fc.letrec<{ any: JsonCondition; root: JsonCondition }>((tie) => {
  const parts = fc.array(tie('any'), { maxLength: 3 });
  const priority = fc.constantFrom({}, {}, { priority: 5 });
  const groups = [
    fc.tuple(parts, priority).map(([all, rest]) => ({ all, ...rest })),
    fc.tuple(parts, priority).map(([any, rest]) => ({ any, ...rest })),
    tie('any').map((not) => ({ not })),
  ] as fc.Arbitrary<JsonCondition>[];
  return {
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 5, arbitrary: leaf },
      ...groups,
      fc.constant({ condition: 'shared' }),
    ),
    root: fc.oneof(...groups),
  };
});
const facts = fc
  .tuple(
    ...columns.map(({ facts: values }) =>
      fc.constantFrom<JsonValue | undefined>(...values, ...values, null, undefined),
    ),
  )
  .map((values) => {
    const item: JsonObject = {};
    for (const [index, value] of values.entries()) {
      const { fact, path } = definite(columns[index]).place;
      if (path !== undefined) item[fact] = value === undefined ? {} : { s: value };
      else if (value !== undefined) item[fact] = value;
    }
    return item;
  });
const events = fc.record({
  type: fc.constantFrom('x', 'y'),
  params: fc.record({ p: fc.constantFrom(1, 2, null), q: fc.constantFrom('a', 'b') }, { requiredKeys: [] }),
});

function ruleSetOf(conditions: JsonCondition[], more: Partial<RuleSet> = {}): RuleSet {
  const rules = conditions.map((condition, index) => ({ conditions: condition, event: { type: `e${index}` } }));
  const read = readRuleSet({ rules, ...more });
  if (!read.ok) throw new Error(read.issues.map(describeIssue).join(' '));
  return read.value;
}

/** The list of results; null where the type of a column was assumed, and the value is of another. */
function resultsIn(table: DecisionTable, item: JsonObject, assumed: readonly JsonValue[] = []): JsonValue[] | null {
  const decided = decideTable(table, item, itemIsFacts);
  if (!decided.ok && decided.issues.every(({ params }) => assumed.includes(params['field'] ?? ''))) return null;
  if (!decided.ok) throw new Error(JSON.stringify({ issues: decided.issues, table, item }));
  return (decided.value.outcome ?? []) as JsonValue[];
}

describe('a table made of a random rule set', () => {
  test('is sound, and gives the events of the real json-rules-engine in their order', async () => {
    let compared = 0;
    let inOrder = 0;
    let refused = 0;
    const rule = fc.record({ conditions: root, event: events, priority: fc.constantFrom(1, 1, 2) });
    const property = fc.asyncProperty(
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      root,
      fc.constantFrom(true, true, false),
      fc.array(facts, { minLength: 12, maxLength: 12 }),
      async (rules, shared, allowUndefinedFacts, items) => {
        const read = readRuleSet(
          JSON.parse(JSON.stringify({ rules, conditions: { shared: withoutShared(shared) }, allowUndefinedFacts })),
        );
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        const imported = importJsonRules(read.value);
        if (!imported.ok) {
          refused += 1;
          for (const { code } of imported.issues) expect(code).toBe('rule_not_importable');
          return;
        }
        const { table, notes } = imported.value;
        expect(parseTable(JSON.parse(JSON.stringify(table)))).toMatchObject({ ok: true });
        expect(checkTable(table).filter(({ severity }) => severity === 'error')).toEqual([]);
        const isOrdered = !notes.some(({ code }) => code === 'order_within_priority');
        const assumed = notes.flatMap(({ code, params }) => (code === 'type_assumed' ? [params['field'] ?? ''] : []));
        const engine = realEngine(read.value);
        for (const item of items) {
          const answer = await askRealEngine(engine, item, false);
          if ('failed' in answer) continue;
          const expected = (answer.events as { type: string; params?: JsonObject }[]).map(({ type, params }) => ({
            ...Object.fromEntries(table.outputs.map(({ id }) => [id, null])),
            ...params,
            event: type,
          }));
          const sorted = (list: JsonValue[]) =>
            isOrdered
              ? list
              : list.map((one) => JSON.stringify(one, [...table.outputs.map(({ id }) => id)].sort())).sort();
          const results = resultsIn(table, item, assumed);
          if (results === null) continue;
          expect(sorted(results)).toEqual(sorted(expected));
          compared += 1;
          if (isOrdered) inOrder += 1;
        }
      },
    );
    await fc.assert(property, { numRuns: process.env['STEWARD_QUICK'] === '1' ? 300 : 1500 });
    expect(compared).toBeGreaterThan(1000);
    expect(inOrder).toBeGreaterThan(compared / 2);
    expect(refused).toBeGreaterThan(10);
  }, 60_000);
});

function withoutShared(condition: JsonCondition): JsonValue {
  return JSON.parse(JSON.stringify(condition).replaceAll('{"condition":"shared"}', '{"all":[]}')) as JsonValue;
}

function tableOf(ruleSet: RuleSet): DecisionTable {
  const imported = importJsonRules(ruleSet);
  if (!imported.ok) throw new Error(imported.issues.map(describeIssue).join(' '));
  return imported.value.table;
}

describe('a table that was exported comes back', () => {
  /** Cells that compare with other inputs, or that json-rules-engine cannot ask. */
  const left = /[nm]\b(?!")|Z"|duration/;

  test.each(['first', 'rule-order', 'collect', 'priority', 'unique'] as const)(
    'and decides by the same rows: %s',
    (hitPolicy) => {
      let compared = 0;
      fc.assert(
        fc.property(policyTable({ hitPolicy }), ({ table, cases }) => {
          const rows = table.rows.map(({ validFrom: _, validUntil: __, ...row }) => ({
            ...row,
            when: Object.fromEntries(
              Object.entries(row.when).filter(([, cell]) => !left.test(cell.replace('not(', '(').replace('null', '-'))),
            ),
          }));
          const { validFrom: _, validUntil: __, ...undated } = table;
          const original: DecisionTable = { ...undated, rows };
          const exported = exportJsonRules(original);
          if (!exported.ok) throw new Error(exported.issues.map(describeIssue).join(' '));
          const back = tableOf(exported.value);
          if (rows.some((row) => row.disabled !== true)) expect(back.id).toBe(original.id);
          for (const { item } of cases) {
            const decided = decideTable(original, item, itemIsFacts);
            const again = decideTable(back, item, itemIsFacts);
            if (!decided.ok || !again.ok) continue;
            const matched = again.value.decision.matched.map((id) => id.replace(/\/\d+$/, ''));
            expect(matched).toEqual(decided.value.decision.matched);
            compared += 1;
          }
        }),
        { numRuns: 150 },
      );
      expect(compared).toBeGreaterThan(50);
    },
  );
});

describe('an import', () => {
  const leafOf = (fact: string, operator: string, value: JsonValue) => ({ fact, operator, value });

  test('writes cells that a person would write', () => {
    const ruleSet = ruleSetOf(
      [
        {
          all: [
            leafOf('age', 'greaterThanInclusive', 18),
            leafOf('age', 'lessThan', 65),
            leafOf('tier', 'in', ['gold', 'vip']),
          ],
        },
        { any: [leafOf('age', 'lessThan', 18), leafOf('age', 'equal', 99)] },
        { all: [leafOf('tier', 'notIn', ['gold', 'basic']), { not: leafOf('tags', 'contains', 'blocked') }] },
        { any: [leafOf('age', 'greaterThan', 90), leafOf('tier', 'equal', 'basic')] },
      ],
      { allowUndefinedFacts: true },
    );
    expect(tableOf(ruleSet).rows.map(({ id, when }) => [id, when])).toEqual([
      ['rule-1', { age: '[18..65)', tier: '"gold", "vip"' }],
      ['rule-2', { age: '< 18, 99' }],
      ['rule-4', { age: '> 90' }],
      ['rule-4/2', { age: '<= 90, null', tier: '"basic"' }],
      ['rule-3', { tier: 'null', tags: 'null' }],
      ['rule-3/2', { tier: 'null', tags: 'not("blocked")' }],
      ['rule-3/3', { tier: 'not("gold", "basic")', tags: 'null' }],
      ['rule-3/4', { tier: 'not("gold", "basic")', tags: 'not("blocked")' }],
    ]);
  });

  test('makes outputs of types and params, and of the first event alone where that is wanted', () => {
    const conditions = { all: [leafOf('n', 'greaterThan', 1)] };
    const read = readRuleSet([
      { name: 'much', conditions, event: { type: 'stop', params: { fee: 5, tags: ['a'] } }, priority: 2 },
      { name: 'little', conditions: { not: conditions }, event: { type: 'go' } },
    ]);
    const imported = importJsonRules(definite(read.ok ? read.value : undefined), {
      hitPolicy: 'first',
      id: 'fees',
      name: 'Fees',
    });
    expect(imported).toMatchObject({ value: { table: { id: 'fees', name: 'Fees', hitPolicy: 'first' } } });
    expect(imported.ok && imported.value.table.outputs.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'event string',
      'fee number',
      'tags list',
    ]);
    expect(imported.ok && imported.value.table.rows).toEqual([
      { id: 'much', when: { n: '> 1' }, then: { event: 'stop', fee: 5, tags: ['a'] } },
      { id: 'little', when: { n: '<= 1, null' }, then: { event: 'go' } },
    ]);
    expect(imported.ok && imported.value.notes.map(({ code }) => code)).toEqual(['absent_facts_decide']);
  });

  test.each<[string, JsonCondition]>([
    ['fact_against_fact', { all: [leafOf('a', 'equal', { fact: 'b' })] }],
    ['path', { all: [{ ...leafOf('a', 'equal', 1), path: '$.x[*]' }] }],
    ['path', { all: [{ ...leafOf('a', 'equal', 1), path: '$.length' }] }],
    ['path', { all: [leafOf('constructor', 'equal', 1)] }],
    ['mixed_types', { any: [leafOf('a', 'equal', 1), leafOf('a', 'equal', '1')] }],
    ['mixed_types', { any: [leafOf('a', 'equal', { x: 1 })] }],
    ['mixed_types', { all: [leafOf('a', 'greaterThan', ''), leafOf('a', 'equal', 3)] }],
    ['text_order', { all: [leafOf('a', 'lessThan', 'm')] }],
    ['text_order', { all: [leafOf('a', 'lessThan', '2026-01-01T00:00:00Z')] }],
    ['operator', { all: [leafOf('a', 'in', 'abc')] }],
    ['operator', { all: [leafOf('a', 'lessThan', null)] }],
    ['operator', { all: [leafOf('a', 'everyFact:lessThan', 3)] }],
    ['operator', { all: [leafOf('a', 'swap:someFact:in', ['x'])] }],
    ['may_fail', { all: [leafOf('a', 'someValue:equal', 3)] }],
    ['null_or_absent', { all: [leafOf('a', 'equal', null)] }],
    ['missing_condition', { condition: 'gone' }],
    [
      'too_many_values',
      {
        all: [
          leafOf(
            'a',
            'in',
            Array.from({ length: 2001 }, (_, index) => index),
          ),
        ],
      },
    ],
    [
      'too_many_rows',
      {
        all: Array.from({ length: 12 }, (_, index) => ({
          any: [leafOf(`a${index}`, 'equal', 1), leafOf(`b${index}`, 'equal', 1)],
        })),
      },
    ],
  ])('is refused for %s, by rule (%#)', (reason, condition) => {
    const ruleSet: RuleSet = {
      rules: [{ name: 'r', conditions: condition as RuleSet['rules'][number]['conditions'], event: { type: 'x' } }],
      allowUndefinedFacts: true,
    };
    expect(importJsonRules(ruleSet)).toMatchObject({
      ok: false,
      issues: [{ code: 'rule_not_importable', path: ['rules', 0], params: { rule: 'r', reason } }],
    });
  });

  test('is refused for events that cannot be results', () => {
    const withParams = (...list: JsonValue[]): RuleSet => ({
      rules: list.map((params) => ({ conditions: { all: [] }, event: { type: 'x', params } })),
    });
    const codesOf = (ruleSet: RuleSet) => {
      const imported = importJsonRules(ruleSet);
      return imported.ok ? [] : imported.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(codesOf(withParams({ a: { b: 1 } }))).toEqual(['params_not_importable rules.0.event.params.a']);
    expect(codesOf(withParams('text'))).toEqual(['params_not_importable rules.0.event.params']);
    expect(codesOf(withParams({ event: 1 }))).toEqual(['params_not_importable rules.0.event.params.event']);
    expect(codesOf(withParams({ a: 1 }, { a: 'x' }))).toEqual(['param_types_differ rules.1.event.params.a']);
    expect(codesOf({ ...withParams({ a: { fact: 'n' } }), replaceFactsInEventParams: true })[0]).toBe(
      'param_from_fact rules.0.event.params.a',
    );
    expect(codesOf({ rules: [{ conditions: { all: [] }, event: { type: 'error' } }] })).toEqual([
      'error_event rules.0.event.type',
    ]);
  });

  test('says which rules never hold, and which may change places', () => {
    const never = { all: [leafOf('n', 'lessThan', 1), leafOf('n', 'greaterThan', 2)] };
    const quick = { any: [{ ...leafOf('n', 'equal', 1), priority: 5 }, leafOf('n', 'equal', 2)] };
    const slow = {
      all: [{ any: [leafOf('n', 'lessThan', 9), leafOf('n', 'lessThan', 8)] }, leafOf('n', 'lessThan', 7)],
    };
    const imported = importJsonRules(ruleSetOf([never, quick, slow], { allowUndefinedFacts: true }));
    expect(imported.ok && imported.value.notes.map(({ code, params }) => [code, params['rule']])).toEqual([
      ['order_within_priority', 'rule 3'],
      ['rule_never_holds', 'rule 1'],
    ]);
  });

  test('ends in bounded time for alternatives that multiply', () => {
    const pair = (index: number): JsonCondition => ({
      all: [leafOf(`a${index}`, 'equal', 1), leafOf(`a${index + 1}`, 'equal', 1)],
    });
    const conditions: JsonCondition[] = [
      { any: Array.from({ length: 400 }, (_, index) => pair(index)) },
      { not: { all: Array.from({ length: 400 }, (_, index) => ({ not: pair(index) })) } },
    ];
    const imported = importJsonRules(ruleSetOf(conditions, { allowUndefinedFacts: true }));
    expect(imported).toMatchObject({
      ok: false,
      issues: [{ params: { reason: 'too_many_rows' } }, { params: { reason: 'too_many_rows' } }],
    });
  });

  test('reads shared conditions that double 60 times once each', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `c${index}`,
        { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] },
      ]),
    );
    const last = { any: [leafOf('a', 'equal', 1), leafOf('b', 'equal', 1)] };
    const table = tableOf(
      ruleSetOf([{ condition: 'c0' }], { conditions: { ...conditions, c60: last }, allowUndefinedFacts: true }),
    );
    expect(table.rows).toHaveLength(2);
  });
});
