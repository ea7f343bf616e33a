import { sql, type Transaction } from 'kysely';
import type { GraphWrite } from '../../identity/identity.store.ts';
import type { NewChange, RecordPair } from '../../identity/identity.rows.ts';
import { bulkInsert, type BulkColumn } from '../bulk-insert.ts';
import { isPostgres } from '../dialect-of.ts';
import { isOneOf } from '../is-one-of.ts';
import type { Tables } from '../schema.ts';
import { writeSearchWords } from './search-words.ts';

type Transacting = Transaction<Tables>;

const graphName = 'identity';

/** Locks the graph against every other writer until the transaction ends, and says how it stands. */
export async function lockGraph(db: Transacting): Promise<{ version: number; changes: number }> {
  await db
    .insertInto('identity_graph')
    .values({ name: graphName, version: 0, changes: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const query = db.selectFrom('identity_graph').select(['version', 'changes']).where('name', '=', graphName);
  // SQLite's transaction holds the only lock for writers already.
  return (isPostgres(db) ? query.forUpdate() : query).executeTakeFirstOrThrow();
}

/** Writes everything, with the graph locked; the numbers of the changes. */
export async function writeGraph(db: Transacting, write: GraphWrite): Promise<number[]> {
  const { changes = [], policy } = write;
  const before = await lockGraph(db);
  await db
    .updateTable('identity_graph')
    .set({ version: before.version + 1, changes: before.changes + changes.length })
    .where('name', '=', graphName)
    .execute();
  await writeRecords(db, write);
  await writeLinks(db, write);
  await writeProfilesAndReviews(db, write);
  const sequences = changes.map((_, index) => before.changes + index + 1);
  await writeChanges(db, changes, sequences);
  if (policy !== undefined)
    await db
      .insertInto('identity_policies')
      .values({
        kind: policy.kind,
        revision: policy.revision,
        model: JSON.stringify(policy.model),
        survivorship: JSON.stringify(policy.survivorship),
        changed_at: policy.changedAt,
        by_id: policy.changedBy?.id ?? null,
        by_name: policy.changedBy?.name ?? null,
        apply: policy.apply,
        reason: policy.reason,
        change_sequence: sequences[0] ?? null,
      })
      .execute();
  return sequences;
}

async function writeRecords(db: Transacting, { records = [], lookups = [], keys = [] }: GraphWrite): Promise<void> {
  await bulkInsert(
    db,
    'identity_records',
    texts('id', 'kind', 'profile_id', 'added_at', 'content'),
    records.map((one) => [one.id, one.kind, one.profileId, one.addedAt, JSON.stringify(one.content)]),
    { again: ['id'] },
  );
  await bulkInsert(
    db,
    'identity_lookups',
    texts('lookup', 'record_id'),
    lookups.map(({ lookup, record }) => [lookup, record]),
  );
  if (keys.length === 0) return;
  const known = keys.filter(({ isNew }) => !isNew).map(({ record }) => record);
  if (known.length > 0)
    await db
      .deleteFrom('identity_keys')
      .where(isOneOf(db, 'record_id', known))
      .execute();
  const rows = keys.flatMap(({ record, keys: own }) => [...new Set(own)].map((key): KeyRow => [key, record]));
  // In the order of the key: neighbours fall on the same page.
  rows.sort(([one], [other]) => one - other);
  for (let start = 0; start < rows.length; start += keysPerStatement)
    await insertKeys(db, rows.slice(start, start + keysPerStatement));
}

type KeyRow = [key: number, record: string];

/** chosen: a record has some thirty keys, and a call up to 1,000 records; a statement takes a hundredth of a second. */
const keysPerStatement = 5_000;

function insertKeys(db: Transacting, rows: readonly KeyRow[]): Promise<unknown> {
  const asked = isPostgres(db)
    ? sql`select * from unnest(${rows.map(([key]) => key)}::bigint[], ${rows.map(([, record]) => record)}::text[])`
    : sql`select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(${JSON.stringify(rows)})`;
  return sql`insert into identity_keys (key, record_id) ${asked}`.execute(db);
}

async function writeLinks(db: Transacting, { links, neverLinks }: GraphWrite): Promise<void> {
  await removePairs(db, 'identity_links', links?.remove ?? []);
  await bulkInsert(
    db,
    'identity_links',
    [...texts('left_record', 'right_record', 'made_by'), ['bits', 'double precision'], ['levels', 'text']],
    (links?.put ?? []).map((one) => [one.left, one.right, one.madeBy, one.bits, JSON.stringify(one.levels)]),
    { again: ['left_record', 'right_record'] },
  );
  await removePairs(db, 'identity_never_links', neverLinks?.remove ?? []);
  await bulkInsert(
    db,
    'identity_never_links',
    texts('left_record', 'right_record'),
    (neverLinks?.put ?? []).map(({ left, right }) => [left, right]),
    { again: ['left_record', 'right_record'] },
  );
}

async function removePairs(
  db: Transacting,
  table: 'identity_links' | 'identity_never_links',
  pairs: readonly RecordPair[],
): Promise<void> {
  if (pairs.length === 0) return;
  const named = JSON.stringify(pairs.map(({ left, right }) => [left, right]));
  const asked = isPostgres(db)
    ? sql`select pair ->> 0, pair ->> 1 from jsonb_array_elements(${named}::jsonb) as pair`
    : sql`select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(${named})`;
  await sql`delete from ${sql.table(table)} where (left_record, right_record) in (${asked})`.execute(db);
}

async function writeProfilesAndReviews(db: Transacting, { profiles = [], reviews = [] }: GraphWrite): Promise<void> {
  await bulkInsert(
    db,
    'identity_profiles',
    [
      ...texts('id', 'kind', 'title', 'search_text', 'sources', 'created_at', 'changed_at', 'merged_into', 'erased_at'),
      ['records', 'bigint'],
      ['probability', 'double precision'],
    ],
    profiles.map((one) => [
      one.id,
      one.kind,
      // PostgreSQL's texts have no place for this one character.
      one.title.replaceAll('\0', '\uFFFD'),
      one.searchText.replaceAll('\0', '\uFFFD'),
      JSON.stringify(one.sources),
      one.createdAt,
      one.changedAt,
      one.mergedInto,
      one.erasedAt,
      one.records,
      one.probability,
    ]),
    { again: ['id'] },
  );
  await writeSearchWords(db, profiles);
  await bulkInsert(
    db,
    'identity_reviews',
    [
      ...texts('id', 'kind', 'state', 'left_record', 'right_record', 'asked_at', 'asked_by', 'answer', 'answered_at'),
      ['probability', 'double precision'],
    ],
    reviews.map((one) => [
      one.id,
      one.kind,
      one.state,
      one.left,
      one.right,
      one.askedAt,
      one.askedBy && JSON.stringify(one.askedBy),
      one.answer && JSON.stringify(one.answer),
      one.answer?.at ?? null,
      one.probability,
    ]),
    { again: ['id'] },
  );
}

async function writeChanges(
  db: Transacting,
  changes: readonly NewChange[],
  sequences: readonly number[],
): Promise<void> {
  const numbered = changes.map((change, index) => ({ change, sequence: sequences[index] ?? 0 }));
  await bulkInsert(
    db,
    'identity_changes',
    [
      ['sequence', 'bigint'],
      ...texts('kind', 'change', 'at', 'by_id', 'by_name', 'reason', 'records', 'effect', 'event'),
    ],
    numbered.map(({ change: one, sequence }) => [
      sequence,
      one.kind,
      one.change,
      one.at,
      one.by.id,
      one.by.name,
      one.reason,
      JSON.stringify(one.records),
      one.effect && JSON.stringify(one.effect),
      one.event && JSON.stringify(one.event),
    ]),
  );
  await bulkInsert(
    db,
    'identity_change_profiles',
    [
      ['profile_id', 'text'],
      ['sequence', 'bigint'],
    ],
    numbered.flatMap(({ change, sequence }) => [...new Set(change.profiles)].map((profile) => [profile, sequence])),
  );
  for (const { change, sequence } of numbered)
    if (change.undoes !== undefined)
      await db
        .updateTable('identity_changes')
        .set({ undone_by: sequence })
        .where('sequence', '=', change.undoes)
        .execute();
}

function texts(...names: string[]): BulkColumn[] {
  return names.map((name) => [name, 'text']);
}
