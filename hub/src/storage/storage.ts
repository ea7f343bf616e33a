import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import { ProblemError } from '../http/problem.ts';
import type { Storage } from '../hub.ports.ts';
import { openDatabase, type Database } from './database.ts';
import { kyselyApiKeys } from './kysely.api-keys.ts';
import { kyselyClaims } from './kysely.claims.ts';
import { kyselyIdentity } from './kysely.identity.ts';
import { kyselyJourneys } from './kysely.journeys.ts';
import { kyselyLedger } from './kysely.ledger.ts';
import { kyselyPeople } from './kysely.people.ts';
import { kyselyPublications } from './kysely.publications.ts';
import { kyselySecrets } from './kysely.secrets.ts';
import { kyselySessions } from './kysely.sessions.ts';
import { NodeSqliteDialect } from './node-sqlite.dialect.ts';
import type { Tables } from './schema.ts';
import { postgresDialect, type PostgresOptions } from './postgres.dialect.ts';

/** The stores over one database, whichever its dialect; `reads` may be another connection to it. */
export function storageOver(database: Database, reads: Database = database): Storage {
  return {
    journeys: kyselyJourneys(database),
    publications: kyselyPublications(database),
    claims: kyselyClaims(database),
    ledger: kyselyLedger(database, reads),
    identity: kyselyIdentity(database, reads),
    secrets: kyselySecrets(database),
    apiKeys: kyselyApiKeys(database),
    people: kyselyPeople(database),
    sessions: kyselySessions(database),
    async ping() {
      await database.selectFrom('journeys').select('id').limit(1).execute();
    },
    async close() {
      // The writer last: it is the one that empties SQLite's log.
      if (reads !== database) await reads.destroy();
      await database.destroy();
    },
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
    const database = await openDatabase(new NodeSqliteDialect({ file }));
    return storageOver(database, new Kysely<Tables>({ dialect: new NodeSqliteDialect({ file, readOnly: true }) }));
  } catch (error) {
    throw new Error(`Steward cannot open its database ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Opens the store in a database of PostgreSQL.
 * @throws Error for the administrator, with the database and the reason; never with the password
 */
export async function openPostgresStorage(options: PostgresOptions): Promise<Storage> {
  const { words, password } = describeUrl(options.url);
  try {
    return storageOver(await openDatabase(postgresDialect(options)));
  } catch (error) {
    const reason = password === '' ? reasonOf(error) : reasonOf(error).replaceAll(password, '***');
    // Without the error itself: what it carries along may hold the address.
    throw new Error(`Steward cannot open ${words}: ${reason}`);
  }
}

function reasonOf(error: unknown): string {
  const { message, code } = (error instanceof ProblemError ? error.cause : error) as { message: string; code?: string };
  return message || (code ?? 'for an unknown reason');
}

function describeUrl(url: string): { words: string; password: string } {
  const parsed = /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url) ? new URL(url) : null;
  // A sign of the password that is not encoded moves the rest of it to where the database is named.
  if (!parsed || !/^\/[^/@:]+$/.test(parsed.pathname) || /@/.test(parsed.search) || parsed.hash !== '')
    throw new Error(
      'The address of the database cannot be read. It looks like postgres://user:password@host:5432/database; signs such as @ or / in the password are written as %40 or %2F.',
    );
  const { hostname, port, pathname, password } = parsed;
  return {
    words: `its PostgreSQL database ${decodeURIComponent(pathname.slice(1))} at ${hostname}${port === '' ? '' : `:${port}`}`,
    password: decodeURIComponent(password),
  };
}
