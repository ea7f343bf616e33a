import { auditStream, type IdentityErasure } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import type { IdentityStore } from './identity.store.ts';

export interface ErasingPorts {
  store: Pick<IdentityStore, 'profiles' | 'recordsOf' | 'erase'>;
  ledger: Pick<Ledger, 'recordEvent'>;
  /** Where erasures are looked for that were recorded and not done. */
  audit: Pick<LedgerStore, 'search'>;
  now(): number;
}

export interface Erasing {
  /** @throws ProblemError `profile_not_found`, `profile_erased` */
  erase(request: { profileId: string; reason: string }, staff: ErasingStaff): Promise<IdentityErasure>;
  /** Erases profiles whose erasure was recorded when the hub was stopped, before it was done. */
  finishErasures(): Promise<void>;
}

/** Who erases, as the ledger names them. */
export interface ErasingStaff {
  id: string;
  name: string;
  recordedBy: string;
}

/** Erasures that a hub may have left undone are among the newest. */
const newest = 50;

/** chosen: an entry of the ledger stays some kilobytes. */
const mostNames = 1_000;

export function erasing({ store, ledger, audit, now }: ErasingPorts): Erasing {
  return {
    async erase({ profileId, reason }, { id, name, recordedBy }) {
      const [profile] = await store.profiles([profileId]);
      if (profile?.erasedAt) throw new ProblemError('profile_erased');
      if (profile === undefined || profile.records === 0)
        throw new ProblemError(
          'profile_not_found',
          profile?.mergedInto ? { params: { mergedInto: profile.mergedInto } } : {},
        );
      const at = new Date(now()).toISOString();
      // Random names, by which an older backup erases the same records again, in whichever profile they lie there.
      const names = (await store.recordsOf([profileId])).slice(0, mostNames).map((record) => record.id);
      const details = { profile: profileId, of: profile.kind, records: profile.records, names };
      // Recorded first, under a key of the profile: should the hub be stopped in between, it is finished, and recorded once.
      const { sequence } = await ledger.recordEvent(
        { key: erasureKey(profileId), kind: 'profile-erased', at, actor: { id, name }, reason, details },
        recordedBy,
      );
      const records = (await store.erase(profileId, at)) ?? profile.records;
      return { profileId, erasedAt: at, records, recorded: { stream: auditStream, sequence } };
    },

    async finishErasures() {
      for (const { recordKey, decidedAt } of await audit.search(
        auditStream,
        { kind: 'profile-erased' },
        { before: null, limit: newest },
      )) {
        const [profile] = await store.profiles([recordKey.slice(erasureKey('').length)]);
        if (profile && profile.erasedAt === null) await store.erase(profile.id, decidedAt);
      }
    },
  };
}

function erasureKey(profileId: string): string {
  return `profile-erased:${profileId}`;
}
