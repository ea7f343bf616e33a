import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Checkpoint, Receipt } from '../../engine/index.ts';
import { configuredKeys } from '../../hub/src/operate/configured-keys.ts';
import { openLedgerOf } from '../../hub/src/operate/open-ledger.ts';
import { openOrMakeStore } from '../../hub/src/operate/open-store.ts';
import { appendRequest } from '../load/decision-records.ts';

export interface SampleLedger {
  /** The SQLite file; `master.key` lies beside it. */
  file: string;
  receipt: Receipt;
  /** Of the whole stream as it was made. */
  checkpoint: Checkpoint;
}

/** A store with so many decisions about a few people, one of whom was erased; recorded by the ledger itself. */
export async function sampleLedger(file: string, records: number): Promise<SampleLedger> {
  const location = { kind: 'sqlite', file } as const;
  const store = await openOrMakeStore(location);
  const ledger = await openLedgerOf(store, configuredKeys(location, {}), (line) => {
    throw new Error(line);
  });
  for (let from = 0; from < records; from += 100) {
    const count = Math.min(100, records - from);
    await ledger.append(appendRequest({ from, count, prefix: 'sample', people: 20 }), 'key:sample');
    await ledger.checkpoint();
  }
  const staff = { id: 'ada', name: 'Ada', recordedBy: 'person:ada' };
  await ledger.erase({ subject: 'customer-1@example.com', reason: 'asked to be forgotten' }, staff);
  const receipt = await ledger.receipt('decisions', Math.ceil(records / 2));
  const checkpoint = await ledger.newestCheckpoint('decisions', records);
  await ledger.close();
  await store.close();
  return { file, receipt, checkpoint };
}

/** The same store in another folder, in which somebody who owns the database may do what they like. */
export function tamperedCopy(file: string, folder: string, tamper: (database: DatabaseSync) => void): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith('steward.sqlite') || name === 'master.key')
      copyFileSync(join(dirname(file), name), join(folder, name));
  }
  const copy = join(folder, 'steward.sqlite');
  const database = new DatabaseSync(copy);
  const triggers = database.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
  tamper(database);
  database.close();
  return copy;
}
