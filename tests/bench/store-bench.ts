import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Storage } from '../../hub/src/hub.ports.ts';
import type { EntryFilter, EntryRow } from '../../hub/src/ledger/ledger.store.ts';
import { openPostgresStorage, openSqliteStorage } from '../../hub/src/storage/storage.ts';
import { startPostgres } from '../stores/postgres-server.ts';
import { SeededRandom } from './seeded-random.ts';

/**
 * The stores alone, without hashing: `node tests/bench/store-bench.ts sqlite|postgres [rows, 1,000,000]`. Prints rows per second
 * of appends and reads, and milliseconds of searches that are hard to answer.
 */
const stream = 'decisions';
const { next: random } = new SeededRandom(4);
const pick = (count: number): number => Math.floor(random() * count);
const hex = (length: number): string =>
  Array.from({ length: length / 8 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
const begin = Date.UTC(2024, 0, 1);

function row(sequence: number): EntryRow {
  const decidedAt = new Date(begin + sequence * 60_000 - (pick(200) === 0 ? pick(30) * 86_400_000 : 0)).toISOString();
  const journey = `wf-${pick(8)}`;
  const half = sequence < 500_000;
  return {
    sequence,
    entry: JSON.stringify({ record: { journey: { id: journey, name: journey } }, decidedAt, sealed: 'x'.repeat(480) }),
    hash: hex(64),
    kind: 'decision',
    recordKey: `${48_000 + Math.floor(sequence / 100)}:Decide:${hex(16)}`,
    subject: `s_${pick(200_000).toString(36)}abcdefghijklmnop`,
    journey,
    step: half || pick(100_000) === 0 ? 'Decide' : 'Check',
    tableId: `table-${pick(6)}`,
    ruleId: `row-${pick(60)}`,
    outcome: !half || pick(100_000) === 0 ? 'pay' : 'review',
    decidedAt,
  };
}

/** Rows per second, by the clock and by the processor time of this process, which others on the machine do not lengthen. */
async function append({ ledger }: Storage, count: number, perCommit: number): Promise<string> {
  let tookMs = 0;
  let busyMs = 0;
  for (let done = 0; done < count; done += perCommit) {
    const size = (await ledger.head(stream))?.size ?? 0;
    const rows = Array.from({ length: perCommit }, (_, index) => row(size + index + 1));
    const head = { stream, size: size + perCommit, lastHash: '', recordedAt: '', keyId: '', signature: '' };
    const start = performance.now();
    const before = process.cpuUsage();
    await ledger.append(stream, () => Promise.resolve({ rows, tiles: [], subjects: [], head }));
    tookMs += performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    busyMs += (user + system) / 1_000;
  }
  return `${Math.round((count / tookMs) * 1_000)} rows/s (by processor time ${Math.round((count / busyMs) * 1_000)})`;
}

const searches: Record<string, EntryFilter> = {
  'no filter': {},
  'a subject': { subject: 's_2sabcdefghijklmnop' },
  'a value that does not exist': { outcome: 'none' },
  'two common values that rarely meet': { step: 'Decide', outcome: 'pay' },
  'a time far back': { from: '2024-01-03T00:00:00Z', until: '2024-01-03T06:00:00Z' },
  'a time far back and a rare meeting': { from: '2024-01-03', until: '2024-12-01', step: 'Check', outcome: 'review' },
  'a time before all': { until: '2020-01-01' },
  'every column': {
    kind: 'decision',
    journey: 'wf-1',
    step: 'Check',
    tableId: 'table-1',
    ruleId: 'row-1',
    outcome: 'pay',
  },
  'a subject and a common value': { subject: 's_2sabcdefghijklmnop', outcome: 'pay' },
};

async function measureReads({ ledger }: Storage, rows: number): Promise<void> {
  let worst: number[] = [];
  for (const [name, filter] of Object.entries(searches)) {
    const times: number[] = [];
    let found = 0;
    for (let run = 0; run < 11; run += 1) {
      const start = performance.now();
      found = (await ledger.search(stream, filter, { before: null, limit: 50 })).length;
      times.push(performance.now() - start);
    }
    times.sort((one, other) => one - other);
    worst = [...worst, ...times];
    console.log(
      `  search, ${name}: ${found} found, median ${times[5]?.toFixed(1)} ms, slowest ${times[10]?.toFixed(1)} ms`,
    );
  }
  worst.sort((one, other) => one - other);
  console.log(`  all searches: p95 ${worst[Math.floor(worst.length * 0.95)]?.toFixed(1)} ms`);
  const timed = async (name: string, run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    console.log(`  ${name}: ${(performance.now() - start).toFixed(1)} ms`);
  };
  await timed('facets', () => ledger.facets(stream));
  await timed('entries of a subject', () => ledger.countBySubject('s_2sabcdefghijklmnop'));
  const start = performance.now();
  let read = 0;
  for await (const page of ledger.entries(stream, 1, rows + 1)) read += page.length;
  console.log(`  entries(): ${Math.round((read / (performance.now() - start)) * 1_000)} rows/s`);
}

async function measure(storage: Storage, rows: number): Promise<void> {
  console.log(`  1 per commit: ${await append(storage, 500, 1)}`);
  console.log(`  100 per commit: ${await append(storage, 20_000, 100)}`);
  for (let done = 20_500; done < rows; done += 100_000) {
    const count = Math.min(100_000, Math.ceil((rows - done) / 1_000) * 1_000);
    console.log(`  1,000 per commit, from ${done}: ${await append(storage, count, 1_000)}`);
  }
  await measureReads(storage, rows);
}

const [kind = 'sqlite', rows = '1000000'] = process.argv.slice(2);
console.log(`${kind}, ${rows} rows`);
if (kind === 'postgres') {
  const postgres = await startPostgres();
  const storage = await openPostgresStorage({ url: await postgres.createDatabase('bench') });
  try {
    await measure(storage, Number(rows));
  } finally {
    await storage.close();
    await postgres.stop();
  }
} else {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-bench-'));
  const storage = await openSqliteStorage(path.join(folder, 'steward.sqlite'));
  try {
    await measure(storage, Number(rows));
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
