import { sql } from 'kysely';
import type { IdentityReader } from '../../identity/identity.store.ts';
import type { Database } from '../database.ts';
import { isOneOf } from '../is-one-of.ts';
import { hasWords, searchWords } from './search-words.ts';
import { toLink, toPair, toProfile } from './rows.ts';

type Profiles = Pick<
  IdentityReader,
  'profiles' | 'searchProfiles' | 'countProfiles' | 'links' | 'neverLinks' | 'saidByPersons'
>;

/** Profiles of the identity graph, and what holds their records together or apart. */
export function kyselyProfiles(db: Database): Profiles {
  return {
    async profiles(ids) {
      if (ids.length === 0) return [];
      const query = db.selectFrom('identity_profiles').selectAll();
      const rows = await query
        .where(isOneOf(db, 'id', ids))
        .orderBy('id')
        .execute();
      return rows.map(toProfile);
    },

    async searchProfiles({ kind, text, before, limit }) {
      let query = db.selectFrom('identity_profiles').selectAll().where('records', '>', 0);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (text !== undefined && text !== '') {
        const words = searchWords(text);
        if (words.length === 0) return [];
        query = query.where(await hasWords(db, words));
      }
      if (before !== undefined)
        query = query.where(({ eb, or, and }) =>
          or([
            eb('changed_at', '<', before.changedAt),
            and([eb('changed_at', '=', before.changedAt), eb('id', '<', before.id)]),
          ]),
        );
      const rows = await query.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return rows.map(toProfile);
    },

    async countProfiles(kind) {
      const { count } = await db
        .selectFrom('identity_profiles')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('kind', '=', kind)
        .where('records', '>', 0)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async links(recordIds) {
      if (recordIds.length === 0) return [];
      const side = (column: 'left_record' | 'right_record') =>
        db
          .selectFrom('identity_links')
          .selectAll()
          .where(isOneOf(db, column, recordIds));
      const rows = await side('left_record')
        .union(side('right_record'))
        .orderBy('left_record')
        .orderBy('right_record')
        .execute();
      return rows.map(toLink);
    },

    async neverLinks(recordIds) {
      if (recordIds.length === 0) return [];
      const side = (column: 'left_record' | 'right_record') =>
        db
          .selectFrom('identity_never_links')
          .selectAll()
          .where(isOneOf(db, column, recordIds));
      const rows = await side('left_record')
        .union(side('right_record'))
        .orderBy('left_record')
        .orderBy('right_record')
        .execute();
      return rows.map(toPair);
    },

    async saidByPersons(kind) {
      const of = (table: 'identity_links' | 'identity_never_links') =>
        db
          .selectFrom(table)
          .innerJoin('identity_records', 'identity_records.id', 'left_record')
          .select(['left_record', 'right_record'])
          .where('identity_records.kind', '=', kind)
          .orderBy('left_record')
          .orderBy('right_record');
      const links = await of('identity_links')
        .where(sql<boolean>`made_by = 'person'`)
        .execute();
      const neverLinks = await of('identity_never_links').execute();
      return { links: links.map(toPair), neverLinks: neverLinks.map(toPair) };
    },
  };
}
