import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { RangeVerifier, type StoredRow, type StreamHead, type VerifiedRange } from '../../../../engine/index.ts';
import { nodeCrypto } from '../../ledger/node-crypto.ts';
import { openToRead } from '../../operate/open-store.ts';
import type { StoreLocation } from '../../operate/store-location.ts';

/** A part of a stream for one thread. Plain data. */
export interface RangeTask {
  location: StoreLocation;
  stream: string;
  /** `from <= sequence < until`. */
  from: number;
  until: number;
  checkpointSizes: number[];
  /** What the signed head says of the last entry, for the last part. */
  signed: Pick<StreamHead, 'size' | 'lastHash'> | null;
}

/** What a thread tells: rows that it has looked at since it told last, and in the end what it found. */
export type RangeMessage = { checked: number } | { verified: VerifiedRange };

/** Reads a part of a stream from its store and verifies it. */
export async function verifyRange(task: RangeTask, checked: (rows: number) => void): Promise<VerifiedRange> {
  const { location, stream, from, checkpointSizes, signed } = task;
  const verifier = new RangeVerifier(stream, { from, checkpointSizes, crypto: nodeCrypto });
  for await (const rows of location.kind === 'sqlite' ? sqliteRows(location.file, task) : storedRows(task)) {
    verifier.add(rows);
    checked(rows.length);
  }
  return verifier.finish(signed);
}

/** The same in a thread of its own. */
export function verifyRangeInThread(task: RangeTask, checked: (rows: number) => void): Promise<VerifiedRange> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerProgram(), { workerData: task });
    worker.on('message', (message: RangeMessage) => {
      if ('checked' in message) checked(message.checked);
      else resolve(message.verified);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread of the verification ended with code ${code}`)));
  });
}

/** Beside the bundle where the command is built, beside this file in the sources. */
function workerProgram(): URL {
  const built = new URL('./verify-range.worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('./verify-range.worker.ts', import.meta.url);
}

const rowsPerPage = 1_000;
const columnNames =
  'entry, hash, sequence, kind, record_key, subject, journey, step, table_id, rule_id, outcome, decided_at';
type Columns = [string, string, number, string, string, ...(string | null)[]];

/**
 * Rows straight from the file, a page at a time: three times as fast as through the store, and nothing is written, so that a
 * file may be verified that nobody may change.
 */
function* sqliteRows(file: string, { stream, from, until }: RangeTask): Generator<StoredRow[]> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 30_000 });
  try {
    const statement = database.prepare(
      `select ${columnNames} from ledger_entries where stream = ? and sequence >= ? and sequence < ? order by sequence limit ?`,
    );
    statement.setReturnArrays(true);
    for (let next = from; next < until;) {
      const rows = statement.all(stream, next, until, rowsPerPage) as unknown as Columns[];
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(fromColumns);
      next = last[2] + 1;
    }
  } finally {
    database.close();
  }
}

function fromColumns(row: Columns): StoredRow {
  const [entry, hash, sequence, kind, recordKey, subject, journey, step, tableId, ruleId, outcome, decidedAt] =
    row as unknown as [string, string, number, ...string[]];
  return {
    entry,
    hash,
    columns: { sequence, kind, recordKey, subject, journey, step, tableId, ruleId, outcome, decidedAt } as NonNullable<
      StoredRow['columns']
    >,
  };
}

async function* storedRows({ location, stream, from, until }: RangeTask): AsyncGenerator<StoredRow[]> {
  const store = await openToRead(location);
  try {
    for await (const rows of store.storage.ledger.entries(stream, from, until))
      yield rows.map(({ entry, hash, ...columns }) => ({ entry, hash, columns }));
  } finally {
    await store.close();
  }
}
