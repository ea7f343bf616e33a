import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  candidateChunks,
  defaultIdentityModel,
  jaroWinkler,
  pairScorer,
  planCandidates,
  PreparedRecordsBuilder,
  type PreparedRecords,
} from '../../engine/index.ts';
import { syntheticCustomers, type SyntheticRecord } from '../identity/synthetic-customers.ts';
import { benchLookups } from './identity-index-bench.ts';
import type { IdentityRun } from './identity-run.ts';
import { installPeers, requirePeer } from './install-peers.ts';
import { median } from './median.ts';

/** @source the figures to beat, "Identity resolution" */
const limits = {
  totalS: { goal: 20, floor: 60 },
  peakMiB: { goal: 1_536, floor: 3_072 },
  lookupP99Ms: { goal: 5, floor: 20 },
};

/** Measures identity resolution and prints it; false when a floor does not hold. */
export async function reportIdentity(records: number): Promise<boolean> {
  installPeers();
  process.stdout.write(`\nIdentity: ${count(records)} made-up records, one default model, from a seed\n`);
  const holds = await reportEndToEnd(records);
  const { prepared, asked } = prepareKnown(records);
  reportPairs(prepared);
  const lookups = benchLookups(prepared, asked);
  process.stdout.write(`
  one record among ${count(prepared.count)} known: index built in ${count(lookups.buildMs)} ms, ${count(lookups.candidates)} candidates on average; ${count(lookups.found)} of ${count(asked.length)} found
`);
  line('p50, ms', lookups.p50Ms.toFixed(2));
  const isFast = atMost('p99, ms', lookups.p99Ms, limits.lookupP99Ms);
  reportSpelling(asked);
  return holds && isFast;
}

/** In a process of its own: reading JSON lines, normalizing, blocking, fitting, scoring, clustering. */
async function reportEndToEnd(records: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-identity-'));
  try {
    const [recordsFile, truthFile] = [join(folder, 'records.jsonl'), join(folder, 'truth.bin')];
    const truth = new Int32Array(records);
    const out = createWriteStream(recordsFile);
    let index = 0;
    for (const { customer, id, values } of syntheticCustomers({ records })) {
      truth[index++] = customer;
      if (!out.write(`${JSON.stringify({ id, ...values })}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
    writeFileSync(truthFile, truth);
    const program = join(import.meta.dirname, 'identity-run.ts');
    const answer = execFileSync(process.execPath, [program, recordsFile, truthFile, String(availableParallelism())], {
      encoding: 'utf8',
    });
    return printRun(JSON.parse(answer) as IdentityRun);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printRun(run: IdentityRun): boolean {
  const { accuracy, stageMs } = run;
  const stages = Object.entries(stageMs).map(([stage, ms]) => `${stage} ${(ms / 1_000).toFixed(1)} s`);
  const cpu = Object.entries(run.stageCpuMs).map(([stage, ms]) => `${stage} ${(ms / 1_000).toFixed(1)} s`);
  line('threads', count(run.threads), `load average ${(loadavg()[0] ?? 0).toFixed(1)}`);
  line('processor, all threads', `${(run.cpuMs / 1_000).toFixed(1)} s`, cpu.join(', '));
  line('reading and normalizing, then', `${(run.readMs / 1_000).toFixed(1)} s`, stages.join(', '));
  const holds = [
    atMost('end to end, s', run.totalMs / 1_000, limits.totalS),
    atMost('most memory, MiB', run.peakMiB, limits.peakMiB),
  ];
  line('pairs compared', count(run.candidatePairs), `${count(run.skippedPairs)} in blocks too large were not`);
  line('profiles', count(run.profiles), `${count(run.asked)} pairs for a person`);
  line(
    'F1',
    accuracy.f1.toFixed(4),
    `precision ${accuracy.precision.toFixed(4)}, recall ${accuracy.recall.toFixed(4)}`,
  );
  return holds.every(Boolean);
}

/** The known records in columns, and others to be looked up among them: half of them of a known customer. */
function prepareKnown(records: number): { prepared: PreparedRecords; asked: SyntheticRecord[] } {
  const lookups = Math.min(3_000, Math.floor(records / 10));
  const builder = new PreparedRecordsBuilder({ region: 'US' });
  const asked: SyntheticRecord[] = [];
  for (const record of syntheticCustomers({ records: records + lookups })) {
    if (builder.count < records) builder.add(record.id, record.values);
    else asked.push(record);
  }
  return { prepared: builder.finish(), asked };
}

function reportPairs(prepared: PreparedRecords): void {
  const model = defaultIdentityModel('person');
  const fitting = { ...model, priorMatch: 1 / prepared.count };
  let since = performance.now();
  const plan = planCandidates(model, prepared);
  const planMs = performance.now() - since;
  const scorer = pairScorer(fitting, prepared);
  since = performance.now();
  let pairs = 0;
  for (const { size } of candidateChunks(plan)) pairs += size;
  const enumerateMs = performance.now() - since;
  since = performance.now();
  for (const { left, right, size } of candidateChunks(plan)) {
    for (let at = 0; at < size; at++) scorer.bits(left[at] ?? 0, right[at] ?? 0, -10);
  }
  const scoreMs = performance.now() - since - enumerateMs;
  process.stdout.write('\n');
  line(
    'planning all blocks, ms',
    count(planMs),
    `${count(model.blocking.length)} rules, blocks of at most ${count(plan.blockLimit)}`,
  );
  line('one rule per million records, ms', count((planMs / model.blocking.length) * (1_000_000 / prepared.count)));
  line('candidate pairs per second', count((pairs / enumerateMs) * 1_000), `each of ${count(pairs)} once`);
  line('pairs scored per second', count((pairs / scoreMs) * 1_000), `${count(model.comparisons.length)} comparisons`);
}

/** Jaro–Winkler of two names, against npm's. */
function reportSpelling(asked: readonly SyntheticRecord[]): void {
  const names = asked.flatMap(({ values }) => values.family_name ?? []);
  const talisman = requirePeer('talisman/metrics/jaro-winkler') as { default?: unknown };
  const peers: readonly (readonly [string, (left: string, right: string) => number])[] = [
    ['Steward', jaroWinkler],
    ['talisman', (talisman.default ?? talisman) as typeof jaroWinkler],
    ['jaro-winkler', requirePeer('jaro-winkler') as typeof jaroWinkler],
  ];
  process.stdout.write('\n  Jaro–Winkler of family names, pairs per second\n');
  for (const [name, similarity] of peers) line(name, count(spellingRate(names, similarity)));
}

function spellingRate(names: readonly string[], similarity: (left: string, right: string) => number): number {
  const round = (): number => {
    const since = performance.now();
    let sum = 0;
    let pairs = 0;
    for (let turn = 0; performance.now() - since < 150; turn++) {
      const other = names[turn % names.length] ?? '';
      for (const name of names) sum += similarity(name, other);
      pairs += names.length;
    }
    return sum < 0 ? 0 : (pairs / (performance.now() - since)) * 1_000;
  };
  round();
  return median(Array.from({ length: 5 }, round));
}

function atMost(name: string, figure: number, { goal, floor }: { goal: number; floor: number }): boolean {
  const verdict = `goal ${goal} ${figure <= goal ? 'met' : 'missed'}, floor ${floor} ${figure <= floor ? 'holds' : 'MISSED'}`;
  line(name, figure < 100 ? figure.toFixed(2) : count(figure), verdict);
  return figure <= floor;
}

function line(name: string, figure: string, remark = ''): void {
  process.stdout.write(`  ${name.padEnd(34)}${figure.padStart(14)}   ${remark}\n`);
}

const count = (value: number) => Math.round(value).toLocaleString('en-GB');
