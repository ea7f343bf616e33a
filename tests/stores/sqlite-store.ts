import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openSqliteStorage } from '../../hub/src/storage/storage.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** A path for a database; its folder is removed after the test. */
export function newFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'hub', 'steward.sqlite');
}

export async function sqliteStore(): Promise<StoreUnderTest> {
  const file = newFile();
  return {
    storage: await openSqliteStorage(file),
    another: () => openSqliteStorage(file),
    async run(statement) {
      const database = new DatabaseSync(file, { timeout: 1_000 });
      try {
        return database.prepare(statement).all();
      } finally {
        database.close();
      }
    },
    folder: path.dirname(file),
    flushStatement: 'pragma wal_checkpoint(full)',
    waysToOverwrite: (table, columns) => [
      `insert or replace into ${table} select * from ${table}`,
      `replace into ${table} (${columns}) select ${forged(columns)} from ${table}`,
      // The row's own number is a key, too.
      `insert or replace into ${table} (rowid, ${columns}) select rowid, ${columns.replace(/^[^,]+/, `'forged'`)} from ${table}`,
      `update or replace ${table} set ${columns.split(', ').at(-1) ?? ''} = 'forged'`,
    ],
  };
}

/** The columns, with something else in the place of the last one. */
function forged(columns: string): string {
  return columns.replace(/[^ ,]+$/, `'forged'`);
}
