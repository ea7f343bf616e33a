import { createReadStream } from 'node:fs';
import { auditStream, type EventRecord, type LedgerEntry } from '../../../engine/index.ts';
import { UsageError } from '../cli/command.ts';
import { verifyExport } from '../cli/ledger/verify-export.ts';
import { readLines } from '../cli/read-lines.ts';
import type { CliStreams } from '../cli/streams.ts';
import type { Storage } from '../hub.ports.ts';
import type { Ledger } from '../ledger/ledger.service.ts';

/** An erasure as the audit stream records it. */
export interface RecordedErasure {
  subjectRef: string;
  reason: string;
  actor: EventRecord['actor'];
}

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
      if (entry?.record.kind !== 'erasure' || entry.record.subject === null) continue;
      const { subject, reason, actor } = entry.record;
      erasures.push({ subjectRef: subject, reason: reason ?? 'not said', actor });
    }
  }
  streams.note(`${file} records ${erasures.length} erasures.\n`);
  return erasures;
}

/** The longest reason that is recorded. */
const longestReason = 500;

/** Erases people again whom a restored backup still knows; each is recorded, as every erasure is. */
export async function reapplyErasures(
  { ledger: store }: Pick<Storage, 'ledger'>,
  ledger: Pick<Ledger, 'erase'>,
  erasures: readonly RecordedErasure[],
): Promise<{ erased: number; unknown: number }> {
  let [erased, unknown] = [0, 0];
  for (const { subjectRef, reason, actor } of erasures) {
    const subject = await store.subject(subjectRef);
    if (subject === null) unknown += 1;
    if (subject === null || subject.erasedAt !== null) continue;
    const again = `Again, after a backup was restored: ${reason}`.slice(0, longestReason);
    const { id, name } = actor ?? { id: 'hub', name: 'Steward hub' };
    await ledger.erase({ subjectRef, reason: again }, { id, name, recordedBy: 'hub' });
    erased += 1;
  }
  return { erased, unknown };
}
