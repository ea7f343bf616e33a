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
  let begun = beginResolution(prepared, model, options);
  if (zonesOf !== undefined) {
    const used = { ...begun.job.model, zones: zonesOf(begun.job) };
    begun = { ...begun, job: { ...begun.job, model: used } };
  }
  const { atMostPairs } = begun.job.plan;
  let done = 0;
  onProgress({ stage: 'score', done, of: atMostPairs });
  const { job, weighed } = await weighInThreads(begun.job, usefulThreads(begun.job, threads), ({ candidates }) => {
    done += candidates;
    onProgress({ stage: 'score', done, of: Math.max(done, atMostPairs) });
  });
  return finishResolution({ ...begun, job }, weighed, options);
}
