import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { bulkInsert } from '../bulk-insert.ts';
import type { Database } from '../database.ts';
import { isOneOf } from '../is-one-of.ts';
import type { Tables } from '../schema.ts';

/** chosen: longer words are numbers of machines, whose beginning tells enough */
const longestWord = 40;

/**
 * Profiles of a word are looked up while there are so many at most: of a single word, since a list of the newest soon finds more
 * of them; of several, since few may have them all. chosen: what takes a tenth of a second among a million profiles
 */
const mostOf = { one: 2_000, several: 50_000 } as const;

/** Behind every text that begins with a word. */
const afterAll = '\u{10FFFF}';

/**
 * The words of a text that profiles are found by.
 * @example searchWords('anna smith\nanna.smith@example.com') // ['anna', 'smith', 'example', 'com']
 */
export function searchWords(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.slice(0, longestWord)))];
}

/** Writes the words of profiles anew. */
export async function writeSearchWords(
  db: Kysely<Tables>,
  profiles: readonly { id: string; searchText: string }[],
): Promise<void> {
  if (profiles.length === 0) return;
  await db
    .deleteFrom('identity_words')
    .where(
      isOneOf(
        db,
        'profile_id',
        profiles.map(({ id }) => id),
      ),
    )
    .execute();
  await bulkInsert(
    db,
    'identity_words',
    [
      ['profile_id', 'text'],
      ['word', 'text'],
    ],
    profiles.flatMap(({ id, searchText }) => searchWords(searchText).map((word) => [id, word])),
  );
}

/**
 * The condition on a profile that each of the words begins one of its own. Those that have all of
 * the rare ones are looked up; where none is rare, profiles are gone through in the order of the list.
 */
export async function hasWords(db: Database, words: readonly string[]): Promise<RawBuilder<SqlBool>> {
  const most = words.length === 1 ? mostOf.one : mostOf.several;
  const counts: number[] = [];
  for (const word of words) counts.push(await countOf(db, word, most));
  const isRare = (_word: string, index: number): boolean => (counts[index] ?? 0) <= most;
  const lists = words
    .filter(isRare)
    .map((word) => sql`select profile_id from identity_words where ${beginsWith(word)}`);
  const common = words.filter((word, index) => !isRare(word, index));
  const conditions = [
    ...(lists.length === 0 ? [] : [sql`identity_profiles.id in (${sql.join(lists, sql` intersect `)})`]),
    ...common.map(
      (word) => sql`exists (
        select 1 from identity_words where profile_id = identity_profiles.id and ${beginsWith(word)})`,
    ),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** How many rows have a word, counted no further than necessary. */
async function countOf(db: Database, word: string, most: number): Promise<number> {
  const { rows } = await sql<{ found: number | string }>`
    select count(*) as found from (
      select 1 from identity_words where ${beginsWith(word)} limit ${sql.lit(most + 1)}
    ) as counted`.execute(db);
  return Number(rows[0]?.found ?? 0);
}

function beginsWith(word: string): RawBuilder<SqlBool> {
  return sql`word >= ${word} and word < ${word + afterAll}`;
}
