import { onTestFinished, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { copyStore, CopyDiffersError, tablesInUse } from '../../../hub/src/operate/copy/copy-store.ts';
import { readRows } from '../../../hub/src/operate/copy/read-rows.ts';
import { storeTables } from '../../../hub/src/operate/copy/store-tables.ts';
import { openDatabase, type Database } from '../../../hub/src/storage/database.ts';
import { kyselyJourneys } from '../../../hub/src/storage/kysely.journeys.ts';
import { NodeSqliteDialect } from '../../../hub/src/storage/node-sqlite.dialect.ts';
import { definite } from '../../definite.ts';
import { journey } from '../test-hub.ts';

async function emptyStore(): Promise<Database> {
  const database = await openDatabase(new NodeSqliteDialect({ file: ':memory:' }));
  onTestFinished(() => database.destroy());
  return database;
}

const change = { by: { id: 'olive', name: 'Olive' }, at: '2026-11-22T09:00:00.000Z' };

async function withJourneys(count: number, nameLength = 10): Promise<Database> {
  const database = await emptyStore();
  const journeys = kyselyJourneys(database);
  for (let index = 0; index < count; index++)
    await journeys.create(journey({ id: `journey-${index}`, name: 'ü'.repeat(nameLength) }), change);
  await journeys.putSamples('journey-0', { name: 'Some', customers: [{ id: 1 }] }, change.at);
  return database;
}

describe('copying a store', () => {
  it('knows every table of the store, each after those that it refers to', async () => {
    const names = (await storeTables()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['journeys', 'samples', 'publications']));
    expect(names.indexOf('samples')).toBeGreaterThan(names.indexOf('journeys'));
    expect(names.filter((name) => name.startsWith('kysely'))).toEqual([]);
  });

  it('copies all rows, and says how far it is', async () => {
    const [from, to] = [await withJourneys(120), await emptyStore()];
    const told: string[] = [];
    const copied = await copyStore(from, to, await storeTables(), (step, table, done, of) => {
      if (table === 'journeys') told.push(`${step} ${done}/${of}`);
    });
    expect(copied.get('journeys')?.rows).toBe(120);
    expect(told.at(0)).toBe('copy 50/120');
    expect(told.at(-1)).toBe('compare 120/120');
    expect(await kyselyJourneys(to).get('journey-77')).toEqual(await kyselyJourneys(from).get('journey-77'));
    expect(await kyselyJourneys(to).getSamples('journey-0')).toEqual({ name: 'Some', customers: [{ id: 1 }] });
    expect(await tablesInUse(to, await storeTables())).toEqual(['journeys', 'samples']);
  });

  it('reads rows of megabytes a few at a time, and every row once', async () => {
    const from = await withJourneys(130, 500_000);
    const table = definite((await storeTables()).find(({ name }) => name === 'journeys'));
    const pages: unknown[][] = [];
    for await (const rows of readRows(from, table)) pages.push(rows.map((row) => row['id']));
    expect(pages.slice(1).every((page) => page.length <= 5)).toBe(true);
    expect(new Set(pages.flat()).size).toBe(130);
    expect(pages.flat()).toHaveLength(130);
  });

  it('finds that a copy differs by one character', async () => {
    const [from, to] = [await withJourneys(5), await emptyStore()];
    await sql`create trigger spoil after insert on journeys when new.id = 'journey-3'
      begin update journeys set updated_by = 'Oliwe' where id = 'journey-3'; end`.execute(to);
    await expect(copyStore(from, to, await storeTables(), () => undefined)).rejects.toThrow(CopyDiffersError);
  });
});
