import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort, loopback } from '../../host/port.ts';
import { verifyStore } from '../../hub/src/cli/ledger/verify-store.ts';
import type { EntryRow } from '../../hub/src/ledger/ledger.store.ts';
import { openOrMakeStore, openStore } from '../../hub/src/operate/open-store.ts';
import { parseLocation, type StoreLocation } from '../../hub/src/operate/store-location.ts';
import { masterKeyOf } from '../../hub/src/secrets/master-key.ts';
import { ledgerClient } from '../load/ledger-client.ts';
import { startInBackground } from '../processes/background-process.ts';
import { createApiKey, startHubProcess } from '../processes/hub-process.ts';
import { bareInserts } from './bare-inserts.ts';
import type { LoadResult, LoadTask } from './ledger-load.ts';
import { timeReceipts, timeSearches, type SearchTimes } from './ledger-searches.ts';
import { benchLedger, fillLedger } from './ledger-store.ts';

/** What was measured, with so many rows in the store. */
export interface LedgerBench {
  rows: number;
  /** Rows per second through the ledger in process, 1,000 per append. */
  fillPerSecond: number;
  /** Over HTTP, 100 records per request. */
  batches: LoadResult;
  /** Over HTTP, one record per request. */
  singles: LoadResult;
  search: SearchTimes;
  receipt: { p50Ms: number; p95Ms: number };
  verifyPerSecond: number;
  verifyOneThreadPerSecond: number;
  /** The same rows by bare node:sqlite, 100 per commit. */
  barePerSecond: number;
  /** The same requests to a bare node:http that sends the body back. */
  echo: LoadResult;
}

/** Chosen: eight; with more, a request waits for its turn behind the others of the same commit, and nothing else is faster. */
const connections = 8;
/** As many as keep a hub busy with full requests: each further one only waits for the others. */
const batchConnections = 4;
const load = { connections: batchConnections, requests: 400, recordsPerRequest: 100 };

/** Measures a hub with so many rows in its store; `databaseUrl`: on PostgreSQL. Everything made is removed afterwards. */
export async function benchLedgerStore(
  rows: number,
  databaseUrl: string | null,
  say: (line: string) => void,
): Promise<LedgerBench> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  const masterKey = randomBytes(32);
  const location = parseLocation(databaseUrl ?? join(folder, 'steward.sqlite'));
  const settings = {
    ...(location.kind === 'sqlite' ? { STEWARD_DATABASE_FILE: location.file } : { STEWARD_DATABASE_URL: location.url }),
    STEWARD_MASTER_KEY: masterKey.toString('base64'),
    STEWARD_APPENDS_PER_MINUTE: '0',
    STEWARD_READS_PER_MINUTE: '0',
    STEWARD_LOG_LEVEL: 'error',
  };
  try {
    const { fillPerSecond, sample } = await fill(location, masterKey, rows, say);
    const echo = await measureEcho(folder);
    const served = await measureHub(folder, settings, rows);
    say('Verifying …');
    const verifyPerSecond = await measureVerification(location);
    const verifyOneThreadPerSecond = await measureVerification(location, 1);
    const barePerSecond = bareInserts(join(folder, 'bare.sqlite'), sample);
    return { rows, fillPerSecond, ...served, verifyPerSecond, verifyOneThreadPerSecond, barePerSecond, echo };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(
  location: StoreLocation,
  masterKey: Uint8Array,
  rows: number,
  say: (line: string) => void,
): Promise<{ fillPerSecond: number; sample: EntryRow[] }> {
  const store = await openOrMakeStore(location);
  try {
    const ledger = await benchLedger(store.storage, { current: masterKeyOf(masterKey), previous: null });
    const fillPerSecond = await fillLedger(ledger, rows, (done) => {
      if (done % 100_000 === 0) say(`${done.toLocaleString('en-US')} rows …`);
    });
    const sample: EntryRow[] = [];
    for await (const page of store.storage.ledger.entries('decisions', 1, Math.min(rows, 40_000) + 1))
      sample.push(...page);
    await ledger.close();
    return { fillPerSecond, sample };
  } finally {
    await store.close();
  }
}

async function measureHub(
  folder: string,
  settings: Readonly<Record<string, string>>,
  rows: number,
): Promise<Pick<LedgerBench, 'batches' | 'singles' | 'search' | 'receipt'>> {
  const apiKey = await createApiKey(folder, settings);
  const hub = await startHubProcess({ folder, settings, apiKey });
  const client = ledgerClient({ baseUrl: hub.baseUrl, apiKey });
  try {
    const task = { baseUrl: hub.baseUrl, path: '/ledger/records', apiKey };
    const batches = await runLoad({ ...task, ...load, prefix: 'batch' });
    const singles = await runLoad({ ...task, connections, requests: 4_000, recordsPerRequest: 1, prefix: 'single' });
    const search = await timeSearches(client, rows);
    const receipt = await timeReceipts(client, rows);
    return { batches, singles, search, receipt };
  } finally {
    client.close();
    await hub.stop();
  }
}

async function measureEcho(folder: string): Promise<LoadResult> {
  const port = await findFreePort();
  const server = startInBackground({
    command: process.execPath,
    args: [join(import.meta.dirname, 'echo-server.ts'), String(port)],
    cwd: folder,
    env: process.env,
    logFile: join(folder, 'echo.log'),
  });
  try {
    const baseUrl = `http://${loopback}:${port}`;
    for (let attempt = 0; attempt < 100; attempt++) {
      if (
        await fetch(baseUrl, { method: 'POST', body: '{}' }).then(
          () => true,
          () => false,
        )
      )
        break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return await runLoad({ baseUrl, path: '/ledger/records', apiKey: 'none', ...load, prefix: 'echo' });
  } finally {
    await server.stop();
  }
}

/** In a process of its own, as callers are. */
async function runLoad(task: LoadTask): Promise<LoadResult> {
  const program = join(import.meta.dirname, 'ledger-load.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(task)]);
  return JSON.parse(stdout) as LoadResult;
}

async function measureVerification(location: StoreLocation, threads?: number): Promise<number> {
  const store = await openStore(location);
  try {
    const begunAt = performance.now();
    const { streams } = await verifyStore(store, { stream: 'decisions', ...(threads !== undefined && { threads }) });
    const [report] = streams;
    if (report?.ok !== true) throw new Error(`the ledger does not verify: ${JSON.stringify(report?.findings)}`);
    return (report.entries / (performance.now() - begunAt)) * 1000;
  } finally {
    await store.close();
  }
}
