import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import type { Storage } from '../hub.ports.ts';
import { openDatabase, type Database } from './database.ts';
import { kyselyJourneys } from './kysely.journeys.ts';
import { kyselyPublications } from './kysely.publications.ts';
import { NodeSqliteDialect } from './node-sqlite.dialect.ts';

/** The stores over one database, whichever its dialect. */
export function storageOver(database: Database): Storage {
  return {
    journeys: kyselyJourneys(database),
    publications: kyselyPublications(database),
    async ping() {
      await sql`select 1`.execute(database);
    },
    close: () => database.destroy(),
  };
}

/** Opens the store in a file; its folder is made, readable by its owner alone. */
export async function openSqliteStorage(file: string): Promise<Storage> {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return storageOver(await openDatabase(new NodeSqliteDialect({ file })));
}
