import { describeIssue, resolveRecords, type Resolved, type ResolveProgress } from '../../../../engine/index.ts';
import type { Invocation } from '../command.ts';
import { counted, redrawn } from '../redrawn.ts';
import { chosenModel } from './chosen-model.ts';
import type { LoadedRecords } from './load-records.ts';

/** What the stages are called on a terminal. */
const stageWords: Record<ResolveProgress['stage'], string> = {
  prepare: 'records prepared',
  candidates: 'pairs to compare',
  fit: 'measuring the weights',
  score: 'pairs compared',
  cluster: 'records grouped',
};

/** Resolves what was loaded by the chosen model, with progress on a terminal, and says what is to be known of the records. */
export async function resolveLoaded(
  { prepared, flaws }: LoadedRecords,
  invocation: Pick<Invocation, 'options' | 'streams'>,
): Promise<{ resolved: Resolved; hasFindings: boolean }> {
  const { streams } = invocation;
  const { model, fit } = await chosenModel(invocation);
  const progress = redrawn(streams);
  const resolved = resolveRecords(prepared, model, {
    fit,
    onProgress: ({ stage, done, of }) => progress.show(`${stageWords[stage]}: ${counted(done)} of ${counted(of)}`),
  });
  progress.clear();
  for (const flaw of flaws) streams.note(`${flaw}\n`);
  for (const issue of resolved.issues) streams.note(`${describeIssue(issue)}\n`);
  return { resolved, hasFindings: flaws.length > 0 || resolved.issues.length > 0 };
}
