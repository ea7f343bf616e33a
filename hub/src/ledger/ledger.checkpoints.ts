import {
  checkpointText,
  rootOf,
  type Checkpoint,
  type OpenTiles,
  type StreamHead,
  type TreeReader,
} from '../../../engine/index.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import { checkSignature, signedByStranger, StreamDamaged } from './head-check.ts';
import type { LedgerStore } from './ledger.store.ts';
import { nodeCrypto } from './node-crypto.ts';

/** Leaves and nodes under a node of the level above. */
const tileWidth = 256;

export interface CheckpointPorts {
  store: LedgerStore;
  secrets: Secrets;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Reads the hashes of a stream's tree from its store. */
export function treeReader(store: LedgerStore, stream: string): TreeReader {
  return {
    hashes: (level, from, until) =>
      level === 0 ? store.leafHashes(stream, from, until) : store.tileHashes(stream, level, from, until),
  };
}

/** Signs the state of streams. */
export class Checkpoints {
  readonly #ports: CheckpointPorts;
  readonly #making = new Map<string, Promise<Checkpoint | null>>();

  constructor(ports: CheckpointPorts) {
    this.#ports = ports;
  }

  /** A checkpoint that covers so many entries, made when there is none yet; null when the stream is shorter. */
  async covering(stream: string, size: number): Promise<Checkpoint | null> {
    const known = await this.#ports.store.checkpointFrom(stream, size);
    if (known !== null) return known;
    const made = await this.make(stream);
    return made !== null && made.size >= size ? made : null;
  }

  /**
   * Signs the stream as it is now; the newest checkpoint when nothing was added since, null for an empty stream.
   * @throws StreamDamaged
   */
  make(stream: string): Promise<Checkpoint | null> {
    // One after the other: what is being made may be older than what the caller has just read.
    const before = this.#making.get(stream) ?? Promise.resolve(null);
    const making = before.catch(() => null).then(() => this.#make(stream));
    this.#making.set(stream, making);
    return making;
  }

  async #make(stream: string): Promise<Checkpoint | null> {
    const { store, secrets, now } = this.#ports;
    const [head, newest] = await Promise.all([store.head(stream), store.newestCheckpoint(stream)]);
    if (head === null) return null;
    if (newest !== null && newest.size >= head.size) return newest;
    if (secrets.signingKey(head.keyId) === null) await secrets.refresh();
    if (secrets.signingKey(head.keyId) === null) throw signedByStranger(stream, head.keyId);
    checkSignature(secrets, head);
    await this.#checkEarlier(stream, newest);
    const { keyId, sign } = secrets.signer();
    const unsigned = {
      stream,
      size: head.size,
      root: await this.#rootAt(head),
      at: laterOf(new Date(now()).toISOString(), head.recordedAt),
      keyId,
    };
    await store.addCheckpoint({ ...unsigned, signature: sign(checkpointText(unsigned)) });
    // Another hub may have been first; whichever is kept is the one that counts.
    return store.checkpointFrom(stream, head.size);
  }

  /** Nothing is signed that contradicts what was signed before. */
  async #checkEarlier(stream: string, newest: Checkpoint | null): Promise<void> {
    if (newest === null) return;
    if ((await this.#rootAt(newest)) !== newest.root) {
      throw new StreamDamaged(stream, `entries before the checkpoint at ${newest.size} are not those that it covers`);
    }
  }

  async #rootAt({ stream, size }: Pick<StreamHead, 'stream' | 'size'>): Promise<string> {
    return rootOf(await openTilesAt(treeReader(this.#ports.store, stream), size), nodeCrypto);
  }
}

/** What was not under a complete tile when the stream had so many entries. */
async function openTilesAt(reader: TreeReader, size: number): Promise<OpenTiles> {
  const levels: Promise<string[]>[] = [];
  for (let level = 0, nodes = size; nodes > 0; level++, nodes = Math.floor(nodes / tileWidth)) {
    levels.push(reader.hashes(level, nodes - (nodes % tileWidth), nodes));
  }
  return Promise.all(levels);
}

/** A clock that is set back does not turn the ledger's time around. */
export function laterOf(now: string, last: string | undefined): string {
  return last !== undefined && last > now ? last : now;
}
