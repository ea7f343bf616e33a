import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { auditStream, type EventRecord, type LedgerEntry } from '../../../engine/index.ts';
import { UsageError } from '../cli/command.ts';
import { verifyExport } from '../cli/ledger/verify-export.ts';
import { readLines } from '../cli/read-lines.ts';
import type { CliStreams } from '../cli/streams.ts';
import type { Storage } from '../hub.ports.ts';
import { eraseAgain } from '../identity/erase-again.ts';
import type { Identity } from '../identity/identity.service.ts';
import type { Ledger } from '../ledger/ledger.service.ts';

/** An erasure as the audit stream records it: of a person whom decisions are about, or of a customer's profile. */
export type RecordedErasure = { reason: string; actor: EventRecord['actor'] } & (
  { subjectRef: string } | { profileId: string; records: string[] }
);

/**
 * The erasures that an export of the audit stream records.
 * @param trusted public keys whose signature is believed: an export brings its own along, and whoever forges one could have
 *   anybody erased
 * @throws UsageError when it is another export, or does not verify by these keys
 */
export async function readErasures(
  file: string,
  trusted: readonly string[],
  streams: CliStreams,
): Promise<RecordedErasure[]> {
  const { streams: reports } = await verifyExport(file, { stream: auditStream, trusted: [...trusted] });
  if (!reports.every(({ ok }) => ok))
    throw new UsageError(
      `${file} does not verify by the keys of the backup: see steward ledger verify --export ${file}. If the hub got a new signing key since the backup, name that key by --key. Nothing was done.`,
    );
  const erasures: RecordedErasure[] = [];
  for await (const lines of readLines(createReadStream(file))) {
    for (const { text } of lines) {
      const { entry } = JSON.parse(text || '{}') as { entry?: LedgerEntry };
      const erased = entry && whatWasErased(entry.record);
      if (erased) erasures.push(erased);
    }
  }
  streams.note(`${file} records ${erasures.length} erasures.\n`);
  return erasures;
}

function whatWasErased(record: LedgerEntry['record']): RecordedErasure | null {
  if (record.kind === 'decision') return null;
  const { kind, subject, actor, details } = record;
  const reason = record.reason ?? 'not said';
  if (kind === 'erasure' && subject !== null) return { subjectRef: subject, reason, actor };
  const { profile, names } = details;
  if (kind !== 'profile-erased' || typeof profile !== 'string' || !Array.isArray(names)) return null;
  return { profileId: profile, records: names.filter((name) => typeof name === 'string'), reason, actor };
}

/** The longest reason that is recorded. */
const longestReason = 500;

/** Erases people and profiles again that a restored backup still knows; each is recorded, as every erasure is. */
export async function reapplyErasures(
  { ledger: store, identity: graph }: Pick<Storage, 'ledger' | 'identity'>,
  { ledger, identity }: { ledger: Pick<Ledger, 'erase'>; identity: Pick<Identity, 'erase'> },
  erasures: readonly RecordedErasure[],
): Promise<{ erased: number; profiles: number; unknown: number }> {
  const done = { erased: 0, profiles: 0, unknown: 0 };
  for (const erasure of erasures) {
    const reason = `Again, after a backup was restored: ${erasure.reason}`.slice(0, longestReason);
    const staff = { ...(erasure.actor ?? { id: 'hub', name: 'Steward hub' }), recordedBy: 'hub' };
    if ('profileId' in erasure) {
      const by = { staff, at: new Date().toISOString(), newId: () => randomBytes(16).toString('base64url') };
      if (await eraseAgain(graph, identity, { ...erasure, reason }, by)) done.profiles += 1;
      else done.unknown += 1;
      continue;
    }
    const { subjectRef } = erasure;
    const subject = await store.subject(subjectRef);
    if (subject === null) done.unknown += 1;
    if (subject === null || subject.erasedAt !== null) continue;
    await ledger.erase({ subjectRef, reason }, staff);
    done.erased += 1;
  }
  return done;
}
