import type { IdentityStore } from './identity.store.ts';

/** What the identity graph needs from outside. */
export interface IdentityPorts {
  store: IdentityStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** A name that nothing else bears: letters, digits, `_` and `-`. */
  newId(): string;
  /** Keyed hash by which something is found without being readable. */
  lookupOf(text: string): string;
  /** Told when changes wait to be recorded in the ledger; resolves when it was tried. */
  afterChange(): Promise<void>;
}
