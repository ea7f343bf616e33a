import { plainCrypto } from './audit-crypto.ts';
import { concludeVerification, type VerificationGrounds } from './conclude-verification.ts';
import { RangeVerifier } from './range-verifier.ts';
import { verifyHead } from './signed-text.ts';
import type { StoredRow, VerificationReport } from './verification.ts';

/** Verifies a whole stream while it is read. */
export interface StreamVerifier {
  /** Takes rows in the order in which they are stored, as many at a time as the caller likes. */
  add(rows: Iterable<StoredRow>): void;
  /** @param later grounds that were read after the rows: the head and checkpoints at the end of an export */
  finish(later?: Partial<VerificationGrounds>): VerificationReport;
}

export interface StreamOptions extends VerificationGrounds {
  /** Sizes of checkpoints that `finish` will be given. */
  checkpointSizes?: readonly number[];
}

/**
 * Verifies a stream from its first entry to its last. For a part, or for several threads, see `RangeVerifier`.
 * @param stream its name
 * @param options keys, head, checkpoints; the sizes of checkpoints have to be known before the rows
 * @returns takes rows, then gives the report: see `RangeVerifier` and `concludeVerification` for its codes
 * @example
 * const verifier = streamVerifier('decisions', { keys, head, checkpoints, crypto });
 * for await (const rows of store.entries('decisions', 1, head.size + 1)) verifier.add(rows);
 * const report = verifier.finish();
 */
export function streamVerifier(stream: string, options: StreamOptions): StreamVerifier {
  const { checkpoints = [], kept = [], checkpointSizes = [], filtered = false, crypto = plainCrypto } = options;
  const sizes = [...checkpointSizes, ...[...checkpoints, ...kept].map(({ size }) => size)];
  const range = new RangeVerifier(stream, { checkpointSizes: sizes, filtered, crypto });
  return {
    add(rows) {
      range.add(rows);
    },
    finish(later = {}) {
      const grounds = { ...options, ...later };
      const { head, keys } = grounds;
      const isSigned = head !== undefined && head !== null && keys.some((key) => verifyHead(head, key, crypto));
      const verified = range.finish(isSigned ? head : null);
      return concludeVerification(stream, [verified], grounds);
    },
  };
}
