/** A secret of the hub, wrapped by a master key. */
export interface WrappedSecret {
  /** `lookup`, `session`, or `signing:1`, `signing:2` …: one signing key after the other, so that hubs agree on the next. */
  name: string;
  wrapped: Uint8Array;
  masterKeyId: string;
  /** What may be known of it, such as the public key of a signing key; empty otherwise. */
  publicPart: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  retiredAt: string | null;
}

/** Secrets that all hubs on one store share. */
export interface SecretStore {
  all(): Promise<WrappedSecret[]>;
  /** Keeps the first secret of a name, whoever of several hubs comes first; returns the one that is kept. */
  putIfAbsent(secret: WrappedSecret): Promise<WrappedSecret>;
  /** Puts newly wrapped secrets in place of the old ones, all or none. */
  rewrap(secrets: readonly Pick<WrappedSecret, 'name' | 'wrapped' | 'masterKeyId'>[]): Promise<void>;
  retire(name: string, at: string): Promise<void>;
}
