import { benchBacktest } from './backtest-bench.ts';
import { benchTable, type TableBench } from './table-bench.ts';
import { installPeers } from './install-peers.ts';

/** @source the figures to beat, "Decision tables": floors are half of the goals */
const goals = {
  toJsonRulesEngine: 8_000,
  toBestPeer: 40,
  thousandToHundred: 0.5,
  openMs: 50,
  editP50Ms: 16,
  editP95Ms: 33,
};

/** Measures the table engine and prints it; false when a floor does not hold. */
export async function reportTables(): Promise<boolean> {
  installPeers();
  process.stdout.write('\nDecision tables: 5 inputs, first hit, evaluations per second (medians)\n');
  const benches: TableBench[] = [];
  for (const rows of [10, 100, 1_000]) benches.push(await benchTable(rows));
  const [, hundred, thousand] = benches as [TableBench, TableBench, TableBench];
  const line = (name: string, cells: readonly string[]) =>
    process.stdout.write(`  ${name.padEnd(46)}${cells.map((cell) => cell.padStart(16)).join('')}\n`);
  line(
    '',
    benches.map(({ rows }) => `${count(rows)} rows`),
  );
  line(
    'Steward, objects',
    benches.map(({ objects }) => count(objects)),
  );
  line(
    'Steward, columns of 1,000,000 facts',
    benches.map(({ columns }) => count(columns)),
  );
  for (const [at, { name }] of hundred.peers.entries()) {
    line(
      name,
      benches.map(({ peers }) => rateText(peers[at]?.rate ?? null)),
    );
    line(
      '  Steward, objects, is faster by',
      benches.map(({ objects, peers }) => ratioText(objects, peers[at]?.rate ?? null)),
    );
  }
  process.stdout.write('  json-logic-engine builds code with eval, in a process of its own with at most 1 GiB\n');

  const rateOf = (name: string) => hundred.peers.find((peer) => peer.name.startsWith(name))?.rate ?? NaN;
  const bestPeer = Math.max(...hundred.peers.map(({ rate }) => rate ?? 0));
  process.stdout.write('\n  at 100 rows, objects in\n');
  const holds = [
    atLeast('× json-rules-engine', hundred.objects / rateOf('json-rules-engine'), goals.toJsonRulesEngine),
    atLeast('× the best peer', hundred.objects / bestPeer, goals.toBestPeer),
    atLeast('speed at 1,000 rows / at 100', thousand.objects / hundred.objects, goals.thousandToHundred),
  ];
  for (const rows of [100, 1_000]) {
    const { readColumns, open, editP50, editP95 } = benchBacktest(rows);
    process.stdout.write(
      `\n  backtest over 1,000,000 facts, ${count(rows)} rows; reading them into columns ${count(readColumns)} ms\n`,
    );
    holds.push(
      atMost('first evaluation, ms', open, goals.openMs),
      atMost('an edited cell, p50, ms', editP50, goals.editP50Ms),
      atMost('an edited cell, p95, ms', editP95, goals.editP95Ms),
    );
  }
  return holds.every(Boolean);
}

function atLeast(name: string, figure: number, goal: number): boolean {
  return say(name, figure, goal, figure >= goal, figure >= goal / 2, goal / 2);
}

function atMost(name: string, figure: number, goal: number): boolean {
  return say(name, figure, goal, figure <= goal, figure <= goal * 2, goal * 2);
}

function say(name: string, figure: number, goal: number, isMet: boolean, holds: boolean, floor: number): boolean {
  const verdict = `goal ${goal} ${isMet ? 'met' : 'missed'}, floor ${floor} ${holds ? 'holds' : 'MISSED'}`;
  process.stdout.write(
    `  ${name.padEnd(32)}${(figure < 100 ? figure.toFixed(2) : count(figure)).padStart(12)}   ${verdict}\n`,
  );
  return holds;
}

const count = (value: number) => Math.round(value).toLocaleString('en-GB');
const rateText = (rate: number | null) => (rate === null ? 'out of memory' : count(rate));
const ratioText = (ours: number, theirs: number | null) => (theirs === null ? '' : `${count(ours / theirs)} ×`);
