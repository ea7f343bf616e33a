import { canonicalJson } from '../digest/canonical-json.ts';
import { errorIssue, type Issue } from '../issue.ts';
import type { JsonValue } from '../json.ts';
import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import type { Checkpoint, Receipt, SigningKey } from './checkpoint.ts';
import { leafHash } from './entry-text.ts';
import type { LedgerEntry } from './entry.ts';
import { readEntry } from './read-entry.ts';
import { readReceipt } from './read-receipt.ts';
import { checkpointText, signingKeyId } from './signed-text.ts';
import { rootFromPath } from './verify-proof.ts';

/** What is looked at in a receipt, in this order. */
export const receiptSteps = ['form', 'entry', 'path', 'signature', 'key'] as const;
export type ReceiptStepName = (typeof receiptSteps)[number];

export interface ReceiptStep {
  /**
   * `form`: it is a receipt. `entry`: its entry is one of the ledger, written in the one form that has one hash, and stands
   * in the stream and among the entries that the checkpoint speaks of. `path`: from the entry's hash the path leads to the
   * checkpoint's root. `signature`: the checkpoint was signed by the key in the receipt. `key`: that key is one of those
   * that the reader trusts.
   */
  step: ReceiptStepName;
  /** `unchecked`: an earlier step failed, or no trusted keys were given. */
  state: 'passed' | 'failed' | 'unchecked';
  issues: Issue[];
}

export interface ReceiptReport {
  /** No step failed. Whose key it is stands in `key`: unless that step passed, a reader has to compare it. */
  ok: boolean;
  steps: ReceiptStep[];
  /** The decision; null when the receipt holds none that can be read. */
  entry: LedgerEntry | null;
  /** Hash of the entry; null likewise. */
  hash: string | null;
  checkpoint: Checkpoint | null;
  signingKey: SigningKey | null;
}

export interface VerifyReceiptOptions {
  /**
   * The keys that the reader trusts, as the hub publishes them: each by its id, or better by the whole public key, since an
   * id is 64 bits of its hash. Without them the step `key` is `unchecked`.
   */
  trustedKeyIds?: readonly string[];
  crypto?: AuditCrypto;
}

/**
 * Verifies a receipt without the ledger: that the decision in it stood in the ledger, word for word, when the hub signed
 * the checkpoint.
 * @param value what was handed in: an object, or its JSON as text; anything else fails the first step, nothing throws
 * @param options the keys that the reader trusts
 * @returns a report in steps. Issues: those of `readReceipt`; `receipt_entry_unreadable`, `receipt_entry_not_canonical`,
 *   `receipt_other_stream`, `receipt_beyond_checkpoint`; `receipt_path_wrong`; `receipt_signature_wrong`,
 *   `receipt_key_differs`, `receipt_key_retired`; `receipt_key_unknown`
 * @example verifyReceipt(receipt, { trustedKeyIds: ['21fe31dfa154a261'] }).ok
 * @source RFC 6962, 2.1.1 (audit paths); RFC 8032 (Ed25519)
 */
export function verifyReceipt(value: unknown, options: VerifyReceiptOptions = {}): ReceiptReport {
  const { crypto = plainCrypto, trustedKeyIds } = options;
  const read = readReceipt(value);
  if (!read.ok) return unreadable(read.issues);
  const receipt = read.value;
  const entry = readEntry(receipt.entry);
  const hash = leafHash(receipt.entry, crypto);
  const entryIssues =
    entry === null ? [errorIssue('receipt_entry_unreadable', ['entry'])] : issuesOfEntry(entry, receipt);
  const steps: ReceiptStep[] = [
    stepOf('form', []),
    stepOf('entry', entryIssues),
    entry === null ? unchecked('path') : stepOf('path', issuesOfPath(entry, hash, receipt, crypto)),
    stepOf('signature', issuesOfSignature(receipt, crypto)),
    trustedKeyIds === undefined ? unchecked('key') : stepOf('key', issuesOfKey(receipt, trustedKeyIds)),
  ];
  const { checkpoint, signingKey } = receipt;
  return { ok: steps.every(({ state }) => state !== 'failed'), steps, entry, hash, checkpoint, signingKey };
}

function unreadable(issues: Issue[]): ReceiptReport {
  const steps = receiptSteps.map((step) => (step === 'form' ? stepOf(step, issues) : unchecked(step)));
  return { ok: false, steps, entry: null, hash: null, checkpoint: null, signingKey: null };
}

function stepOf(step: ReceiptStepName, issues: Issue[]): ReceiptStep {
  return { step, state: issues.length === 0 ? 'passed' : 'failed', issues };
}

function unchecked(step: ReceiptStepName): ReceiptStep {
  return { step, state: 'unchecked', issues: [] };
}

function issuesOfEntry(entry: LedgerEntry, { entry: text, checkpoint }: Receipt): Issue[] {
  const issues: Issue[] = [];
  const canonical = canonicalJson(entry as unknown as JsonValue);
  if (!canonical.ok || canonical.value !== text) issues.push(errorIssue('receipt_entry_not_canonical', ['entry']));
  const { stream, sequence } = entry;
  if (stream !== checkpoint.stream) {
    issues.push(errorIssue('receipt_other_stream', ['entry'], { stream, signed: checkpoint.stream }));
  }
  if (sequence < 1 || sequence > checkpoint.size) {
    issues.push(errorIssue('receipt_beyond_checkpoint', ['entry'], { sequence, size: checkpoint.size }));
  }
  return issues;
}

function issuesOfPath({ sequence }: LedgerEntry, hash: string, receipt: Receipt, crypto: AuditCrypto): Issue[] {
  const { path, checkpoint } = receipt;
  const root = rootFromPath(checkpoint.size, sequence - 1, hash, path, crypto);
  return root === checkpoint.root ? [] : [errorIssue('receipt_path_wrong', ['path'])];
}

function issuesOfSignature({ checkpoint, signingKey }: Receipt, crypto: AuditCrypto): Issue[] {
  const { id, publicKey, retiredAt } = signingKey;
  if (checkpoint.keyId !== id || signingKeyId(publicKey) !== id) {
    return [errorIssue('receipt_key_differs', ['signingKey', 'id'], { named: checkpoint.keyId })];
  }
  if (!crypto.verify(checkpointText(checkpoint), checkpoint.signature, publicKey)) {
    return [errorIssue('receipt_signature_wrong', ['checkpoint', 'signature'])];
  }
  return retiredAt !== null && Date.parse(checkpoint.at) > Date.parse(retiredAt)
    ? [errorIssue('receipt_key_retired', ['checkpoint', 'at'], { at: checkpoint.at, retiredAt })]
    : [];
}

function issuesOfKey({ signingKey: { id, publicKey } }: Receipt, trusted: readonly string[]): Issue[] {
  const ownId = signingKeyId(publicKey);
  const isTrusted = ownId !== null && (trusted.includes(publicKey) || trusted.includes(ownId));
  return isTrusted ? [] : [errorIssue('receipt_key_unknown', ['signingKey', 'id'], { keyId: ownId ?? id })];
}
