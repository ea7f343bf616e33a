import {
  auditStream,
  type Erasure,
  type ErasureRequest,
  type OpenedInputs,
  type SealedContent,
} from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { UnwrapError } from '../secrets/key-ring.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import type { LedgerEvent } from './ledger.events.ts';
import { entryOf, rowAt } from './ledger.reading.ts';
import type { EntryRow, LedgerStore, SubjectRow } from './ledger.store.ts';
import type { AppendedRecord } from './pending.ts';
import { unseal } from './seal.ts';
import { lookupOf, openSubject, type OpenSubject } from './subject-keys.ts';

export interface PersonalPorts {
  store: LedgerStore;
  secrets: Secrets;
  /** Milliseconds since 1970. */
  now(): number;
  /** A name that nothing else bears. */
  newId(): string;
  /** Resolves when the event is on disk. */
  record(event: LedgerEvent, recordedBy: string): Promise<AppendedRecord>;
}

/** A member of staff, and how they stand in entries. */
export interface Staff {
  id: string;
  name: string;
  /** `person:<id>` or `key:<id>`. */
  recordedBy: string;
}

/** What only some may do, and what is recorded of it. */
export interface LedgerPersonal {
  /** @throws ProblemError `entry_not_found`, `no_inputs`, `inputs_erased`, `ledger_damaged` */
  openInputs(stream: string, sequence: number, staff: Staff, reason: string): Promise<OpenedInputs>;
  /** @throws ProblemError `invalid_request`, `subject_not_found` */
  erase(request: ErasureRequest, staff: Staff): Promise<Erasure>;
  /** Destroys keys of people whose erasure was recorded when the hub was stopped, before it was done. */
  finishErasures(): Promise<void>;
  /** What was sealed in a row; null when nothing was, or nobody can read it any more. */
  contentOf(stream: string, row: EntryRow): Promise<SealedContent | null>;
}

export function ledgerPersonal({ store, secrets, now, newId, record }: PersonalPorts): LedgerPersonal {
  const openedOf = (subject: SubjectRow, { sequence }: EntryRow): OpenSubject | null => {
    try {
      return openSubject(secrets.ring, subject);
    } catch (error) {
      if (error instanceof UnwrapError && error.why === 'changed') throw unreadable(sequence);
      throw error;
    }
  };
  const contentOf = async (stream: string, row: EntryRow): Promise<SealedContent | null> => {
    const { sealed } = entryOf(row);
    if (sealed === undefined || row.subject === null) return null;
    const subject = await store.subject(row.subject);
    const open = subject && openedOf(subject, row);
    if (!open) return null;
    const text = unseal(open.key, sealed, { stream, key: row.recordKey, ref: row.subject });
    if (text === null) throw unreadable(row.sequence);
    return JSON.parse(text) as SealedContent;
  };

  return {
    contentOf,

    async openInputs(stream, sequence, { id, name, recordedBy }, reason) {
      const row = await rowAt(store, stream, sequence);
      if (entryOf(row).sealed === undefined) throw new ProblemError('no_inputs');
      const content = await contentOf(stream, row);
      if (content === null) throw new ProblemError('inputs_erased');
      const event = {
        key: `inputs-opened:${newId()}`,
        kind: 'inputs-opened',
        at: new Date(now()).toISOString(),
        actor: { id, name },
        subject: row.subject,
        reason,
        details: { stream, sequence },
      } as const;
      // Nobody sees anything before it is on disk that they did.
      await record(event, recordedBy);
      return content;
    },

    async erase(request, { id, name, recordedBy }) {
      const known = await findSubject(store, secrets, request);
      const { reason } = request;
      if (known === null || known.erasedAt !== null) throw new ProblemError('subject_not_found');
      const { ref } = known;
      const at = new Date(now()).toISOString();
      const entries = await store.countBySubject(ref);
      // Recorded first, under a key of the person: should the hub be stopped in between, it is finished, and recorded once.
      const { sequence } = await record(
        { key: erasureKey(ref), kind: 'erasure', at, actor: { id, name }, subject: ref, reason, details: { entries } },
        recordedBy,
      );
      await store.eraseSubject(ref, at);
      return { subjectRef: ref, erasedAt: at, entries, recorded: { stream: auditStream, sequence } };
    },

    async finishErasures() {
      const newest = await store.search(auditStream, { kind: 'erasure' }, { before: null, limit: 50 });
      for (const { subject, decidedAt } of newest) {
        if (subject !== null && (await store.subject(subject))?.erasedAt === null)
          await store.eraseSubject(subject, decidedAt);
      }
    },
  };
}

function erasureKey(ref: string): string {
  return `erasure:${ref}`;
}

async function findSubject(
  store: LedgerStore,
  secrets: Secrets,
  { subject, subjectRef }: Pick<ErasureRequest, 'subject' | 'subjectRef'>,
): Promise<SubjectRow | null> {
  if (subject !== undefined && subjectRef === undefined) {
    return store.subjectByLookup(lookupOf(secrets.secret('lookup'), subject));
  }
  if (subjectRef !== undefined && subject === undefined) return store.subject(subjectRef);
  const issues = [{ code: 'one_of', path: ['subject'], message: 'either subject or subjectRef must be given' }];
  throw new ProblemError('invalid_request', { params: { in: 'body' }, issues });
}

function unreadable(sequence: number): ProblemError {
  return new ProblemError('ledger_damaged', {
    detail: 'What was sealed in this entry, or the key to it, was changed in the store.',
    params: { sequence },
  });
}
