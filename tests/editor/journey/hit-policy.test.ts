import { describe, expect, it } from 'vitest';
import {
  decideTable,
  explainDecision,
  itemIsFacts,
  type DecisionTable,
  type TableTest,
} from '../../../engine/index.ts';
import { countingRows, decisionInWords, outcomeInWords } from '../../../editor/src/journey/simulate/outcome-words.ts';
import { fateInWords, otherRows } from '../../../editor/src/journey/simulate/row-fate.ts';
import { acceptOutcome } from '../../../editor/src/journey/table/accept-outcome.ts';
import { policyChoices, policyLack, policyOf } from '../../../editor/src/journey/table/hit-policies.ts';
import { testFromItem } from '../../../editor/src/journey/table/test-from-item.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'fees',
  name: 'Fees',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number' }],
  outputs: [{ id: 'fee', name: 'Fee', type: 'number', unit: 'EUR', allowed: [9, 5, 1] }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { fee: 1 } },
    { id: 'large', when: { amount: '>= 50' }, then: { fee: 5 } },
    { id: 'late', when: {}, then: { fee: 9 }, validFrom: '2027-01-01' },
  ],
};
const day = '2026-11-22';

describe('the choice of a hit policy', () => {
  it('has one entry for every policy and figure of the engine, each with a sentence', () => {
    const shown = policyChoices.map(({ hitPolicy, aggregation }) => `${hitPolicy} ${aggregation ?? ''}`.trim());
    expect(new Set(shown).size).toBe(11);
    expect(policyChoices.every(({ sentence, dmn }) => sentence.endsWith('.') && /, [A-Z]/.test(dmn))).toBe(true);
  });

  it.each([
    [{}, 'First row'],
    [{ hitPolicy: 'collect' }, 'All, collected'],
    [{ hitPolicy: 'collect', aggregation: 'max' }, 'Largest'],
  ] as const)('of a table with %j is “%s”', (change, title) => {
    expect(policyOf({ ...table, ...change }).title).toBe(title);
  });

  it.each([
    [{ hitPolicy: 'priority' }, null],
    [{ hitPolicy: 'priority', outputs: [{ id: 'fee', name: 'Fee', type: 'number' }] }, 'best first'],
    [{ hitPolicy: 'collect', aggregation: 'sum' }, null],
    [{ hitPolicy: 'collect', aggregation: 'sum', outputs: [{ id: 'fee', name: 'Fee', type: 'string' }] }, 'numbers'],
    [{ hitPolicy: 'collect', aggregation: 'count', outputs: [...table.outputs, ...table.outputs] }, 'exactly one'],
  ] as const)('says of %j what is missing: %s', (change, words) => {
    const lack = policyLack({ ...table, ...change } as DecisionTable);
    if (words === null) expect(lack).toBeNull();
    else expect(lack).toContain(words);
  });

  it('is one entry of the undo stack, and another policy takes the figure away', () => {
    const journey = refundTriage();
    const { api } = fakeJourneyApi(stored(journey));
    const { session } = openSession(stored(journey), api, testPorts(manualClock(), memoryStorage()));
    const now = () => session.document.getState().journey.tables['refund-limits'];
    session.tableEdits.setHitPolicy('refund-limits', { hitPolicy: 'collect', aggregation: 'count', title: 'How many' });
    expect(now()).toMatchObject({ hitPolicy: 'collect', aggregation: 'count' });
    session.tableEdits.setHitPolicy('refund-limits', { hitPolicy: 'any', title: 'Rows that agree' });
    expect(now()?.aggregation).toBeUndefined();
    expect(session.document.undo()).toBe('Choose “Rows that agree” in Refund limits');
    expect(session.document.undo()).toBe('Choose “How many” in Refund limits');
    expect(now()).toEqual(journey.tables['refund-limits']);
  });
});

describe('an outcome in words', () => {
  it.each([
    ['rule-order', undefined, '1. Fee: 1 EUR; 2. Fee: 5 EUR.', ['small', 'large']],
    ['output-order', undefined, '1. Fee: 5 EUR; 2. Fee: 1 EUR.', ['large', 'small']],
    ['collect', 'sum', 'Fee: 6 EUR.', ['small', 'large']],
    ['collect', 'min', 'Fee: 1 EUR.', ['small']],
    ['first', undefined, 'Fee: 1 EUR.', ['small']],
  ] as const)('of %s %s is “%s”, with the rows that count', (hitPolicy, aggregation, words, rows) => {
    const changed = { ...table, hitPolicy, ...(aggregation && { aggregation }) };
    const decided = decideTable(changed, { amount: 70 }, itemIsFacts, { day });
    if (!decided.ok) throw new Error('it has to decide');
    expect(decisionInWords(decided.value.decision, changed)).toBe(words);
    expect(countingRows(decided.value.decision)).toEqual(rows);
  });

  it('counts what would make a line too long, and names nothing', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ fee: index }));
    expect(outcomeInWords(table, many)).toMatch(/^1\. Fee: 0 EUR; .*; and 3 more$/);
    expect(outcomeInWords(table, [])).toBe('No result');
    expect(outcomeInWords(table, null)).toBe('No row');
    expect(outcomeInWords(table, { fee: null })).toBe('Fee: nothing');
  });
});

describe('rows that do not count', () => {
  const fates = (change: Partial<DecisionTable>, amount: number) => {
    const changed = { ...table, ...change };
    const explained = explainDecision(changed, { amount }, itemIsFacts, { day });
    if (!explained.ok) throw new Error('it has to be explained');
    return otherRows(changed, explained.value.rows).map((row) => `${row.row}: ${fateInWords(changed, row) ?? ''}`);
  };

  it.each([
    [{}, 200, ['small: Amount is 200; needed: below 100']],
    [{}, 70, []],
    [
      { hitPolicy: 'priority' },
      70,
      ['small: matches too, but its result ranks lower', 'late: not valid on that day, only from 2027-01-01'],
    ],
    [
      { hitPolicy: 'collect', aggregation: 'max' },
      70,
      ['small: matches too, but another row gives the figure', 'late: not valid on that day, only from 2027-01-01'],
    ],
  ] as const)('of %j for %d say why', (change, amount, words) => {
    expect(fates(change, amount)).toEqual(words);
  });
});

describe('a test made of a simulated decision', () => {
  it('carries the day where rows have days, and a list where the outcome is one', () => {
    const listing: DecisionTable = { ...table, hitPolicy: 'rule-order' };
    expect(testFromItem(listing, { amount: 70 }, itemIsFacts, 'Mei', day)).toEqual({
      name: 'Mei: 1',
      facts: { amount: 70 },
      outcome: [{ fee: 1 }, { fee: 5 }],
      row: 'small',
      day,
    });
  });

  it('carries no day where none counts', () => {
    const always: DecisionTable = { ...table, rows: table.rows.slice(0, 2) };
    expect(testFromItem(always, { amount: 70 }, itemIsFacts, 'Mei', day)).not.toHaveProperty('day');
  });
});

describe('a test that expects what the table gives now', () => {
  const actual = (outcome: TableTest['outcome'], row: string | null) => ({ outcome, row, issues: [] });
  it.each([
    [
      'the results that it named',
      { outcome: { fee: 1 } },
      actual({ fee: 5, days: 3 }, 'large'),
      { outcome: { fee: 5 } },
    ],
    [
      'another row',
      { outcome: { fee: 1 }, row: 'small' },
      actual({ fee: 5 }, 'large'),
      { outcome: { fee: 5 }, row: 'large' },
    ],
    [
      'a list',
      { outcome: { fee: 1 } },
      actual([{ fee: 1 }, { fee: 5 }], 'small'),
      { outcome: [{ fee: 1 }, { fee: 5 }] },
    ],
    ['nothing', { outcome: { fee: 1 }, row: 'small' }, actual(null, null), { outcome: null }],
    ['something after all', { outcome: null }, actual({ fee: 5 }, 'large'), { outcome: { fee: 5 } }],
  ])('takes %s', (_, test, given, accepted) => {
    const base = { name: 'A', facts: { amount: 70 }, day };
    expect(acceptOutcome({ ...base, ...test } as TableTest, given)).toEqual({ ...base, ...accepted });
  });
});
