import {
  beginResolution,
  finishResolution,
  type IdentityModel,
  type PreparedRecords,
  type Resolved,
  type ResolveOptions,
} from '../../../../engine/index.ts';
import { usefulThreads, weighInThreads } from './weigh-in-threads.ts';

/**
 * `resolveRecords` with pairs weighed by several threads.
 * @param threads at most; the result does not depend on it
 */
export async function resolveInThreads(
  prepared: PreparedRecords,
  model: IdentityModel,
  threads: number,
  options: ResolveOptions = {},
): Promise<Resolved> {
  const { onProgress = () => undefined } = options;
  const begun = beginResolution(prepared, model, options);
  const { atMostPairs } = begun.job.plan;
  let done = 0;
  onProgress({ stage: 'score', done, of: atMostPairs });
  const { job, weighed } = await weighInThreads(begun.job, usefulThreads(begun.job, threads), ({ candidates }) => {
    done += candidates;
    onProgress({ stage: 'score', done, of: Math.max(done, atMostPairs) });
  });
  return finishResolution({ ...begun, job }, weighed, options);
}
