import type { IdentityModel } from '../model/identity-model.ts';
import type { IdentityRecord } from '../model/identity-record.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { prepareRecords } from '../prepare/prepared-records-builder.ts';
import { beginResolution, finishResolution } from './resolution-steps.ts';
import type { Resolved, ResolveOptions } from './resolve-options.ts';
import { partWeigher } from './weigh-parts.ts';

/**
 * Resolves records with one another: finds pairs worth comparing, weighs them, and groups the records into customers.
 * @param records as they came, or prepared
 * @param model the weights to begin with; `defaultIdentityModel` does for any data
 * @returns profiles, pairs inside profiles and in doubt, what was done, and the model that was used. The same for the same records
 *   in any order, as long as their ids differ
 * @example resolveRecords(records, defaultIdentityModel('person')).profiles.length
 */
export function resolveRecords(
  records: readonly IdentityRecord[] | PreparedRecords,
  model: IdentityModel,
  options: ResolveOptions = {},
): Resolved {
  const { onProgress = () => undefined, region } = options;
  const prepared = 'columns' in records ? records : prepareRecords(records, region === undefined ? {} : { region });
  const begun = beginResolution(prepared, model, options);
  const { plan, parts } = begun.job;
  const weigh = partWeigher(begun.job);
  let done = 0;
  onProgress({ stage: 'score', done, of: plan.atMostPairs });
  const weighed = parts.map((_range, part) => {
    const one = weigh(part);
    done += one.candidates;
    onProgress({ stage: 'score', done, of: Math.max(done, plan.atMostPairs) });
    return one;
  });
  return finishResolution(begun, weighed, options);
}
