import type { EventKind, JsonObject } from '../../../engine/index.ts';

/** Something that was done to who may do what, for the ledger's audit stream. */
export interface AccessEvent {
  /** The same key again is the same event: it is recorded once. */
  key: string;
  kind: Extract<EventKind, 'api-key-created' | 'api-key-revoked' | 'roles-changed'>;
  /** ISO 8601, UTC. */
  at: string;
  /** Null: somebody at the hub's own command line. */
  actor: { id: string; name: string } | null;
  /** No secret, and nothing personal but the ids of staff. */
  details: JsonObject;
}

/** Resolves when the event is on disk. An event with a key that is recorded already is left as it was recorded first. */
export type RecordAccess = (event: AccessEvent) => Promise<void>;
