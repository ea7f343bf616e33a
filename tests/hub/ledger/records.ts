import type {
  AppendRecord,
  AppendRequest,
  Decision,
  JsonObject,
  JsonValue,
  RecordSource,
} from '../../../engine/index.ts';

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

/** A record with its inputs by name, as they are read most easily. */
export interface PlainRecord extends Omit<AppendRecord, 'shape' | 'values'> {
  inputs: JsonObject;
}

export function record(key: string, changes: Partial<PlainRecord> = {}): PlainRecord {
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

/** A request of these records, which names the inputs of those that are alike once. */
export function request(plain: readonly PlainRecord[], changes: Partial<AppendRequest> = {}): AppendRequest {
  const shapes: string[][] = [];
  const records = plain.map(({ inputs, ...each }): AppendRecord => {
    const names = Object.keys(inputs);
    const known = shapes.findIndex((shape) => JSON.stringify(shape) === JSON.stringify(names));
    return { ...each, shape: known < 0 ? shapes.push(names) - 1 : known, values: Object.values(inputs) as JsonValue[] };
  });
  if (shapes.length === 0) shapes.push([]);
  return { sources: [source], decisions: [decision()], shapes, records, ...changes };
}
