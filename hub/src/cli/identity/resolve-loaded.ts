import { availableParallelism } from 'node:os';
import {
  describeIssue,
  type CandidatePlan,
  type PairAnswer,
  type Resolved,
  type ResolveProgress,
  type WeighingJob,
  type Zones,
} from '../../../../engine/index.ts';
import type { CommandOption, Invocation } from '../command.ts';
import { counted, redrawn } from '../redrawn.ts';
import { threadsOf } from '../threads-option.ts';
import { chosenModel } from './chosen-model.ts';
import type { LoadedRecords } from './load-records.ts';
import { resolveInThreads } from './resolve-in-threads.ts';

export const threadsOption: CommandOption = {
  type: 'string',
  help: 'how many threads read the file and compare pairs (default: one per core); the result does not depend on it',
};

/** What the stages are called on a terminal. */
const stageWords: Record<ResolveProgress['stage'], string> = {
  prepare: 'records prepared',
  candidates: 'pairs to compare',
  fit: 'measuring the weights',
  score: 'pairs compared',
  cluster: 'records grouped',
};

/** What was known before any pair was compared. */
export type CandidateEstimate = Pick<CandidatePlan, 'atMostPairs' | 'rules'>;

export interface ResolvedFile {
  resolved: Resolved;
  estimate: CandidateEstimate;
  hasFindings: boolean;
}

interface ResolveChoices {
  /** What persons said of pairs, which wins over weights. */
  answers?: readonly PairAnswer[];
  /** Chooses the thresholds for the model as it was measured. */
  zonesOf?: (job: WeighingJob) => Zones;
}

/** Resolves what was loaded by the chosen model, with progress on a terminal, and says what is to be known of the records. */
export async function resolveLoaded(
  { prepared, flaws }: LoadedRecords,
  invocation: Pick<Invocation, 'options' | 'streams'>,
  choices: ResolveChoices = {},
): Promise<ResolvedFile> {
  const { streams } = invocation;
  const threads = threadsOf(invocation.options['threads']) ?? availableParallelism();
  const { model, fit } = await chosenModel(invocation);
  const progress = redrawn(streams);
  let estimate: CandidateEstimate = { atMostPairs: 0, rules: [] };
  const resolved = await resolveInThreads(prepared, model, threads, {
    ...choices,
    fit,
    onProgress: ({ stage, done, of }) => progress.show(`${stageWords[stage]}: ${counted(done)} of ${counted(of)}`),
    onPlan: ({ atMostPairs, rules }) => {
      estimate = { atMostPairs, rules };
      progress.clear();
      streams.note(`At most ${counted(atMostPairs, 'pair')} to compare.\n`);
    },
  });
  progress.clear();
  for (const flaw of flaws) streams.note(`${flaw}\n`);
  for (const issue of resolved.issues) streams.note(`${describeIssue(issue)}\n`);
  return { resolved, estimate, hasFindings: flaws.length > 0 || resolved.issues.length > 0 };
}
