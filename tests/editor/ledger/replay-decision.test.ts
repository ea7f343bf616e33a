import { describe, expect, it } from 'vitest';
import type { DecisionRecord, DecisionTable } from '../../../engine/index.ts';
import { replayDecision } from '../../../editor/src/ledger/entry/replay-decision.ts';
import { isDecision, refundTable, riskTable, sampleLedger } from './sample-ledger.ts';

const { decisions } = sampleLedger('2026-11-22T13:40:00.000Z', 60);
const recorded = decisions.entries.map(({ entry: { record }, content }) => {
  if (!isDecision(record) || content === null) throw new Error('not a decision with inputs');
  const table = [riskTable, refundTable].find(({ id }) => id === record.decision.tableId) as DecisionTable;
  return { record, table, inputs: content.inputs };
});

describe('deciding once more from the recorded inputs', () => {
  it('gives the recorded outcome for every sample decision', () => {
    const results = recorded.map(({ record, table, inputs }) => replayDecision(record, table, inputs).result);
    expect(new Set(results)).toEqual(new Set(['same']));
    expect(new Set(recorded.map(({ record }) => record.decision.kind))).toEqual(new Set(['risk', 'table']));
  });

  it('shows every cell of the deciding row as passed', () => {
    for (const { record, table, inputs } of recorded) {
      const row = replayDecision(record, table, inputs).explanation?.rows.find(({ decided }) => decided);
      expect(row?.row).toBe(record.decision.ruleId);
      expect(row?.cells.every(({ passed }) => passed)).toBe(true);
    }
  });

  const small = recorded.find(({ record }) => record.decision.ruleId === 'small') as (typeof recorded)[number];

  it('finds a record whose outcome is not the table’s', () => {
    const changed: DecisionRecord = {
      ...small.record,
      decision: { ...small.record.decision, outcome: { outcome: 'refuse', answerDays: 0 } },
    };
    expect(replayDecision(changed, small.table, small.inputs).result).toBe('different');
  });

  it('finds a record that names another row', () => {
    const changed: DecisionRecord = { ...small.record, decision: { ...small.record.decision, ruleId: 'loyal' } };
    expect(replayDecision(changed, small.table, small.inputs).result).toBe('different');
  });

  it('says so when the table takes the inputs for no decision at all', () => {
    expect(replayDecision(small.record, small.table, { ...small.inputs, amount: 'a lot' }).result).toBe('failed');
  });
});
