import type { AppendRequest, Decision, RecordSource } from '../../engine/index.ts';

/** Journeys of a shop, with the steps in which they decide. */
export const loadSources: readonly RecordSource[] = [
  ['refunds', 'Refund triage', 'Refund limits'],
  ['refunds', 'Refund triage', 'Risk'],
  ['credit', 'Credit limit review', 'Credit limits'],
  ['service', 'Service desk', 'First answer'],
  ['renewals', 'Renewals', 'Renewal offer'],
].map(([id = '', name = '', step = ''], index) => ({
  journey: { id: `wf-${id}`, name },
  step,
  execution: String(48_200 + index),
  by: { kind: 'rules', name: step },
}));

const outcomes = ['pay', 'review', 'refuse', 'escalate'] as const;

/** Twelve rows of a table each, and what they decide. */
export const loadDecisions: readonly Decision[] = Array.from({ length: 12 }, (_, row) => ({
  kind: 'table',
  outcome: { outcome: outcomes[row % outcomes.length] as string, answerDays: row },
  reasons: [
    {
      row: `row-${row + 1}`,
      text: 'Amounts up to 50 EUR are paid back without a look at the parcel, unless there were three before.',
    },
  ],
  ruleId: `row-${row + 1}`,
  matched: [`row-${row + 1}`, 'everything-else'],
  tableId: `refund-limits-${row % 3}`,
  tableVersion: '1.4.0',
  tableDigest: `sha256:${'0123456789abcdef'.repeat(4)}`,
}));

export interface LoadOptions {
  /** Number of the first record; keys and everything else follow from numbers. */
  from: number;
  count: number;
  /** Begins every key. */
  prefix: string;
  /** How many people the records are about. @default 20_000 */
  people?: number;
  /** Milliseconds since 1970 of record 0; each is a second later than the one before. @default 2026-01-01 */
  begin?: number;
  stream?: string;
  /** Asks for the hashes of the entries. @default false */
  hashes?: boolean;
}

/** A request of records that differ as those of a shop do, the same for the same numbers. */
export function appendRequest({
  from,
  count,
  prefix,
  people = 20_000,
  begin = Date.UTC(2026, 0, 1),
  stream,
  hashes = false,
}: LoadOptions): AppendRequest {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  return {
    ...(stream !== undefined && { stream }),
    ...(hashes && { hashes }),
    sources: [...loadSources],
    decisions: [...loadDecisions],
    moments: numbers.map((number) => {
      const decidedAt = new Date(begin + number * 1_000).toISOString();
      return { decidedAt, day: decidedAt.slice(0, 10) };
    }),
    shapes: [['order.amount', 'customer.tier']],
    records: {
      keyPrefix: `${prefix}-`,
      keys: numbers.map(String),
      sources: numbers.map((number) => number % loadSources.length),
      // A prime stride, so that sources and decisions do not go together.
      decisions: numbers.map((number) => (number * 7) % loadDecisions.length),
      moments: numbers.map((_, index) => index),
      subjects: numbers.map((number) => `customer-${(number * 7_919) % people}@example.com`),
      shapes: numbers.map(() => 0),
      values: numbers.map((number) => [(number * 13) % 900, number % 3 === 0 ? 'gold' : 'basic']),
    },
  };
}
