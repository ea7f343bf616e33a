import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { snapshotSqlite } from '../../../hub/src/operate/backup/sqlite-snapshot.ts';

function folderWithStore(): { store: string; into: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = path.join(folder, 'steward.sqlite');
  const database = new DatabaseSync(store);
  database.exec('create table kept (value text); insert into kept values (1), (2)');
  database.close();
  return { store, into: path.join(folder, 'copy.sqlite') };
}

test('a snapshot is never anybody else’s to read', () => {
  const { store, into } = folderWithStore();
  snapshotSqlite(store, into);
  expect(statSync(into).mode & 0o777).toBe(0o600);
  const copy = new DatabaseSync(into, { readOnly: true });
  expect(copy.prepare('select count(*) as rows from kept').get()).toEqual({ rows: 2 });
  copy.close();
});

test('a snapshot is not written into a file that somebody put there', () => {
  const { store, into } = folderWithStore();
  writeFileSync(into, '');
  expect(() => snapshotSqlite(store, into)).toThrow('EEXIST');
});
