import { createHash, createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto';
import {
  addLeaves,
  checkpointText,
  entryText,
  headText,
  inclusionPath,
  leafHash,
  previousOfFirst,
  rootOf,
  searchColumns,
  signingKeyId,
  type Checkpoint,
  type LedgerEntry,
  type LedgerRecord,
  type Receipt,
  type SigningKey,
  type StoredRow,
  type StreamHead,
} from '../../../engine/index.ts';
import { nodeCrypto } from './node-crypto.ts';

/** A key of a hub that exists in tests alone. */
export interface TestSigner {
  key: SigningKey;
  sign(text: string): string;
}

export function testSigner(name = 'hub'): TestSigner {
  const seed = createHash('sha256').update(name).digest();
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  return {
    key: { id: signingKeyId(publicKey) ?? '', publicKey, createdAt: '2026-11-22T00:00:00.000Z', retiredAt: null },
    sign: (text) => signBytes(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

export const hubKey = testSigner();
export const stream = 'decisions';

export function recordOf(sequence: number): LedgerRecord {
  if (sequence % 5 === 0) {
    return {
      kind: 'erasure',
      key: `erasure-${sequence}`,
      decidedAt: at(sequence),
      subject: `s_${sequence}`,
      actor: { id: 'p1', name: 'Ada Example' },
      reason: 'asked to be forgotten',
      details: {},
    };
  }
  return {
    kind: 'decision',
    key: `record-${sequence}`,
    decidedAt: at(sequence),
    day: null,
    subject: `s_${sequence % 3}`,
    journey: sequence % 2 === 0 ? null : { id: 'j1', name: 'Refunds' },
    step: 'Refund',
    execution: String(sequence),
    by: { kind: 'rules', name: 'Refund' },
    decision: {
      kind: 'table',
      outcome: { pay: sequence % 2 === 0, amount: sequence },
      reasons: [{ row: 'small', text: 'Small refunds are paid at once.' }],
      ruleId: 'small',
      matched: ['small'],
      tableId: 'refund',
      tableVersion: '1',
      tableDigest: `sha256:${'0'.repeat(64)}`,
    },
  };
}

export function at(sequence: number): string {
  return new Date(Date.UTC(2026, 10, 22) + sequence * 1000).toISOString();
}

export function rowOf(entry: LedgerEntry): StoredRow {
  const text = entryText(entry);
  if (!text.ok) throw new Error('the entry has no text');
  const columns = { sequence: entry.sequence, ...searchColumns(entry) };
  return { entry: text.value, hash: leafHash(text.value, nodeCrypto), columns };
}

export function entryOf(sequence: number, previous: string, changed: Partial<LedgerEntry> = {}): LedgerEntry {
  const recordedAt = at(sequence);
  const record = recordOf(sequence);
  return { v: 1, stream, sequence, previous, recordedAt, recordedBy: 'key:k1', record, sealed: 'AAAA', ...changed };
}

/** Rows 1 to `size`, as the hub writes them. */
export function rowsOf(size: number): StoredRow[] {
  const rows: StoredRow[] = [];
  for (let sequence = 1; sequence <= size; sequence++) {
    rows.push(rowOf(entryOf(sequence, rows.at(-1)?.hash ?? previousOfFirst)));
  }
  return rows;
}

export function headOf(rows: readonly StoredRow[], signer = hubKey): StreamHead {
  const size = rows.length;
  const head = { stream, size, lastHash: rows.at(-1)?.hash ?? previousOfFirst, recordedAt: at(size) };
  return { ...head, keyId: signer.key.id, signature: signer.sign(headText(head)) };
}

export function checkpointOf(rows: readonly StoredRow[], size = rows.length, signer = hubKey): Checkpoint {
  const hashes = rows.slice(0, size).map(({ hash }) => hash);
  const root = rootOf(addLeaves([], hashes, 0, nodeCrypto).open, nodeCrypto);
  const checkpoint = { stream, size, root, at: at(size), keyId: signer.key.id };
  return { ...checkpoint, signature: signer.sign(checkpointText(checkpoint)) };
}

export async function receiptOf(rows: readonly StoredRow[], sequence: number): Promise<Receipt> {
  const reader = { hashes: (_: number, from: number, until: number) => Promise.resolve(hashesOf(rows, from, until)) };
  return {
    format: 'steward-receipt',
    version: 1,
    entry: rows[sequence - 1]?.entry ?? '',
    path: await inclusionPath(rows.length, sequence - 1, reader),
    checkpoint: checkpointOf(rows),
    signingKey: hubKey.key,
  };
}

function hashesOf(rows: readonly StoredRow[], from: number, until: number): string[] {
  return rows.slice(from, until).map(({ hash }) => hash);
}
