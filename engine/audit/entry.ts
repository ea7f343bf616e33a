import type { Decision } from '../decision/decision.ts';
import type { JsonObject } from '../json.ts';

/**
 * One entry of a stream of the ledger. What is hashed and signed is its canonical JSON, byte for byte as stored; its hash
 * is the leaf hash of RFC 6962, and the next entry carries it as `previous`, so that one hash is link of the chain and
 * leaf of the tree.
 */
export interface LedgerEntry {
  v: 1;
  stream: string;
  /** 1, 2, 3 …; the leaf's index in the tree is one less. */
  sequence: number;
  /** Hash of the entry before, 64 hexadecimal digits; of the first entry 64 zeros. */
  previous: string;
  /** ISO 8601, UTC, with milliseconds; never before that of the entry before. */
  recordedAt: string;
  /** Who recorded it: `key:<id>`, `person:<id>` or `hub`. */
  recordedBy: string;
  record: LedgerRecord;
  /** base64url: what only the subject's key opens (`SealedContent`). Absent when there is nothing personal. */
  sealed?: string;
}

export type LedgerRecord = DecisionRecord | EventRecord;

/** Where a decision was made. */
export interface RecordSource {
  /** The workflow of n8n, or whatever made it. */
  journey: { id: string; name: string } | null;
  /** Name of the step. */
  step: string;
  /** The workflow's execution, as n8n numbers it. */
  execution: string | null;
  /** What decided. `rules`: a table or a branch; `person`, `model`, `system`: as the Decision Log node is told. */
  by: { kind: 'rules' | 'person' | 'model' | 'system'; name: string };
}

/** A decision, without anything personal. */
export interface DecisionRecord extends RecordSource {
  kind: 'decision';
  /** The caller's idempotency key. */
  key: string;
  decidedAt: string;
  day: string | null;
  /** The person as the ledger names them: a random name, from which nobody learns who it is. */
  subject: string;
  decision: Decision;
}

/** What was done to the ledger, to the access to it, or to what is known of who a customer is. */
export const eventKinds = [
  'erasure',
  'inputs-opened',
  'export',
  'signing-key-created',
  'master-key-rotated',
  'api-key-created',
  'api-key-revoked',
  'roles-changed',
  'profiles-merged',
  'profile-split',
  'review-answered',
  'identity-change-undone',
  'identity-policy-changed',
  'profile-erased',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface EventRecord {
  kind: EventKind;
  key: string;
  decidedAt: string;
  /** The person concerned, as the ledger names them. */
  subject: string | null;
  /** The member of staff, or null for the hub itself. */
  actor: { id: string; name: string } | null;
  reason: string | null;
  details: JsonObject;
}

/** What `sealed` holds, as canonical JSON. */
export interface SealedContent {
  /** The person as the caller names them. */
  subject: string | null;
  inputs: JsonObject;
  note?: string;
}
