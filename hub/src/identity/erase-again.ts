import { ProblemError } from '../http/problem.ts';
import { noEffect } from './effects.ts';
import type { ErasingStaff } from './erasing.ts';
import { loadPart, newProfile, withEffect, writeOf } from './graph-part.ts';
import type { Identity } from './identity.service.ts';
import type { IdentityStore } from './identity.store.ts';
import { policiesInForce } from './policy-in-force.ts';

/** An erasure of a profile as the audit stream records it. */
export interface ErasedProfile {
  profileId: string;
  /** The records that were destroyed, as the hub names them. */
  records: readonly string[];
  reason: string;
}

/**
 * Erases records again that an older graph still knows. There they may lie in other profiles than at the erasure, and others may
 * lie beside them: those stay, in a profile of their own.
 * @returns false when the graph knows none of them
 */
export async function eraseAgain(
  store: IdentityStore,
  identity: Pick<Identity, 'erase'>,
  { profileId, records, reason }: ErasedProfile,
  by: { staff: ErasingStaff; at: string; newId(): string },
): Promise<boolean> {
  await gather(store, { profileId, records }, by);
  try {
    await identity.erase({ profileId, reason }, by.staff);
    return true;
  } catch (error) {
    const known = error instanceof ProblemError && ['profile_not_found', 'profile_erased'].includes(error.code);
    if (!known) throw error;
    return false;
  }
}

/** Puts exactly these records into the profile. */
function gather(
  store: IdentityStore,
  { profileId, records }: Pick<ErasedProfile, 'profileId' | 'records'>,
  { at, newId }: { at: string; newId(): string },
): Promise<void> {
  return store.exclusively(async (graph) => {
    const [first] = await graph.records(records);
    if (first === undefined) return;
    const { kind } = first;
    const part = await loadPart(graph, [...new Set([profileId, ...(await graph.profilesOfRecords(records))])]);
    const erased = new Set(records);
    const others = `p_${newId()}`;
    const moves = [...part.records.values()].flatMap(({ id, profileId: from }) => {
      const to = erased.has(id) ? profileId : from === profileId ? others : from;
      return to === from ? [] : [{ record: id, from, to }];
    });
    const effect = {
      ...noEffect(),
      moves,
      removedLinks: [...part.links.values()].filter(({ left, right }) => erased.has(left) !== erased.has(right)),
      removedNeverLinks: [...part.neverLinks.values()].filter(
        ({ left, right }) => erased.has(left) || erased.has(right),
      ),
    };
    const profile = part.profiles.get(profileId) ?? newProfile(profileId, kind, at);
    part.profiles.set(profileId, { ...profile, erasedAt: null });
    const { part: after, obstacle } = withEffect(part, effect);
    if (obstacle !== null) throw new Error(`records cannot be gathered to be erased: ${obstacle}`);
    const { survivorship } = await policiesInForce()(kind, graph);
    await graph.write(writeOf(after, effect, { kind, at, survivorship }).write);
  });
}
