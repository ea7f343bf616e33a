import { verifyHead } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { Secrets } from '../secrets/secrets.service.ts';

import type { StreamHead } from './ledger.store.ts';
import { nodeCrypto } from './node-crypto.ts';

/** The end of a stream is not as this hub, or another on the same store, has left it. Nothing is added to such a stream. */
export class StreamDamaged extends ProblemError {
  readonly why: string;

  constructor(stream: string, why: string) {
    super('ledger_damaged', { detail: advice, params: { stream, why } });
    this.why = why;
  }
}

const advice =
  'Nothing is added to this stream. Verify it with `steward ledger verify`, keep a copy of the store, and restore a backup.';

export function signedByStranger(stream: string, keyId: string): StreamDamaged {
  return new StreamDamaged(stream, `its end is signed by the unknown key ${keyId}`);
}

/** The head is signed by a key that this process has not seen: another hub may have made it since. */
export class UnknownSigningKey extends Error {}

/**
 * Holds the end of a stream against its signature, so that nothing is added to one that somebody has added to or cut.
 * @param openTiles as `AppendView.openTiles` gives them
 * @throws StreamDamaged, UnknownSigningKey
 */
export function checkHead(
  secrets: Pick<Secrets, 'signingKey'>,
  stream: string,
  head: StreamHead | null,
  openTiles: readonly (readonly string[])[],
): void {
  if (head === null) {
    if (openTiles.some((level) => level.length > 0))
      throw new StreamDamaged(stream, 'it has entries, but no signed end');
    return;
  }
  checkSignature(secrets, head);
  checkTiles(stream, head, openTiles);
}

/**
 * An end that was signed once is still well signed when somebody sets the stream back to it.
 * @param least entries that the stream is known to have had
 * @throws StreamDamaged
 */
export function checkLength(stream: string, head: StreamHead | null, least: number): void {
  const size = head?.size ?? 0;
  if (size < least) throw new StreamDamaged(stream, `it has ${size} entries, and had ${least}`);
}

/** @throws StreamDamaged, UnknownSigningKey */
export function checkSignature(secrets: Pick<Secrets, 'signingKey'>, head: StreamHead): void {
  const key = secrets.signingKey(head.keyId);
  if (key === null) throw new UnknownSigningKey(head.keyId);
  if (!verifyHead(head, key, nodeCrypto)) throw new StreamDamaged(head.stream, 'the signature of its end is wrong');
}

/** Each level has as many nodes after its last complete tile as the size says, and the last leaf is the last entry. */
function checkTiles(stream: string, { size, lastHash }: StreamHead, openTiles: readonly (readonly string[])[]): void {
  let covered = 1;
  for (let level = 0; covered <= size || level < openTiles.length; level++, covered *= 256) {
    const expected = Math.floor(size / covered) % 256;
    if ((openTiles[level]?.length ?? 0) !== expected) {
      throw new StreamDamaged(stream, `entries or tiles (level ${level}) are missing or too many`);
    }
  }
  const last = openTiles[0]?.at(-1);
  if (last !== undefined && last !== lastHash) throw new StreamDamaged(stream, 'its last entry is another one');
}
