/**
 * A signed state of a stream: so many entries, under this root. Whoever keeps one can later prove that nothing before it
 * was changed or taken away.
 */
export interface Checkpoint {
  stream: string;
  /** Number of entries. */
  size: number;
  /** Root of the Merkle tree over the hashes of the first `size` entries, 64 hexadecimal digits. */
  root: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Id of the signing key: the first 16 hexadecimal digits of the SHA-256 of its public key. */
  keyId: string;
  /** Ed25519 over the canonical JSON of the members above, base64url. */
  signature: string;
}

/** A public key of the hub, by which its checkpoints are verified. */
export interface SigningKey {
  id: string;
  /** The 32 bytes of an Ed25519 public key, base64url. */
  publicKey: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** It signs nothing after this moment; null while in use. */
  retiredAt: string | null;
}

/**
 * One decision with the proof that it stands in the ledger as it is. Verified without the ledger, by `verifyReceipt`.
 * It holds nothing personal but ciphertext.
 */
export interface Receipt {
  format: 'steward-receipt';
  version: 1;
  /** The entry as it is hashed: canonical JSON. */
  entry: string;
  /** RFC 6962 audit path of the entry in the checkpoint's tree, from the leaf up, 64 hexadecimal digits each. */
  path: string[];
  checkpoint: Checkpoint;
  signingKey: SigningKey;
}

/** The end of a stream, signed with every commit, so that nobody adds to it or cuts it without the hub's key. */
export interface StreamHead {
  stream: string;
  /** Number of entries. */
  size: number;
  /** Hash of the last entry. */
  lastHash: string;
  /** Of the last entry. */
  recordedAt: string;
  keyId: string;
  /** Ed25519 over the canonical JSON of the members above but `keyId`, base64url. */
  signature: string;
}

/** A node of the Merkle tree that is complete: level 1 covers 256 leaves, level 2 65,536, and so on. */
export interface TileNode {
  level: number;
  /** From 0, left to right. */
  index: number;
  hash: string;
}
