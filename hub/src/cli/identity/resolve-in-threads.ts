import {
  beginResolution,
  finishResolution,
  type IdentityModel,
  type PreparedRecords,
  type Resolved,
  type ResolveOptions,
  type WeighingJob,
  type Zones,
} from '../../../../engine/index.ts';
import { inSharedMemory } from './shared-job.ts';
import { usefulThreads, weighInThreads } from './weigh-in-threads.ts';

/**
 * `resolveRecords` with pairs weighed by several threads.
 * @param threads at most; the result does not depend on it
 * @param zonesOf chooses where certainty ends, once the model is measured and before pairs are weighed
 */
export async function resolveInThreads(
  prepared: PreparedRecords,
  model: IdentityModel,
  threads: number,
  options: ResolveOptions & { zonesOf?: (job: WeighingJob) => Zones } = {},
): Promise<Resolved> {
  const { onProgress = () => undefined, zonesOf } = options;
  const begun = beginResolution(prepared, model, options);
  if (zonesOf !== undefined) {
    begun.job = { ...begun.job, model: { ...begun.job.model, zones: zonesOf(begun.job) } };
  }
  const { atMostPairs } = begun.job.plan;
  const used = usefulThreads(begun.job, threads);
  // What it was made of is not needed any more.
  if (used > 1) begun.job = inSharedMemory(begun.job);
  let done = 0;
  onProgress({ stage: 'score', done, of: atMostPairs });
  const weighed = await weighInThreads(begun.job, used, ({ candidates }) => {
    done += candidates;
    onProgress({ stage: 'score', done, of: Math.max(done, atMostPairs) });
  });
  return finishResolution(begun, weighed, options);
}
