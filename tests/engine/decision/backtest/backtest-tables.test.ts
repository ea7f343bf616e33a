import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideTable, itemIsFacts, type DecisionTable, type JsonObject } from '../../../../engine/index.ts';
import { backtestTables, maxSegments, openComparison } from '../../../../engine/decision/backtest/backtest-tables.ts';
import { hitPolicies } from '../../../../engine/decision/model.ts';
import { factsOf } from '../evaluate/facts-of.ts';
import { tableAndValues } from '../evaluate/random-tables.ts';

const day = '2026-01-02';

/** What `decideTable` says, told apart as a report does. */
function sideOf(table: DecisionTable, facts: JsonObject) {
  const decided = decideTable(table, facts, itemIsFacts, { day });
  if (!decided.ok) return { row: null, outcome: null, error: decided.issues[0]?.code };
  return { row: decided.value.decision.ruleId, outcome: decided.value.outcome, error: null };
}

const refunds: DecisionTable = {
  schemaVersion: 1,
  id: 'refunds',
  name: 'Refunds',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'amount', name: 'Amount', path: 'order.amount', type: 'number' }],
  outputs: [{ id: 'handling', name: 'Handling', type: 'string' }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { handling: 'pay' } },
    { id: 'large', when: { amount: '>= 100' }, then: { handling: 'review' } },
  ],
};
const raised: DecisionTable = {
  ...refunds,
  version: '2',
  rows: [
    { id: 'small', when: { amount: '< 150' }, then: { handling: 'pay' } },
    { id: 'large', when: { amount: '>= 150' }, then: { handling: 'review' } },
  ],
};
const cases: JsonObject[] = [
  { id: 'A', country: 'DE', order: { amount: 50 } },
  { id: 'B', country: 'DE', order: { amount: 120 } },
  { id: 'C', country: 'FR', order: { amount: 140 } },
  { id: 'D', country: 'FR', order: { amount: 900 } },
  { id: 'E', order: { amount: 'much' } },
  { id: 'F', country: 'FR' },
];

describe('backtestTables', () => {
  test('says row by row, outcome by outcome and segment by segment what an edit changes, with examples', () => {
    expect(backtestTables(refunds, raised, cases, { segmentPath: 'country', idPath: 'id' })).toEqual({
      ok: true,
      value: {
        cases: 6,
        changed: 2,
        rowOnly: 0,
        rows: [
          { row: 'small', before: 1, after: 3 },
          { row: 'large', before: 3, after: 1 },
          { row: null, before: 1, after: 1 },
        ],
        outcomes: [
          { outcome: { handling: 'pay' }, before: 1, after: 3 },
          { outcome: { handling: 'review' }, before: 3, after: 1 },
          { outcome: null, before: 1, after: 1 },
        ],
        errors: [{ code: 'wrong_type', before: 1, after: 1 }],
        moved: [
          {
            from: { row: 'large', outcome: { handling: 'review' }, error: null },
            to: { row: 'small', outcome: { handling: 'pay' }, error: null },
            count: 2,
            examples: [
              { index: 1, id: 'B', facts: cases[1] },
              { index: 2, id: 'C', facts: cases[2] },
            ],
          },
        ],
        segments: [
          { value: 'FR', cases: 3, changed: 1 },
          { value: 'DE', cases: 2, changed: 1 },
          { value: null, cases: 1, changed: 0 },
        ],
      },
    });
  });

  test('counts a case that another row decides with the same outcome apart from changed ones', () => {
    const split = {
      ...raised,
      rows: [{ id: 'tiny', when: { amount: '< 60' }, then: { handling: 'pay' } }, ...refunds.rows],
    };
    expect(backtestTables(refunds, split, cases)).toMatchObject({
      ok: true,
      value: { changed: 0, rowOnly: 1, moved: [{ count: 1 }] },
    });
  });

  test('finds what decideTable says about every case, under every hit policy', () => {
    fc.assert(
      fc.property(
        tableAndValues({ hitPolicy: fc.constantFrom(...hitPolicies), maxRows: 20, strict: true }, 30),
        fc.nat({ max: 99 }),
        ({ table, cases: values }, at) => {
          const facts = values.map((each) => factsOf(table, each));
          const next = {
            ...table,
            version: '2',
            rows: table.rows.filter((_, index) => index !== at % Math.max(1, table.rows.length)),
          };
          const report = backtestTables(table, next, facts, { day });
          if (!report.ok) throw new Error(report.issues[0]?.code);
          const sides = facts.map((each) => [sideOf(table, each), sideOf(next, each)] as const);
          const differs = sides.filter(
            ([old, now]) => JSON.stringify([old.outcome, old.error]) !== JSON.stringify([now.outcome, now.error]),
          );
          expect(report.value.changed).toBe(differs.length);
          for (const { row, before, after } of report.value.rows) {
            expect(before).toBe(sides.filter(([old]) => old.error === null && old.row === row).length);
            expect(after).toBe(sides.filter(([, now]) => now.error === null && now.row === row).length);
          }
          for (const { outcome, before } of report.value.outcomes) {
            const same = sides.filter(
              ([old]) => old.error === null && JSON.stringify(old.outcome) === JSON.stringify(outcome),
            );
            expect(before).toBe(same.length);
          }
          for (const { from, to, examples } of report.value.moved) {
            for (const { index } of examples) expect(sides[index]).toEqual([from, to]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('decides by the tables that a table uses', () => {
    const using: DecisionTable = {
      ...refunds,
      uses: [
        {
          ...refunds,
          id: 'tier',
          outputs: [{ id: 'tier', name: 'Tier', type: 'number' }],
          rows: [{ id: 't', when: { amount: '> 100' }, then: { tier: 2 } }],
        },
      ],
      inputs: [{ id: 'amount', name: 'Tier', path: 'tier', from: 'tier', type: 'number' }],
      rows: [{ id: 'second', when: { amount: '2' }, then: { handling: 'review' } }],
    };
    expect(backtestTables(using, using, cases)).toMatchObject({
      ok: true,
      value: {
        rows: [
          { row: 'second', before: 3 },
          { row: null, before: 2 },
        ],
      },
    });
  });

  test('counts no more segments than a report can show', () => {
    const comparison = openComparison(refunds, raised, { segmentPath: 'id' });
    if (!comparison.ok) throw new Error('a table has errors');
    for (let index = 0; index < maxSegments + 500; index++)
      comparison.value.add({ id: index, order: { amount: index } });
    const { segments } = comparison.value.report();
    expect(segments).toHaveLength(maxSegments + 1);
    expect(segments[0]).toMatchObject({ value: 'other', cases: 500 });
  });

  test('gives the errors of a table', () => {
    const broken = { ...raised, rows: [{ id: 'x', when: { amount: '<' }, then: {} }] };
    expect(backtestTables(refunds, broken, cases).ok).toBe(false);
  });
});
