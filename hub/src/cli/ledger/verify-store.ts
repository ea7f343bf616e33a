import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import {
  concludeVerification,
  signingKeyId,
  verifyHead,
  type Checkpoint,
  type SigningKey,
  type StreamHead,
  type VerificationReport,
} from '../../../../engine/index.ts';
import { nodeCrypto } from '../../ledger/node-crypto.ts';
import type { OpenStore } from '../../operate/open-store.ts';
import { UnwrapError, unwrap, type KeyRing } from '../../secrets/key-ring.ts';
import type { WrappedSecret } from '../../secrets/secret.store.ts';
import { placeOfSecret, signingNumber } from '../../secrets/secrets.service.ts';
import { isTrusted } from './trusted-keys.ts';
import { verifyRange, verifyRangeInThread, type RangeTask } from './verify-range.ts';

/** A signing key of the store, and what is known of whose it is. */
export interface KeyInStore extends SigningKey {
  /**
   * `own`: it was made with the hub's master key. `planted`: it was not. `unchecked`: no master key was at hand that could tell.
   */
  made: 'own' | 'planted' | 'unchecked';
}

export interface VerifyStoreOptions {
  /** Only this one. @default all, and those of `kept` */
  stream?: string | undefined;
  kept?: readonly Checkpoint[];
  /** The keys that are believed, as `readTrustedKeys` gives them. @default those of the store, but for planted ones */
  trusted?: readonly string[] | undefined;
  ring?: KeyRing | null;
  /** @default one per core, 4 at most */
  threads?: number;
  /** Fewer entries are not worth a thread of their own. @default 20_000 */
  entriesPerThread?: number;
  progress?(stream: string, checked: number, of: number): void;
}

export interface StoreVerification {
  streams: VerificationReport[];
  keys: KeyInStore[];
}

/** Verifies the streams of a store, which hubs may go on writing to. */
export async function verifyStore(store: OpenStore, options: VerifyStoreOptions = {}): Promise<StoreVerification> {
  const { kept = [], trusted, ring = null, stream: only } = options;
  const keys = await keysInStore(store, ring);
  const believed = keys.filter((key) => key.made !== 'planted' && (trusted === undefined || isTrusted(key, trusted)));
  const names = only === undefined ? await streamNames(store, kept) : [only];
  const streams: VerificationReport[] = [];
  for (const name of names) streams.push(await verifyOne(store, name, believed, options));
  return { streams, keys };
}

async function verifyOne(
  store: OpenStore,
  stream: string,
  keys: readonly SigningKey[],
  { kept = [], threads = Math.min(4, availableParallelism()), entriesPerThread = 20_000, progress }: VerifyStoreOptions,
): Promise<VerificationReport> {
  // In this order: whatever is added meanwhile is beyond what is looked at.
  const checkpoints = await store.storage.ledger.checkpoints(stream);
  const { head, last } = await extentOf(store, stream);
  const keptOfStream = kept.filter((checkpoint) => checkpoint.stream === stream);
  const checkpointSizes = [...checkpoints, ...keptOfStream].map(({ size }) => size);
  const isSigned = head !== null && keys.some((key) => verifyHead(head, key, nodeCrypto));
  const parts = Math.max(1, Math.min(threads, Math.floor(last / entriesPerThread)));
  const perPart = Math.ceil(last / parts);
  const tasks = Array.from({ length: parts }, (_, part): RangeTask => {
    const from = part * perPart + 1;
    const until = Math.min(last, (part + 1) * perPart) + 1;
    const signed = isSigned && part === parts - 1 ? { size: head.size, lastHash: head.lastHash } : null;
    return { location: store.location, stream, from, until, checkpointSizes, signed };
  });
  let checked = 0;
  const tell = (rows: number): void => progress?.(stream, (checked += rows), last);
  const verify = parts === 1 ? verifyRange : verifyRangeInThread;
  const ranges = await Promise.all(tasks.map((task) => verify(task, tell)));
  return concludeVerification(stream, ranges, { keys, head, checkpoints, kept: keptOfStream, crypto: nodeCrypto });
}

/** The head and the last sequence, as they were at one moment. */
async function extentOf(store: OpenStore, stream: string): Promise<{ head: StreamHead | null; last: number }> {
  const { rows } = await sql<{ last: number | string | null } & Record<string, string | number | null>>`
    select (select max(sequence) from ledger_entries where stream = ${stream}) as last, heads.*
    from (select 1 as one) as always left join ledger_streams as heads on heads.stream = ${stream}`.execute(
    store.database,
  );
  const row = rows[0] ?? { last: null };
  const { size, last_hash, recorded_at, key_id, signature } = row as Record<string, unknown>;
  const head: StreamHead | null =
    typeof last_hash === 'string'
      ? {
          stream,
          size: Number(size),
          lastHash: last_hash,
          recordedAt: String(recorded_at),
          keyId: String(key_id),
          signature: String(signature),
        }
      : null;
  return { head, last: Number(row.last ?? 0) };
}

/** Streams with a head, with entries, or with a checkpoint that somebody kept. */
async function streamNames(store: OpenStore, kept: readonly Checkpoint[]): Promise<string[]> {
  const names = new Set((await store.storage.ledger.heads()).map(({ stream }) => stream));
  for (const { stream } of kept) names.add(stream);
  // From one name to the next, so that nobody reads a million entries to learn of two streams.
  for (let name = ''; ; names.add(name)) {
    const { rows } = await sql<{ name: string | null }>`
      select min(stream) as name from ledger_entries where stream > ${name}`.execute(store.database);
    const next = rows[0]?.name ?? null;
    if (next === null) break;
    name = next;
  }
  return [...names].sort();
}

async function keysInStore({ storage }: OpenStore, ring: KeyRing | null): Promise<KeyInStore[]> {
  const secrets = await storage.secrets.all();
  const opened = new Set(ring === null ? [] : secrets.filter((secret) => opens(ring, secret)).map(({ name }) => name));
  return secrets
    .filter((secret) => signingNumber(secret) > 0)
    .sort((a, b) => signingNumber(a) - signingNumber(b))
    .map(({ name, publicPart, createdAt, retiredAt }) => ({
      id: signingKeyId(publicPart) ?? '',
      publicKey: publicPart,
      createdAt,
      retiredAt,
      // A master key that opens nothing at all is that of another store, and says nothing.
      made: opened.size === 0 ? 'unchecked' : opened.has(name) ? 'own' : 'planted',
    }));
}

function opens(ring: KeyRing, secret: WrappedSecret): boolean {
  try {
    unwrap(ring, secret, placeOfSecret(secret));
    return true;
  } catch (error) {
    if (error instanceof UnwrapError) return false;
    throw error;
  }
}
