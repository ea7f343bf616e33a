import type { LedgerPage, LedgerSearch } from '../../engine/index.ts';
import type { LedgerClient } from '../load/ledger-client.ts';
import { quantile } from './ledger-load.ts';
import { people } from './ledger-store.ts';

/** What the explorer can ask, on records as `appendRequest` makes them; seldom and often met, and never. */
function searches(rows: number): Record<string, LedgerSearch> {
  const moment = (record: number): string => new Date(Date.UTC(2026, 0, 1) + record * 1_000).toISOString();
  const middle = Math.floor(rows / 2);
  return {
    'newest first': {},
    'from the middle on': { before: middle },
    'a journey': { journey: 'wf-refunds' },
    'a step': { step: 'Risk' },
    'an outcome': { outcome: 'answerDays: 3, outcome: escalate' },
    'a table': { table: 'refund-limits-1' },
    'a rule': { rule: 'row-7' },
    'a person': { subject: `customer-${middle % people}@example.com` },
    'a person, a rule': { subject: `customer-${middle % people}@example.com`, rule: 'row-2' },
    'nobody known': { subject: 'nobody@example.com' },
    'a journey, a rule, from the middle on': { journey: 'wf-credit', rule: 'row-4', before: middle },
    'an hour in the middle': { from: moment(middle), until: moment(middle + 3_600) },
    'a day long ago, a rule': { from: moment(0), until: moment(86_400), rule: 'row-9' },
    'what never meets': { rule: 'row-1', table: 'refund-limits-2' },
    'a kind that is not there': { kind: 'erasure' },
  };
}

const repetitions = 15;

export interface SearchTimes {
  p50Ms: number;
  p95Ms: number;
  /** The kind of search that took longest, by its own 95th percentile. */
  slowest: string;
  slowestP95Ms: number;
}

/** Times every kind of search over HTTP, one after the other. */
export async function timeSearches(client: LedgerClient, rows: number): Promise<SearchTimes> {
  const all: number[] = [];
  let slowest = { name: '', p95Ms: 0 };
  for (const [name, search] of Object.entries(searches(rows))) {
    const times: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const begunAt = performance.now();
      const answer = await client.send('POST', '/ledger/search', JSON.stringify(search));
      times.push(performance.now() - begunAt);
      if (answer?.status !== 200 || !Array.isArray((answer.body as LedgerPage).lines))
        throw new Error(`the search "${name}" was answered with ${JSON.stringify(answer)}`);
    }
    all.push(...times);
    const p95Ms = quantile(
      times.sort((a, b) => a - b),
      0.95,
    );
    if (p95Ms > slowest.p95Ms) slowest = { name, p95Ms };
  }
  all.sort((a, b) => a - b);
  return { p50Ms: quantile(all, 0.5), p95Ms: quantile(all, 0.95), slowest: slowest.name, slowestP95Ms: slowest.p95Ms };
}

/** Times receipts of entries all over the stream, over HTTP. */
export async function timeReceipts(client: LedgerClient, rows: number): Promise<{ p50Ms: number; p95Ms: number }> {
  const times: number[] = [];
  for (let receipt = 0; receipt < 200; receipt++) {
    // A prime stride reaches entries under tiles of every level.
    const sequence = ((receipt * 104_729) % rows) + 1;
    const begunAt = performance.now();
    const answer = await client.send('GET', `/ledger/streams/decisions/entries/${sequence}/receipt`);
    times.push(performance.now() - begunAt);
    if (answer?.status !== 200)
      throw new Error(`the receipt of ${sequence} was answered with ${JSON.stringify(answer)}`);
  }
  times.sort((a, b) => a - b);
  return { p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
}
