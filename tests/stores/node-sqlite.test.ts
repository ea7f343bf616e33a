import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { EntryRow } from '../../hub/src/ledger/ledger.store.ts';
import { openDatabase } from '../../hub/src/storage/database.ts';
import { migrations } from '../../hub/src/storage/migrations/index.ts';
import { NodeSqliteDialect } from '../../hub/src/storage/node-sqlite.dialect.ts';
import { openSqliteStorage, storageOver } from '../../hub/src/storage/storage.ts';
import { journey } from '../hub/test-hub.ts';
import { append } from './ledger-rows.ts';
import { newFile } from './sqlite-store.ts';

test('migrations are named and consecutive', () => {
  expect(Object.keys(migrations).map((name) => name.slice(0, 5))).toEqual(
    Object.keys(migrations).map((_, index) => `${String(index + 1).padStart(4, '0')}_`),
  );
});

test('hubs that start at the same moment migrate once', async () => {
  const file = newFile();
  const storages = await Promise.all(Array.from({ length: 5 }, () => openSqliteStorage(file)));
  await Promise.all(storages.map((storage) => storage.close()));
  const database = new DatabaseSync(file);
  const names = database
    .prepare('select name from kysely_migration order by name')
    .all()
    .map(({ name }) => name);
  database.close();
  expect(names).toEqual(Object.keys(migrations));
});

test('refuses a store of a newer Steward with words for the administrator, and leaves it alone', async () => {
  const file = newFile();
  await (await openSqliteStorage(file)).close();
  const database = new DatabaseSync(file);
  database.exec(`insert into kysely_migration values ('0999_future', '2030-01-01T00:00:00.000Z')`);
  database.close();
  await expect(openSqliteStorage(file)).rejects.toThrow(
    'The database was written by a newer Steward (it holds the migration 0999_future). Start that version, or restore a backup.',
  );
});

test('a migration that fails leaves nothing half done', async () => {
  const file = newFile();
  await (await openSqliteStorage(file)).close();
  const database = new DatabaseSync(file);
  // The second migration is to be done again, and its second table is in the way.
  database.exec(`delete from kysely_migration where name = '0002_publications'; drop table workflows`);
  database.close();
  await expect(openDatabase(new NodeSqliteDialect({ file }))).rejects.toThrow(/publications/);
  const after = new DatabaseSync(file);
  expect(after.prepare(`select name from sqlite_master where name = 'workflows'`).all()).toEqual([]);
  after.close();
});

test('writes ahead with full synchronization, and keeps folder and files to their owner', async () => {
  const file = newFile();
  const storage = await openSqliteStorage(file);
  expect(existsSync(`${file}-wal`)).toBe(true);
  expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
  await storage.close();
});

test('a file that is no database is refused by its name', async () => {
  const file = newFile();
  await (await openSqliteStorage(file)).close();
  writeFileSync(file, 'this is not a database, and long enough to have a header of its own'.repeat(20));
  await expect(openSqliteStorage(file)).rejects.toThrow(
    `Steward cannot open its database ${file}: file is not a database`,
  );
});

test('a folder that cannot be made is named', async () => {
  const file = newFile();
  writeFileSync(path.dirname(file), '');
  await expect(openSqliteStorage(file)).rejects.toThrow(`Steward cannot open its database ${file}: EEXIST`);
});

test('a store on which nothing can be written any more refuses with a cause, and still reads', async () => {
  const database = await openDatabase(new NodeSqliteDialect({ file: ':memory:' }));
  const { journeys, ping, close } = storageOver(database);
  const by = { id: 'u', name: 'U' };
  await journeys.create(journey(), { by, at: '' });
  await sql`pragma max_page_count = 1`.execute(database);
  const large = journey({ description: 'x'.repeat(1_000_000) });
  await expect(journeys.save(large, 1, { by, at: '' })).rejects.toMatchObject({
    code: 'store_unavailable',
    cause: { message: 'database or disk is full' },
  });
  expect(await journeys.get('refunds')).toMatchObject({ revision: 1 });
  await ping();
  await close();
});

test('a store whose tables are gone is not alive', async () => {
  const file = newFile();
  const storage = await openSqliteStorage(file);
  const other = new DatabaseSync(file);
  other.exec('pragma foreign_keys = off; drop table journeys');
  other.close();
  await expect(storage.ping()).rejects.toThrow(/journeys/);
  await storage.close();
});

test('waits for a lock that somebody else holds, without holding up the process', async () => {
  const file = newFile();
  const storage = await openSqliteStorage(file);
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  const saved = storage.journeys.create(journey(), { by: { id: 'u', name: 'U' }, at: '2026-01-01T00:00:00.000Z' });
  // This timer could not fire if the wait were SQLite's own.
  setTimeout(() => other.exec('commit'), 40);
  expect(await saved).toMatchObject({ revision: 1 });
  other.close();
  await storage.close();
});

test('gives up on a lock in the end', async () => {
  const file = newFile();
  await (await openSqliteStorage(file)).close();
  const database = await openDatabase(new NodeSqliteDialect({ file, busyTimeoutMs: 30 }));
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  const save = storageOver(database).journeys.create(journey(), { by: { id: 'u', name: 'U' }, at: '' });
  await expect(save).rejects.toMatchObject({ code: 'store_unavailable', cause: { message: 'database is locked' } });
  other.close();
  await database.destroy();
});

test('the ledger is read while a transaction of this or another process writes', async () => {
  const file = newFile();
  const storage = await openSqliteStorage(file);
  await append(storage, 'decisions', { count: 3 });
  let inside: unknown;
  await storage.ledger.append('decisions', async () => {
    inside = await storage.ledger.search('decisions', {}, { before: null, limit: 1 });
    return null;
  });
  expect(inside).toMatchObject([{ sequence: 3 }]);
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  expect(await storage.ledger.entry('decisions', 2)).toMatchObject({ sequence: 2 });
  other.exec('commit');
  other.close();
  await storage.close();
  // Nothing is left beside the file, so that it may be copied.
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('a search goes through a long stream to its beginning, page after page', async () => {
  const storage = await openSqliteStorage(newFile());
  const rare = new Set([5, 65_536, 65_537, 131_072, 131_073, 180_000, 199_990]);
  for (let commit = 0; commit < 40; commit += 1)
    await append(storage, 'decisions', {
      count: 5_000,
      row: (sequence) => ({ entry: '{}', hash: '', outcome: rare.has(sequence) ? 'rare' : 'common', subject: null }),
    });
  const found: number[] = [];
  for (let before: number | null = null; ;) {
    const page: EntryRow[] = await storage.ledger.search(
      'decisions',
      { outcome: 'rare', step: 'Decide' },
      { before, limit: 2 },
    );
    found.push(...page.map(({ sequence }) => sequence));
    before = page.at(-1)?.sequence ?? null;
    if (before === null) break;
  }
  expect(found).toEqual([...rare].reverse());
  await storage.close();
}, 120_000);
