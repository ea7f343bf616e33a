import { planCandidates } from '../candidates/plan-candidates.ts';
import type { CandidatePlan } from '../candidates/candidate-plan.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { fitModel } from '../train/fit-model.ts';
import type { FitOptions, FittedModel } from '../train/fit-options.ts';
import { thinnedCandidates } from './thinned-candidates.ts';

/**
 * Measures a model on records as `resolveRecords` does, so that pairs weigh the same.
 * @param plan of these records, where there is one already
 * @example measureModel(defaultIdentityModel('person'), prepareRecords(records)).report.expectedMatches
 */
export function measureModel(
  model: IdentityModel,
  prepared: PreparedRecords,
  options: FitOptions = {},
  plan: CandidatePlan = planCandidates(model, prepared),
): FittedModel {
  return fitModel(model, prepared, thinnedCandidates(plan, prepared.ids), options);
}
