import { createHash } from 'node:crypto';
import type { AppendCommit, EntryRow, StreamHead, SubjectRow, TileNode } from '../../hub/src/ledger/ledger.store.ts';
import type { Storage } from '../../hub/src/hub.ports.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const at = (second: number): string => new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString();

/** A row of the right form; its hash is nobody's concern here. */
export function entryRow(sequence: number, changes: Partial<EntryRow> = {}): EntryRow {
  const journey = changes.journey === undefined ? 'refunds' : changes.journey;
  const record = { kind: 'decision', journey: journey === null ? null : { id: journey, name: `Journey ${journey}` } };
  const entry = JSON.stringify({ record, sequence, text: 'ü 𝄞 "\\ \u0001' });
  return {
    sequence,
    entry,
    hash: sha256(`${entry}${sequence}`),
    kind: 'decision',
    recordKey: `key-${sequence}`,
    subject: `s_${sequence % 7}`,
    journey,
    step: 'Decide',
    tableId: 'limits',
    ruleId: `rule-${sequence % 3}`,
    outcome: 'refund',
    decidedAt: at(sequence),
    ...changes,
  };
}

export function headOf(stream: string, size: number, rows: readonly EntryRow[]): StreamHead {
  const lastHash = rows.at(-1)?.hash ?? sha256('');
  return { stream, size, lastHash, recordedAt: at(size), keyId: 'key-1', signature: `signature of ${size}` };
}

export function subjectRow(ref: string, changes: Partial<SubjectRow> = {}): SubjectRow {
  return {
    ref,
    lookup: `lookup of ${ref}`,
    wrappedKey: new TextEncoder().encode(`wrapped key of ${ref}`),
    masterKeyId: 'master-1',
    createdAt: at(0),
    erasedAt: null,
    ...changes,
  };
}

export interface Addition {
  count: number;
  row?: (sequence: number) => Partial<EntryRow>;
  subjects?: SubjectRow[];
  tiles?: TileNode[];
}

/** Appends so many rows after those that the stream has. */
export async function append(
  { ledger }: Pick<Storage, 'ledger'>,
  stream: string,
  { count, row = () => ({}), subjects = [], tiles = [] }: Addition,
): Promise<EntryRow[]> {
  let rows: EntryRow[] = [];
  await ledger.append(stream, async ({ head }) => {
    const size = head?.size ?? 0;
    rows = Array.from({ length: count }, (_, index) => entryRow(size + index + 1, row(size + index + 1)));
    return { rows, tiles, subjects, head: headOf(stream, size + count, rows) } satisfies AppendCommit;
  });
  return rows;
}
