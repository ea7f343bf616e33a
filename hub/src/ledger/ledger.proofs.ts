import {
  consistencyPath,
  inclusionPath,
  leafHash,
  rootFromPath,
  verifyCheckpoint,
  type Checkpoint,
  type Receipt,
  type SigningKey,
} from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import { treeReader, type Checkpoints } from './ledger.checkpoints.ts';
import { rowAt } from './ledger.reading.ts';
import type { LedgerStore } from './ledger.store.ts';
import { nodeCrypto } from './node-crypto.ts';

export interface ProofPorts {
  store: LedgerStore;
  secrets: Secrets;
  checkpoints: Checkpoints;
}

export interface ConsistencyProof {
  from: number;
  to: number;
  path: string[];
}

/** What convinces somebody who does not trust the hub. */
export interface LedgerProofs {
  /** @throws ProblemError `entry_not_found`, `ledger_damaged` */
  receipt(stream: string, sequence: number): Promise<Receipt>;
  /**
   * The newest checkpoint; made when there is none, or none that covers `minSize` entries.
   * @throws ProblemError `stream_not_found`, `entry_not_found` when the stream is shorter
   */
  newestCheckpoint(stream: string, minSize?: number): Promise<Checkpoint>;
  /** @throws ProblemError `invalid_request`, `entry_not_found` when the stream is shorter */
  consistency(stream: string, from: number, to: number): Promise<ConsistencyProof>;
  signingKeys(): Promise<SigningKey[]>;
}

export function ledgerProofs({ store, secrets, checkpoints }: ProofPorts): LedgerProofs {
  const keyOf = async (id: string): Promise<SigningKey> => {
    if (secrets.signingKey(id) === null) await secrets.refresh();
    const key = secrets.signingKey(id);
    if (key === null) throw damaged('A checkpoint is signed by a key that is none of the hub’s.');
    return key;
  };

  return {
    async receipt(stream, sequence) {
      const row = await rowAt(store, stream, sequence);
      const checkpoint = await checkpoints.covering(stream, sequence);
      if (checkpoint === null) throw damaged('The entry stands beyond the signed end of its stream.');
      const path = await inclusionPath(checkpoint.size, sequence - 1, treeReader(store, stream), nodeCrypto);
      const signingKey = await keyOf(checkpoint.keyId);
      // Nobody is given a receipt that does not hold.
      const root = rootFromPath(checkpoint.size, sequence - 1, leafHash(row.entry, nodeCrypto), path, nodeCrypto);
      if (root !== checkpoint.root || !verifyCheckpoint(checkpoint, signingKey, nodeCrypto)) {
        throw damaged('The entry is not the one that was signed.');
      }
      return { format: 'steward-receipt', version: 1, entry: row.entry, path, checkpoint, signingKey };
    },

    async newestCheckpoint(stream, minSize = 1) {
      const newest = await store.newestCheckpoint(stream);
      if (newest !== null && newest.size >= minSize) return newest;
      const made = await checkpoints.make(stream);
      if (made === null) throw new ProblemError('stream_not_found');
      if (made.size < minSize) throw new ProblemError('entry_not_found');
      return made;
    },

    async consistency(stream, from, to) {
      const head = await store.head(stream);
      if (head === null) throw new ProblemError('stream_not_found');
      if (from > to) throw notBefore();
      if (to > head.size) throw new ProblemError('entry_not_found');
      return { from, to, path: await consistencyPath(from, to, treeReader(store, stream), nodeCrypto) };
    },

    async signingKeys() {
      await secrets.refresh();
      return secrets.signingKeys();
    },
  };
}

function notBefore(): ProblemError {
  const issues = [{ code: 'not_before', path: ['from'], message: 'must not be greater than to' }];
  return new ProblemError('invalid_request', { params: { in: 'querystring' }, issues });
}

function damaged(detail: string): ProblemError {
  return new ProblemError('ledger_damaged', { detail });
}
