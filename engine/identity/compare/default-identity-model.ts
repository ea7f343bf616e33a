import type { IdentityKind, IdentityModel } from '../model/identity-model.ts';
import { defaultCompanyModel } from './default-company-model.ts';
import { defaultPersonModel } from './default-person-model.ts';

/**
 * The model to begin with: good for a batch of five records, and what training starts from.
 * @param kind whom it recognizes
 * @returns a document that is shared: copy it before changing it
 * @example defaultIdentityModel('company').comparisons.map(({ id }) => id)
 */
export function defaultIdentityModel(kind: IdentityKind): IdentityModel {
  return kind === 'person' ? defaultPersonModel : defaultCompanyModel;
}
