import { defaultIdentityModel, type IdentityModel } from '../../../../engine/index.ts';

/**
 * The model that this version of Steward brings, where the one in force came with an earlier version; null where it is the same,
 * a company's own, or learned from answers. It never applies by itself: whom a customer is taken for is decided by persons.
 */
export function newerModel(inForce: IdentityModel): IdentityModel | null {
  const brought = defaultIdentityModel(inForce.kind);
  const cameWithSteward = inForce.id === brought.id && inForce.provenance.method === 'default';
  return cameWithSteward && inForce.version !== brought.version ? brought : null;
}
