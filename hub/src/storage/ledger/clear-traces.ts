import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { isPostgres } from '../dialect-of.ts';
import type { Tables } from '../schema.ts';

const retryMs = 50;

/** How long to wait for those who may still see what was erased. */
const patienceMs = 10_000;

/** Mark of a change, by which PostgreSQL tells who may still see what was there before. */
export async function currentTransaction(db: Database): Promise<string> {
  if (!isPostgres(db)) return '';
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db);
  return rows[0]?.id ?? '';
}

/**
 * Takes what was overwritten out of the files, once the change is committed: a key that lies in a log or in the gap of a
 * page could still be used. Never fails, for the change stands; what is left is left to the database's own cleaning, and a
 * warning says so.
 */
export async function clearTraces(db: Database, { parts, after }: Traces): Promise<void> {
  try {
    const gone = isPostgres(db) ? await rewriteParts(db, { parts, after }) : await emptyLog(db);
    if (!gone) warn('somebody was reading for too long');
  } catch (error) {
    warn((error as Error).message);
  }
}

export interface Traces {
  /** Parts of tables in PostgreSQL that held what was overwritten. */
  parts: readonly string[];
  /** As `currentTransaction` gave it. */
  after: string;
}

/** The part of a table in which a row lies. */
export async function partOf(db: Database, table: keyof Tables, column: string, value: string): Promise<string[]> {
  if (!isPostgres(db)) return [];
  const { rows } = await sql<{ part: string }>`
    select tableoid::regclass::text as part from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(db);
  return rows.map(({ part }) => part);
}

/** Writes parts anew without what nobody sees any more; a plain VACUUM would leave the bytes in the gap. */
async function rewriteParts(db: Database, { parts, after }: Traces): Promise<boolean> {
  const unseen = await waitUntil(async () => {
    const { rows } = await sql<{ unseen: boolean }>`
      select pg_snapshot_xmin(pg_current_snapshot()) > ${after}::xid8 and not exists (
        select 1 from pg_stat_activity
        where backend_xmin is not null and pid <> pg_backend_pid() and age(backend_xmin) >= age(${after}::xid8::xid)
      ) as unseen`.execute(db);
    return rows[0]?.unseen ?? false;
  });
  for (const part of parts) await sql`vacuum full ${sql.raw(part)}`.execute(db);
  return unseen;
}

/** Brings the log over into the file and empties it; what was freed in the file is zeroes, see node-sqlite.dialect.ts. */
function emptyLog(db: Database): Promise<boolean> {
  return waitUntil(async () => {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    return rows[0]?.busy === 0;
  });
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    if (await isSo()) return true;
    if (waitedMs >= patienceMs) return false;
    await wait(retryMs);
  }
}

function warn(reason: string): void {
  process.emitWarning(`Something erased may still lie in the free space of the database's files: ${reason}`, {
    code: 'STEWARD_TRACES_LEFT',
  });
}
