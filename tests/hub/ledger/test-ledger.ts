import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openLedger, type OpenLedgerOptions } from '../../../hub/src/ledger/ledger.service.ts';
import type { Storage } from '../../../hub/src/hub.ports.ts';
import { masterKeyOf } from '../../../hub/src/secrets/master-key.ts';
import { openDatabase } from '../../../hub/src/storage/database.ts';
import { NodeSqliteDialect } from '../../../hub/src/storage/node-sqlite.dialect.ts';
import { openSqliteStorage, storageOver } from '../../../hub/src/storage/storage.ts';

export const testMasterKey = masterKeyOf(new Uint8Array(32).fill(7));

/** A ledger that makes checkpoints when it is asked; its clock stands until it is moved. */
export async function ledgerOver(storage: Storage, options: Partial<OpenLedgerOptions> = {}) {
  const clock = { time: Date.UTC(2026, 10, 22, 9, 0, 0), now: () => clock.time };
  const logLines: object[] = [];
  const line = (fields: object) => void logLines.push(fields);
  const ledger = await openLedger({
    storage,
    ring: { current: testMasterKey, previous: null },
    clock,
    random: (bytes) => randomBytes(bytes),
    newId: randomUUID,
    log: { info: line, warn: line, error: line },
    checkpointEveryMs: 0,
    ...options,
  });
  onTestFinished(() => ledger.close());
  return { ledger, storage, store: storage.ledger, clock, logLines };
}

/** Over an empty store in memory. */
export async function testLedger(options: Partial<OpenLedgerOptions> = {}) {
  const storage = storageOver(await openDatabase(new NodeSqliteDialect({ file: ':memory:' })));
  onTestFinished(() => storage.close());
  return ledgerOver(storage, options);
}

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The stores in a file, as a hub opens them. */
export async function fileStorage(file: string): Promise<Storage> {
  const storage = await openSqliteStorage(file);
  onTestFinished(() => storage.close());
  return storage;
}
