import { createReadStream } from 'node:fs';
import { exportReader, isJsonObject, type SigningKey } from '../../../../engine/index.ts';
import { nodeCrypto } from '../../ledger/node-crypto.ts';
import { UsageError } from '../command.ts';
import { reasonOf } from '../reason-of.ts';
import { isTrusted } from './trusted-keys.ts';
import type { StoreVerification, VerifyStoreOptions } from './verify-store.ts';

export type VerifyExportOptions = Pick<VerifyStoreOptions, 'stream' | 'kept' | 'trusted' | 'progress'>;

/** Verifies an export of a stream, as JSON lines. */
export async function verifyExport(file: string, options: VerifyExportOptions): Promise<StoreVerification> {
  const { stream: only, kept = [], trusted, progress } = options;
  const { stream, signingKeys } = await beginningOf(file);
  if (only !== undefined && only !== stream) throw new UsageError(`${file} holds the stream ${stream}, not ${only}.`);
  const reader = exportReader({
    ...(trusted !== undefined && { keys: signingKeys.filter((key) => isTrusted(key, trusted)) }),
    kept: kept.filter((checkpoint) => checkpoint.stream === stream),
    crypto: nodeCrypto,
  });
  for await (const text of textOf(file)) {
    reader.add(text);
    progress?.(stream, reader.entries, 0);
  }
  const made = 'unchecked' as const;
  return { streams: [reader.finish().report], keys: signingKeys.map((key) => ({ ...key, made })) };
}

/** Longer than any first line: it holds the sizes of all checkpoints. */
const longestHeader = 64 * 1024 * 1024;

/** Stream and keys, as the first line says; a file without such a line is no export. */
async function beginningOf(file: string): Promise<{ stream: string; signingKeys: SigningKey[] }> {
  let text = '';
  for await (const piece of textOf(file)) {
    text += piece;
    if (text.includes('\n') || text.length > longestHeader) break;
  }
  const header = parse(text.split('\n', 1)[0] ?? '');
  if (!isJsonObject(header) || header['format'] !== 'steward-ledger' || typeof header['stream'] !== 'string') {
    throw new UsageError(
      `${file} is no export of a ledger: its first line does not say "format": "steward-ledger". CSV is for reading; export JSON lines to verify.`,
    );
  }
  const keys = header['signingKeys'];
  return {
    stream: header['stream'],
    signingKeys: (Array.isArray(keys) ? keys.filter(isJsonObject) : []) as unknown as SigningKey[],
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function* textOf(file: string): AsyncGenerator<string> {
  try {
    yield* createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 }) as AsyncIterable<string>;
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}
