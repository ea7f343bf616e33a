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
} from '../../../../engine/index.ts';
import { parseTable } from '../../../../rules/index.ts';
import { definite } from '../../../definite.ts';
import { policyTable } from '../evaluate/hit-policy-tables.ts';
import { askRealEngine, realEngine } from './real-engine.ts';
import { tableOf } from './imported-rules.ts';

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
