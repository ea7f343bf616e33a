import { loadavg } from 'node:os';
import { startPostgres } from '../stores/postgres-server.ts';
import { benchLedgerStore, type LedgerBench } from './ledger-bench.ts';

/** Figures that have to hold, and those that are aimed at. */
const figures = {
  recordsPerSecond: { floor: 8_000, goal: 15_000 },
  p99Ms: { floor: 100, goal: 50 },
  verifyPerSecond: { floor: 100_000, goal: 200_000 },
  searchP95Ms: { floor: 200 },
};

/** Prints what a hub does with so many rows in its store, against its peers in the same run; true when all floors hold. */
export async function reportLedger(rows: number, onPostgres: boolean): Promise<boolean> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(`\nMaking a ledger of ${rows.toLocaleString('en-US')} rows …`);
  const postgres = onPostgres ? await startPostgres() : null;
  try {
    const url = postgres && (await postgres.createDatabase('bench'));
    return print(await benchLedgerStore(rows, url, say), onPostgres);
  } finally {
    await postgres?.stop();
  }
}

function print(bench: LedgerBench, onPostgres: boolean): boolean {
  const { rows, batches, singles, search, receipt, echo } = bench;
  const { recordsPerSecond, p99Ms, verifyPerSecond, searchP95Ms } = figures;
  const holds =
    batches.recordsPerSecond >= recordsPerSecond.floor &&
    batches.p99Ms <= p99Ms.floor &&
    bench.verifyPerSecond >= verifyPerSecond.floor &&
    search.p95Ms <= searchP95Ms.floor;
  process.stdout.write(`
Decision ledger on ${onPostgres ? 'PostgreSQL' : 'SQLite'}, ${count(rows)} rows in the store, load average ${(loadavg()[0] ?? 0).toFixed(1)}
  decisions acknowledged  ${perSecond(batches.recordsPerSecond)}  100 per request, 4 connections   ${judged(batches.recordsPerSecond, recordsPerSecond)}
    p50 / p99             ${ms(batches.p50Ms)} / ${ms(batches.p99Ms)}   ${judged(-batches.p99Ms, { floor: -p99Ms.floor, goal: -p99Ms.goal })}
  one per request         ${perSecond(singles.recordsPerSecond)}  p50 ${ms(singles.p50Ms)}, p99 ${ms(singles.p99Ms)}
  in process, 1,000 each  ${perSecond(bench.fillPerSecond)}
  verification            ${perSecond(bench.verifyPerSecond)}  (one thread ${count(bench.verifyOneThreadPerSecond)})   ${judged(bench.verifyPerSecond, verifyPerSecond)}
  search                  p50 ${ms(search.p50Ms)}, p95 ${ms(search.p95Ms)}; slowest: ${search.slowest}, p95 ${ms(search.slowestP95Ms)}   ${judged(-search.p95Ms, { floor: -searchP95Ms.floor })}
  receipt                 p50 ${ms(receipt.p50Ms)}, p95 ${ms(receipt.p95Ms)}
Peers in the same run
  bare node:sqlite        ${perSecond(bench.barePerSecond)}  the same rows, 100 per commit, FULL   acknowledged / bare ${ratio(batches.recordsPerSecond, bench.barePerSecond)}
  bare node:http echo     ${perSecond(echo.recordsPerSecond)}  the same requests   acknowledged / echo ${ratio(batches.recordsPerSecond, echo.recordsPerSecond)}
`);
  return holds;
}

function judged(value: number, { floor, goal }: { floor: number; goal?: number }): string {
  if (value < floor) return 'MISSED';
  return goal === undefined || value >= goal ? 'holds' : 'holds the floor, not the goal';
}

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const perSecond = (value: number): string => `${count(value).padStart(9)} /s`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const ratio = (value: number, peer: number): string => (value / peer).toFixed(2);
