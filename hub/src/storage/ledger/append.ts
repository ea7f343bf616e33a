import { sql, type Transaction } from 'kysely';
import type { AppendCommit, AppendView, StreamHead } from '../../ledger/ledger.store.ts';
import { bulkInsert } from '../bulk-insert.ts';
import { isPostgres } from '../dialect-of.ts';
import { isOneOf } from '../is-one-of.ts';
import type { Tables } from '../schema.ts';
import { entryColumns, toEntryColumns, toEntryRow } from './entry-columns.ts';
import { toHead } from './heads.ts';
import { selectSubjects, toSubject } from './subjects.ts';

/** Leaves and nodes under a node of the level above. */
const tileWidth = 256;

/** The head, with the stream locked against every other writer until the transaction ends. */
export async function lockHead(db: Transaction<Tables>, stream: string): Promise<StreamHead | null> {
  const read = async () => {
    const query = db.selectFrom('ledger_streams').selectAll().where('stream', '=', stream);
    return (isPostgres(db) ? query.forUpdate() : query).executeTakeFirst();
  };
  // SQLite's transaction holds the only lock for writers already.
  let row = await read();
  if (!row && isPostgres(db)) {
    // There is no row to lock yet.
    await sql`select pg_advisory_xact_lock(${firstEntryLock}, hashtext(${stream}))`.execute(db);
    row = await read();
  }
  return row ? toHead(row) : null;
}

/** Any number that nothing else locks by. */
const firstEntryLock = 0x1ed6e2;

export function appendView(db: Transaction<Tables>, stream: string, head: StreamHead | null): AppendView {
  return {
    head,

    async openTiles() {
      const open: string[][] = [];
      let nodes = head?.size ?? 0;
      // At least the leaves: entries of a stream without a head show that somebody took the head away.
      do {
        const from = Math.floor(nodes / tileWidth) * tileWidth;
        const level = open.length;
        const rows = level === 0 ? await leavesAfter(db, stream, from) : await tilesFrom(db, stream, level, from);
        open.push(rows.map(({ hash }) => hash));
        nodes = Math.floor(nodes / tileWidth);
      } while (nodes > 0);
      return open;
    },

    async rowsByKey(keys) {
      const query = db.selectFrom('ledger_entries').selectAll().where('stream', '=', stream);
      // Sorted here: a database that is asked for an order may walk through the whole stream to have it.
      const rows = (await query.where(isOneOf(db, 'record_key', keys)).execute()).map(toEntryRow);
      return rows.sort((one, other) => one.sequence - other.sequence);
    },

    async subjectsByLookup(lookups) {
      // Names first: both together, in order, would be looked for among all subjects.
      const found = await db
        .selectFrom('ledger_lookups')
        .select(['ref', 'lookup'])
        .where(isOneOf(db, 'lookup', lookups))
        .execute();
      if (found.length === 0) return [];
      const lookupsByRef = new Map(found.map(({ ref, lookup }) => [ref, lookup]));
      const query = db
        .selectFrom('ledger_subjects')
        .select(['ref', 'wrapped_key', 'master_key_id', 'created_at', 'erased_at'])
        .where(isOneOf(db, 'ref', [...lookupsByRef.keys()]))
        .where('erased_at', 'is', null)
        // In one order, so that two writers who lock several never wait for each other.
        .orderBy('ref');
      const rows = await (isPostgres(db) ? query.forShare() : query).execute();
      return rows.map((row) => toSubject({ ...row, lookup: lookupsByRef.get(row.ref) ?? null }));
    },

    async subjectsByRef(refs) {
      const query = selectSubjects(db)
        .where(isOneOf(db, 'ledger_subjects.ref', refs))
        .orderBy('ledger_subjects.ref');
      return (await (isPostgres(db) ? query.forShare('ledger_subjects') : query).execute()).map(toSubject);
    },
  };
}

function leavesAfter(db: Transaction<Tables>, stream: string, sequence: number) {
  const entries = db.selectFrom('ledger_entries').select('hash').where('stream', '=', stream);
  return entries.where('sequence', '>', sequence).orderBy('sequence').execute();
}

function tilesFrom(db: Transaction<Tables>, stream: string, level: number, tile: number) {
  const tiles = db.selectFrom('ledger_tiles').select('hash').where('stream', '=', stream);
  return tiles.where('level', '=', level).where('tile', '>=', tile).orderBy('tile').execute();
}

/** Writes a commit; its place in the stream is looked at once more. */
export async function writeCommit(
  db: Transaction<Tables>,
  stream: string,
  before: StreamHead | null,
  commit: AppendCommit,
): Promise<void> {
  const size = before?.size ?? 0;
  if (
    commit.rows.some(({ sequence }, index) => sequence !== size + index + 1) ||
    commit.head.size !== size + commit.rows.length
  )
    throw new Error(`the commit does not follow entry ${size} of the stream ${stream}`);
  await bulkInsert(
    db,
    'ledger_subjects',
    [
      ['ref', 'text'],
      ['wrapped_key', 'bytea'],
      ['master_key_id', 'text'],
      ['created_at', 'text'],
      ['erased_at', 'text'],
    ],
    commit.subjects.map((row) => [row.ref, row.wrappedKey, row.masterKeyId, row.createdAt, row.erasedAt]),
  );
  await bulkInsert(
    db,
    'ledger_lookups',
    [
      ['lookup', 'text'],
      ['ref', 'text'],
    ],
    commit.subjects.filter(({ lookup }) => lookup !== null).map((row) => [row.lookup, row.ref]),
  );
  await bulkInsert(
    db,
    'ledger_entries',
    entryColumns,
    commit.rows.map((row) => toEntryColumns(stream, row)),
  );
  await bulkInsert(
    db,
    'ledger_tiles',
    [
      ['stream', 'text'],
      ['level', 'bigint'],
      ['tile', 'bigint'],
      ['hash', 'text'],
    ],
    commit.tiles.map(({ level, index, hash }) => [stream, level, index, hash]),
  );
  const { head } = commit;
  const values = {
    size: head.size,
    last_hash: head.lastHash,
    recorded_at: head.recordedAt,
    key_id: head.keyId,
    signature: head.signature,
  };
  await db
    .insertInto('ledger_streams')
    .values({ stream, ...values })
    .onConflict((conflict) => conflict.column('stream').doUpdateSet(values))
    .execute();
}
