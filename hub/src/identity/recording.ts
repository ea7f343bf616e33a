import { auditStream } from '../../../engine/index.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { IdentityStore } from './identity.store.ts';
import { changeId } from './shown-changes.ts';

export interface RecordingPorts {
  store: Pick<IdentityStore, 'changesToRecord' | 'noteRecorded'>;
  ledger: Pick<Ledger, 'recordEvent'>;
  log: { warn(fields: object, message: string): void };
}

/** chosen: as many as a restart may find. */
const atOnce = 200;

/**
 * Tells the ledger's audit stream of changes that it does not know yet. A change is committed with its event; should the hub be
 * stopped in between, or the ledger be busy, it is told later, and by its key once.
 */
export function recording({ store, ledger, log }: RecordingPorts): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  const recordAll = async (): Promise<void> => {
    for (;;) {
      const changes = await store.changesToRecord(atOnce);
      for (const { sequence, at, by, kind, event } of changes) {
        if (event === null) continue;
        const staff = /^person:(.*)$/s.exec(by.id)?.[1];
        const place = await ledger.recordEvent(
          {
            key: `identity-change:${sequence}`,
            kind: event.kind,
            at,
            actor: staff === undefined ? null : { id: staff, name: by.name },
            details: { change: changeId(sequence), of: kind, ...event.details },
          },
          by.id,
        );
        await store.noteRecorded(sequence, place.sequence);
      }
      if (changes.length < atOnce && !again) return;
      again = false;
    }
  };

  return async () => {
    // Those who come meanwhile find their changes recorded by the run that they wait for.
    again = running !== null;
    running ??= recordAll()
      .catch((error: unknown) =>
        log.warn({ err: error }, `changes of profiles wait to be recorded in the stream ${auditStream}`),
      )
      .finally(() => (running = null));
    await running;
  };
}
