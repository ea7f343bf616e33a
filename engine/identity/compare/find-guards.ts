import type { IdentityGuards } from '../model/identity-model.ts';
import type { IdentityFeature, NormalizedRecord } from '../model/identity-record.ts';
import type { GuardFinding } from '../model/pair.ts';
import { editDistance } from './edit-distance.ts';

/** So many wrong signs are a typing error of one number, not another number. chosen: 1, the error that check digits exist for. */
const typingError = 1;

/**
 * Finds what keeps two records apart, whatever they weigh.
 * @param guards of the model
 * @param left, right normalized values; a missing one keeps nothing apart
 * @returns one finding per guard: two different values of a never-together feature (more than one sign apart), or of a feature of
 *   which a customer has but one
 * @example findGuards({ neverTogether: ['national_id'], limits: {}, maxBlockSize: 1000 }, { national_id: '123456789' }, { national_id: '987654321' })
 */
export function findGuards(
  guards: IdentityGuards,
  left: NormalizedRecord['values'],
  right: NormalizedRecord['values'],
): GuardFinding[] {
  const found: GuardFinding[] = [];
  for (const feature of guards.neverTogether) {
    const values = bothValues(feature, left, right);
    if (values !== null && standAgainst(...values)) found.push({ guard: 'never-together', feature, values });
  }
  for (const [name, limit] of Object.entries(guards.limits)) {
    const feature = name as IdentityFeature;
    const values = bothValues(feature, left, right);
    if (values !== null && limit < 2 && values[0] !== values[1]) found.push({ guard: 'limit', feature, values });
  }
  return found;
}

/** Whether two identifiers are of two customers: more apart than a typing error. */
export function standAgainst(left: string, right: string): boolean {
  return editDistance(left, right, typingError) > typingError;
}

function bothValues(
  feature: IdentityFeature,
  left: NormalizedRecord['values'],
  right: NormalizedRecord['values'],
): [string, string] | null {
  const [one, other] = [left[feature], right[feature]];
  if (one === undefined || other === undefined || one === '' || other === '') return null;
  return one < other ? [one, other] : [other, one];
}
