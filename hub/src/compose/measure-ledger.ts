import type { HubMetrics } from '../http/metrics.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import type { Ledger } from '../ledger/ledger.service.ts';

type Meters = Pick<HubMetrics, 'appends' | 'records' | 'commits' | 'entries'>;

/** A store whose commits are measured: their duration, its waiting for the stream included, and what they wrote. */
export function measuredStore(store: LedgerStore, { commits, entries }: Meters): LedgerStore {
  return over(store, {
    async append(stream, plan) {
      let written = 0;
      const finished = commits.startTimer({ stream });
      await store.append(stream, async (view) => {
        const commit = await plan(view);
        written = commit?.rows.length ?? 0;
        return commit;
      });
      if (written === 0) return;
      finished();
      entries.inc({ stream }, written);
    },
  });
}

/** A ledger that counts what is given to it. */
export function measuredLedger(ledger: Ledger, { appends, records }: Meters): Ledger {
  return over(ledger, {
    async append(request, recordedBy) {
      try {
        const answer = await ledger.append(request, recordedBy);
        const duplicates = answer.duplicates.length;
        appends.inc({ outcome: 'taken' });
        records.inc({ outcome: 'duplicate' }, duplicates);
        records.inc({ outcome: 'new' }, answer.sequences.length - duplicates);
        return answer;
      } catch (error) {
        appends.inc({ outcome: 'refused' });
        throw error;
      }
    },
  });
}

/** The same object with some of its functions replaced; getters stay alive. */
function over<T extends object>(original: T, replaced: Partial<T>): T {
  return Object.assign(Object.create(original) as T, replaced);
}
