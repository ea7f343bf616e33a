import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../http/problem.ts';
import type { Storage } from '../hub.ports.ts';
import { openDatabase, type Database } from './database.ts';
import { kyselyApiKeys } from './kysely.api-keys.ts';
import { kyselyClaims } from './kysely.claims.ts';
import { kyselyJourneys } from './kysely.journeys.ts';
import { kyselyLedger } from './kysely.ledger.ts';
import { kyselyPeople } from './kysely.people.ts';
import { kyselyPublications } from './kysely.publications.ts';
import { kyselySecrets } from './kysely.secrets.ts';
import { kyselySessions } from './kysely.sessions.ts';
import { NodeSqliteDialect } from './node-sqlite.dialect.ts';

/** The stores over one database, whichever its dialect. */
export function storageOver(database: Database): Storage {
  return {
    journeys: kyselyJourneys(database),
    publications: kyselyPublications(database),
    claims: kyselyClaims(database),
    ledger: kyselyLedger(database),
    secrets: kyselySecrets(database),
    apiKeys: kyselyApiKeys(database),
    people: kyselyPeople(database),
    sessions: kyselySessions(database),
    async ping() {
      await database.selectFrom('journeys').select('id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
}

/**
 * Opens the store in a file; folder and file are made when missing, for their owner alone.
 * @throws Error for the administrator, with the file and the reason
 */
export async function openSqliteStorage(file: string): Promise<Storage> {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // SQLite would make it readable by all; its companions take on the mode of the file.
    closeSync(openSync(file, 'a', 0o600));
    return storageOver(await openDatabase(new NodeSqliteDialect({ file })));
  } catch (error) {
    const { message } = (error instanceof ProblemError ? error.cause : error) as Error;
    throw new Error(`Steward cannot open its database ${file}: ${message}`, { cause: error });
  }
}
