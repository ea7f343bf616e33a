import { compileModel, type CompiledModel, type IdentityKind, type Survivorship } from '../../../engine/index.ts';
import type { StoredPolicy } from './identity.rows.ts';
import type { IdentityReader } from './identity.store.ts';

/** A policy, ready to weigh by. */
export interface PolicyInForce {
  kind: IdentityKind;
  revision: number;
  model: CompiledModel;
  survivorship: Survivorship;
  stored: StoredPolicy;
}

export type PoliciesInForce = (kind: IdentityKind, reader: IdentityReader) => Promise<PolicyInForce>;

/** Reads which policy is in force, and compiles each revision once. */
export function policiesInForce(): PoliciesInForce {
  const known = new Map<IdentityKind, PolicyInForce>();
  return async (kind, reader) => {
    const revision = await reader.policyRevision(kind);
    const cached = known.get(kind);
    if (cached?.revision === revision) return cached;
    const stored = await reader.policy(kind);
    if (stored === null) throw new Error(`the store has no identity policy for a ${kind}`);
    const { survivorship } = stored;
    const policy = { kind, revision: stored.revision, model: compileModel(stored.model), survivorship, stored };
    known.set(kind, policy);
    return policy;
  };
}
