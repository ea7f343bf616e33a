import path from 'node:path';
import { afterAll } from 'vitest';
import { openPostgresStorage } from '../../hub/src/storage/storage.ts';
import { startPostgres, type TestPostgres } from './postgres-server.ts';
import type { StoreUnderTest } from './store-under-test.ts';

let server: Promise<TestPostgres> | null = null;
let databases = 0;

/** The PostgreSQL of this test file, started when a test first asks for it. */
export function sharedPostgres(): Promise<TestPostgres> {
  server ??= startPostgres();
  return server;
}

afterAll(async () => {
  await (await server)?.stop();
  server = null;
});

/** An empty database. */
export async function newDatabase(): Promise<{ name: string; url: string }> {
  const name = `test_${++databases}`;
  return { name, url: await (await sharedPostgres()).createDatabase(name) };
}

let migrated: Promise<unknown> | null = null;

/** A database with the tables of the newest migration, copied from one that was migrated once. */
async function migratedDatabase(): Promise<{ name: string; url: string }> {
  const postgres = await sharedPostgres();
  migrated ??= postgres.createDatabase(template).then(async (url) => (await openPostgresStorage({ url })).close());
  await migrated;
  const name = `test_${++databases}`;
  return { name, url: await postgres.createDatabase(name, template) };
}

const template = 'migrated';

export async function postgresStore(): Promise<StoreUnderTest> {
  const postgres = await sharedPostgres();
  const { name, url } = await migratedDatabase();
  const [oid] = await postgres.run(name, `select oid from pg_database where datname = current_database()`);
  return {
    storage: await openPostgresStorage({ url }),
    another: () => openPostgresStorage({ url }),
    run: (statement) => postgres.run(name, statement),
    folder: path.join(postgres.dataFolder, 'base', String(oid?.['oid'])),
    flushStatement: 'checkpoint',
    waysToOverwrite: (table) => [
      `truncate ${table}`,
      `truncate ${table} cascade`,
      // As replication does, whose changes do not ask ordinary triggers.
      `begin; set local session_replication_role = replica; delete from ${table}; commit`,
      `begin; set local session_replication_role = replica; truncate ${table}; commit`,
      `merge into ${table} kept using (values (1)) other (x) on true when matched then delete`,
    ],
  };
}
