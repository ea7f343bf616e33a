import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import {
  decideTable,
  exportJsonRules,
  itemIsFacts,
  type DecisionTable,
  type JsonObject,
} from '../../../../engine/index.ts';
import { riskPacks } from '../../../../rules/index.ts';
import { tableAndFacts } from '../evaluate/plain-tables.ts';
import { definite } from '../../../definite.ts';
import { readCases } from '../cases.ts';

const { table: refunds } = readCases<{ table: DecisionTable }>('decide-table');
const risk = definite(riskPacks['automated-decision-risk']).table;

/** The rules as they would come out of a file, in the real engine. */
function engineFor(table: DecisionTable): Engine {
  const exported = exportJsonRules(table);
  if (!exported.ok) throw new Error(JSON.stringify(exported.issues));
  const rules = JSON.parse(JSON.stringify(exported.value.rules)) as ConstructorParameters<typeof Engine>[0];
  return new Engine(rules, { allowUndefinedFacts: true });
}

async function firstRuleOf(engine: Engine, facts: JsonObject): Promise<string | null> {
  const { events } = await engine.run(facts);
  return (events[0]?.params?.['ruleId'] as string | undefined) ?? null;
}

function decidingRow(table: DecisionTable, facts: JsonObject): string | null {
  const decided = decideTable(table, facts, itemIsFacts);
  if (!decided.ok) throw new Error(JSON.stringify(decided.issues));
  return decided.value.decision.ruleId;
}

describe('the real json-rules-engine, given the exported rules,', () => {
  test('decides every test of the risk pack by the same row', async () => {
    const engine = engineFor(risk);
    for (const { name, facts } of risk.tests ?? []) {
      expect(await firstRuleOf(engine, facts), name).toBe(decidingRow(risk, facts));
    }
  });

  test('decides random tables and facts by the same row', async () => {
    await fc.assert(
      fc.asyncProperty(tableAndFacts({ rangesInLists: false }), async ({ table, facts }) => {
        const engine = engineFor(table);
        for (const item of facts) expect(await firstRuleOf(engine, item)).toBe(decidingRow(table, item));
      }),
      { numRuns: 250 },
    );
  });

  test('decides random facts of the risk pack by the same row', async () => {
    const engine = engineFor(risk);
    await fc.assert(
      fc.asyncProperty(factsFor(risk), async (facts) => {
        expect(await firstRuleOf(engine, facts)).toBe(decidingRow(risk, facts));
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same first event when it stops at the first success', async () => {
    const engine = engineFor(refunds);
    engine.on('success', () => engine.stop());
    const facts = { order: { amount: 20 }, customer: { tier: 'gold' } };
    const { events } = await engine.run(facts);
    expect(events).toEqual([
      { type: 'refund-limits', params: { ruleId: 'gold', outcome: { action: 'refund', limit: 1000 } } },
    ]);
  });

  test('gives no event where no row matches', async () => {
    expect(await firstRuleOf(engineFor(refunds), { order: { amount: -1 } })).toBeNull();
  });

  test('takes a plain value for the object that a path expects, which is a known deviation', async () => {
    const table: DecisionTable = {
      ...refunds,
      inputs: [{ id: 'tier', name: 'Tier', path: 'customer.tier', type: 'string' }],
      rows: [{ id: 'gold', when: { tier: '"gold"' }, then: {} }],
    };
    expect(await firstRuleOf(engineFor(table), { customer: 'gold' })).toBe('gold');
    expect(decidingRow(table, { customer: 'gold' })).toBeNull();
  });
});

describe('the export', () => {
  test('writes one rule per row that is not disabled, the top one with the highest priority', () => {
    const exported = exportJsonRules(refunds);
    if (!exported.ok) throw new Error('not exported');
    expect(exported.value.rules.map(({ name, priority }) => [name, priority])).toEqual([
      ['blocked', 6],
      ['gold', 5],
      ['vip', 4],
      ['small', 3],
      ['unknown', 2],
      ['large', 1],
    ]);
  });

  test('writes conditions that a person can read', () => {
    const exported = exportJsonRules(refunds);
    expect(exported.ok && exported.value.rules[2]?.conditions).toEqual({
      all: [
        {
          all: [
            { fact: 'order', path: '$.amount', operator: 'greaterThanInclusive', value: 0 },
            { fact: 'order', path: '$.amount', operator: 'lessThan', value: 500 },
          ],
        },
        { fact: 'customer', path: '$.tags', operator: 'someFact:equal', value: 'vip' },
      ],
    });
  });

  test('refuses a range in the cell of a list, and says which cell', () => {
    const table: DecisionTable = { ...refunds, rows: [{ id: 'r', when: { tags: '[1..5]' }, then: {} }] };
    expect(exportJsonRules(table)).toMatchObject({
      ok: false,
      issues: [{ code: 'cell_not_exportable', path: ['rows', 0, 'when', 'tags'] }],
    });
  });

  test('refuses a path that JSONPath would read as a question', () => {
    for (const path of ['order.$..x', 'order.a(b)', 'order.?x', 'order.`x', 'order.a*']) {
      const table: DecisionTable = { ...refunds, inputs: [{ id: 'a', name: 'A', path, type: 'string' }], rows: [] };
      const exported = exportJsonRules(table);
      expect(exported.ok, path).toBe(false);
    }
  });
});

/** Facts made of the values that the tests of a table use, mixed at random: near every threshold by construction. */
function factsFor(table: DecisionTable): fc.Arbitrary<JsonObject> {
  const known = new Map<string, Set<unknown>>();
  for (const { facts } of table.tests ?? []) {
    for (const { path } of table.inputs) {
      const [group, key] = path.split('.') as [string, string];
      const value = (facts[group] as JsonObject | null | undefined)?.[key];
      if (!known.has(path)) known.set(path, new Set());
      if (value !== undefined) known.get(path)?.add(value);
    }
  }
  const values = [...known].map(([path, options]) =>
    fc.option(fc.constantFrom(...options), { freq: 2, nil: undefined }).map((value) => [path, value] as const),
  );
  return fc.tuple(...values).map((entries) => {
    const facts: JsonObject = {};
    for (const [path, value] of entries) {
      if (value === undefined) continue;
      const [group, key] = path.split('.') as [string, string];
      facts[group] = { ...(facts[group] as JsonObject | undefined), [key]: value as never };
    }
    return facts;
  });
}
