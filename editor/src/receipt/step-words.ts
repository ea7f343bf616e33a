import type { ReceiptStep } from '../../../engine/index.ts';

interface StepWords {
  /** What was looked at, as a statement that holds when the step passed. */
  passed: string;
  /** The same when nothing can be said. */
  unchecked: string;
  failed: string;
  /** For those who want to know how. */
  detail: string;
}

/** The steps of a verification in plain words. */
export const stepWords: Readonly<Record<ReceiptStep['step'], StepWords>> = {
  form: {
    passed: 'This is a receipt of Steward',
    failed: 'This is no receipt of Steward',
    unchecked: 'Whether this is a receipt',
    detail: 'The file has every part that a receipt needs, each in its form.',
  },
  entry: {
    passed: 'The decision is written as the ledger writes it',
    failed: 'The decision is not written as the ledger writes it',
    unchecked: 'Whether the decision is written as the ledger writes it',
    detail: 'Its text is canonical JSON (RFC 8785): the one form that has one hash (SHA-256).',
  },
  path: {
    passed: 'It stands in the ledger, word for word',
    failed: 'It does not stand in the ledger like this',
    unchecked: 'Whether it stands in the ledger',
    detail: 'From the hash of the decision, the proof leads to the root of the ledger’s tree (RFC 6962).',
  },
  signature: {
    passed: 'That state of the ledger was signed',
    failed: 'The signature does not hold',
    unchecked: 'Whether that state of the ledger was signed',
    detail: 'The root, the number of entries and the moment carry an Ed25519 signature (RFC 8032).',
  },
  key: {
    passed: 'The key belongs to this company’s hub',
    failed: 'The key is none that you trust',
    unchecked: 'Whose key it is was not checked',
    detail: 'The signing key is one that the hub publishes, or the one whose fingerprint you typed in.',
  },
};
