import { describe, expect, test } from 'vitest';
import {
  checkRiskTable,
  decideRisk,
  describeIssue,
  dutiesOf,
  itemIsFacts,
  tableDigest,
  type DecisionTable,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'risk',
  name: 'Risk',
  version: '3',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number' },
    { id: 'vulnerable', name: 'Vulnerable', path: 'vulnerable', type: 'boolean' },
  ],
  outputs: [{ id: 'level', name: 'Level', type: 'string' }],
  rows: [
    { id: 'huge', when: { amount: '>= 1000' }, then: { level: 'high' }, reason: 'Much money.' },
    { id: 'medium', when: { amount: '>= 100' }, then: { level: 'limited' }, reason: 'Some money.' },
    { id: 'vulnerable', when: { vulnerable: 'true' }, then: { level: 'high' }, reason: 'Vulnerable.' },
  ],
};
const duties: DecisionTable = {
  schemaVersion: 1,
  id: 'duties',
  name: 'Duties',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'level', name: 'Level', path: 'level', type: 'string' }],
  outputs: [
    { id: 'humanReview', name: 'Review', type: 'string' },
    { id: 'disclosure', name: 'Disclosure', type: 'boolean' },
    { id: 'logging', name: 'Logging', type: 'boolean' },
    { id: 'contestPath', name: 'Contest', type: 'boolean' },
    { id: 'retentionDays', name: 'Retention', type: 'number' },
  ],
  rows: [
    {
      id: 'high',
      when: { level: '"high"' },
      then: { humanReview: 'before_effect', disclosure: true, logging: true, contestPath: true, retentionDays: 10 },
    },
    {
      id: 'limited',
      when: { level: '"limited"' },
      then: { humanReview: 'on_request', disclosure: true, logging: true, contestPath: true, retentionDays: 5 },
    },
    { id: 'minimal', when: { level: '"minimal"' }, then: { humanReview: 'none', disclosure: false } },
  ],
};
const rules = { table, duties };

describe('the risk of an item', () => {
  test('is the level of the first row that matches; later rows of that level are further grounds', () => {
    const decided = decideRisk(rules, { amount: 5000, vulnerable: true }, itemIsFacts, 'error');
    expect(decided).toEqual({
      ok: true,
      value: {
        level: 'high',
        duties: { humanReview: 'before_effect', disclosure: true, logging: true, contestPath: true, retentionDays: 10 },
        decision: {
          kind: 'risk',
          outcome: 'high',
          reasons: [
            { row: 'huge', text: 'Much money.' },
            { row: 'vulnerable', text: 'Vulnerable.' },
          ],
          ruleId: 'huge',
          matched: ['huge', 'medium', 'vulnerable'],
          tableId: 'risk',
          tableVersion: '3',
          tableDigest: tableDigest(table),
        },
      },
    });
  });

  test('takes no later row of another level as a ground', () => {
    const decided = decideRisk(rules, { amount: 100, vulnerable: true }, itemIsFacts, 'error');
    expect(decided).toMatchObject({ value: { level: 'limited', decision: { reasons: [{ row: 'medium' }] } } });
    expect(decided.ok && decided.value.decision.reasons).toHaveLength(1);
  });

  test('is an error when no row matches and errors are asked for', () => {
    const decided = decideRisk(rules, { amount: 5 }, itemIsFacts, 'error');
    if (decided.ok) throw new Error('decided');
    expect(decided.issues).toMatchObject([{ code: 'no_match' }]);
    expect(describeIssue(definite(decided.issues[0]))).toContain('"Risk" (version 3)');
  });

  test('is high, and says why, when no row matches and that is asked for', () => {
    const decided = decideRisk(rules, { amount: 5 }, itemIsFacts, 'high');
    expect(decided).toMatchObject({
      value: { level: 'high', decision: { outcome: 'high', ruleId: null, reasons: [{ row: 'no_match' }] } },
    });
  });

  test('is an error for every item when the table gives a level that does not exist, as the node refuses such a table', () => {
    const odd = { ...table, rows: [...table.rows, { id: 'odd', when: { amount: '13' }, then: { level: 'severe' } }] };
    for (const amount of [13, 5000]) {
      expect(decideRisk({ table: odd, duties }, { amount }, itemIsFacts, 'high')).toMatchObject({
        ok: false,
        issues: [{ code: 'not_a_risk_level', path: ['rows', 3, 'then', 'level'] }],
      });
    }
    const disabled = { ...odd, rows: odd.rows.map((row) => (row.id === 'odd' ? { ...row, disabled: true } : row)) };
    expect(checkRiskTable(disabled)).toEqual([]);
  });

  test('is an error when the duties of its level are not complete', () => {
    expect(dutiesOf(duties, 'minimal')).toMatchObject({ ok: false, issues: [{ code: 'incomplete_duties' }] });
    expect(dutiesOf(duties, 'prohibited')).toMatchObject({ ok: false, issues: [{ code: 'incomplete_duties' }] });
  });

  test('comes from tables of other hit policies, whose rows of the level are its grounds', () => {
    const levels = ['prohibited', 'high', 'limited', 'minimal'];
    const output = { id: 'level', name: 'Level', type: 'string' as const, allowed: levels };
    const graveFirst: DecisionTable = {
      ...table,
      hitPolicy: 'priority',
      outputs: [{ ...output, default: 'limited' }],
      rows: [...table.rows].reverse(),
    };
    expect(
      decideRisk({ table: graveFirst, duties }, { amount: 5000, vulnerable: true }, itemIsFacts, 'error'),
    ).toMatchObject({
      value: { level: 'high', decision: { ruleId: 'vulnerable', reasons: [{ row: 'vulnerable' }, { row: 'huge' }] } },
    });
    expect(decideRisk({ table: graveFirst, duties }, { amount: 1 }, itemIsFacts, 'error')).toMatchObject({
      value: { level: 'limited', decision: { ruleId: null, reasons: [{ row: 'default' }] } },
    });
    expect(checkRiskTable({ ...graveFirst, outputs: [{ ...output, default: 'severe' }] })).toMatchObject([
      { code: 'not_a_risk_level', path: ['outputs', 0, 'default'] },
    ]);
  });

  test.each(['collect', 'rule-order', 'output-order'] as const)(
    'is not told by a table with the policy %s',
    (hitPolicy) => {
      const [issue] = checkRiskTable({ ...table, hitPolicy });
      expect(issue).toMatchObject({ code: 'risk_needs_single', path: ['hitPolicy'] });
      expect(describeIssue(definite(issue))).toContain('Choose first');
    },
  );

  test('is decided as of a day where rows have days', () => {
    const dated = {
      ...table,
      rows: table.rows.map((row) => (row.id === 'huge' ? { ...row, validUntil: '2026-06-30' } : row)),
    };
    const level = (day?: string) =>
      decideRisk({ table: dated, duties }, { amount: 5000 }, itemIsFacts, 'error', { day });
    expect(level('2026-06-30')).toMatchObject({ value: { level: 'high' } });
    expect(level('2026-07-01')).toMatchObject({ value: { level: 'limited' } });
    expect(level()).toMatchObject({ issues: [{ code: 'decision_day_missing' }] });
  });

  test('changing the duties of one item leaves those of the next alone', () => {
    const first = decideRisk(rules, { amount: 100 }, itemIsFacts, 'error');
    if (first.ok) first.value.duties.retentionDays = 0;
    expect(decideRisk(rules, { amount: 100 }, itemIsFacts, 'error')).toMatchObject({
      value: { duties: { retentionDays: 5 } },
    });
  });
});
