import { readFileSync } from 'node:fs';
import {
  defaultIdentityModel,
  pairwiseAccuracy,
  type PairwiseAccuracy,
  type ResolveProgress,
} from '../../engine/index.ts';
import { loadRecords } from '../../hub/src/cli/identity/load-records.ts';
import { resolveInThreads } from '../../hub/src/cli/identity/resolve-in-threads.ts';
import { processStreams } from '../../hub/src/cli/streams.ts';

/** What came of resolving a file of records, in a process of its own, so that its memory can be told. */
export interface IdentityRun {
  records: number;
  profiles: number;
  candidatePairs: number;
  asked: number;
  skippedPairs: number;
  readMs: number;
  /** Time by stage. */
  stageMs: Partial<Record<ResolveProgress['stage'], number>>;
  /** The processor's time by stage, `read` among them: it says more than the clock where others use the machine, too. */
  stageCpuMs: Partial<Record<ResolveProgress['stage'] | 'read', number>>;
  totalMs: number;
  /** Of the processor, all threads together, with what the collector of garbage and the compiler take. */
  cpuMs: number;
  threads: number;
  peakMiB: number;
  accuracy: PairwiseAccuracy;
}

/** Reads records as JSON lines as the command does, resolves them, and compares the profiles with the truth: a whole number of 32 bits per record. */
async function run(recordsFile: string, truthFile: string, threads: number): Promise<IdentityRun> {
  const begunAt = performance.now();
  const options = { id: 'id', region: 'US', threads: String(threads) };
  const { prepared } = await loadRecords(recordsFile, { options, streams: processStreams() });
  const readMs = performance.now() - begunAt;
  const stageMs: IdentityRun['stageMs'] = {};
  const stageCpuMs: IdentityRun['stageCpuMs'] = { read: cpuMsSoFar() };
  let cpuSince = cpuMsSoFar();
  let [stage, since]: [ResolveProgress['stage'], number] = ['prepare', performance.now()];
  const to = (next: ResolveProgress['stage']) => {
    stageMs[stage] = (stageMs[stage] ?? 0) + performance.now() - since;
    stageCpuMs[stage] = (stageCpuMs[stage] ?? 0) + cpuMsSoFar() - cpuSince;
    cpuSince = cpuMsSoFar();
    [stage, since] = [next, performance.now()];
  };
  const resolved = await resolveInThreads(prepared, defaultIdentityModel('person'), threads, {
    onProgress: (progress) => {
      if (progress.stage !== stage) to(progress.stage);
    },
  });
  to('cluster');
  const totalMs = performance.now() - begunAt;
  const cpuMs = cpuMsSoFar();
  const truth = new Int32Array(new Uint8Array(readFileSync(truthFile)).buffer);
  const { report, profileOf } = resolved;
  return {
    records: report.records,
    profiles: report.profiles,
    candidatePairs: report.candidatePairs,
    asked: report.ask,
    skippedPairs: report.oversizedBlocks.reduce((sum, { skippedPairs }) => sum + skippedPairs, 0),
    readMs,
    stageMs,
    stageCpuMs,
    totalMs,
    cpuMs,
    threads,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    accuracy: pairwiseAccuracy(profileOf, truth),
  };
}

function cpuMsSoFar(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const [recordsFile, truthFile, threads = '1'] = process.argv.slice(2);
if (recordsFile === undefined || truthFile === undefined)
  throw new Error('needs a file of records and one of the truth');
process.stdout.write(JSON.stringify(await run(recordsFile, truthFile, Number(threads))));
