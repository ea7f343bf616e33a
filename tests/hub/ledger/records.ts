import type {
  AppendColumns,
  AppendMoment,
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

/** A record with everything of its own in it, and its inputs by name, as they are read most easily. */
export interface PlainRecord extends AppendMoment {
  key: string;
  /** Index in the request's `sources`. */
  source: number;
  /** Index in the request's `decisions`. */
  decision: number;
  subject: string | null;
  inputs: JsonObject;
  note?: string;
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

/** A request of these records, column by column. */
export function request(plain: readonly PlainRecord[], changes: Partial<AppendRequest> = {}): AppendRequest {
  const moments: AppendMoment[] = [];
  const shapes: string[][] = [];
  const records: AppendColumns = {
    keys: plain.map(({ key }) => key),
    sources: plain.map((each) => each.source),
    decisions: plain.map((each) => each.decision),
    moments: plain.map(({ decidedAt, day }) => placeOf({ decidedAt, day }, moments)),
    subjects: plain.map(({ subject }) => subject),
    shapes: plain.map(({ inputs }) => placeOf(Object.keys(inputs), shapes)),
    values: plain.map(({ inputs }) => Object.values(inputs) as JsonValue[]),
    ...(plain.some(({ note }) => note !== undefined) && { notes: plain.map(({ note = null }) => note) }),
  };
  if (shapes.length === 0) shapes.push([]);
  if (moments.length === 0) moments.push({ decidedAt: '2026-11-22T08:59:00.000Z', day: null });
  return { sources: [source], decisions: [decision()], moments, shapes, records, ...changes };
}

/** Where the value stands in the list, in which each is once. */
function placeOf<Value>(value: Value, list: Value[]): number {
  const known = list.findIndex((each) => JSON.stringify(each) === JSON.stringify(value));
  return known < 0 ? list.push(value) - 1 : known;
}
