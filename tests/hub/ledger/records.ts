import type { AppendRecord, AppendRequest, Decision, RecordSource } from '../../../engine/index.ts';

export const digest = `sha256:${'ab'.repeat(32)}`;

export const source: RecordSource = {
  journey: { id: 'wf1', name: 'Refunds' },
  step: 'Decide refund',
  execution: '4711',
  by: { kind: 'rules', name: 'Decision Table' },
};

export function decision(changes: Partial<Decision> = {}): Decision {
  return {
    kind: 'table',
    outcome: { pay: true, days: 14 },
    reasons: [{ row: 'r1', text: 'Within the first 14 days' }],
    ruleId: 'r1',
    matched: ['r1'],
    tableId: 'refunds',
    tableVersion: '1.0.0',
    tableDigest: digest,
    ...changes,
  };
}

export function record(key: string, changes: Partial<AppendRecord> = {}): AppendRecord {
  return {
    key,
    source: 0,
    decision: 0,
    decidedAt: '2026-11-22T08:59:00.000Z',
    day: '2026-11-22',
    subject: `customer-${key}`,
    inputs: { amount: 12.5, reason: 'damaged' },
    ...changes,
  };
}

export function request(records: AppendRecord[], changes: Partial<AppendRequest> = {}): AppendRequest {
  return { sources: [source], decisions: [decision()], records, ...changes };
}
