import type { Selectable } from 'kysely';
import type { Role } from '../../../engine/index.ts';
import type { KnownPerson, PeopleStore } from '../people/people.stores.ts';
import type { Database } from './database.ts';
import type { PeopleTable } from './schema.access.ts';

const byName = new Intl.Collator('en').compare;

export function kyselyPeople(db: Database): PeopleStore {
  return {
    async list() {
      const rows = await db.selectFrom('people').selectAll().orderBy('id').execute();
      return rows.map(toPerson).sort((one, other) => byName(one.name, other.name));
    },

    async get(id) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toPerson(row) : null;
    },

    async seen(person) {
      const values = {
        name: person.name,
        email: person.email,
        signed_in_by: person.signedInBy,
        given_roles: JSON.stringify(person.givenRoles),
        last_seen_at: person.lastSeenAt,
      };
      await db
        .insertInto('people')
        .values({ id: person.id, ...values, granted_roles: null })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },

    async grant(id, roles) {
      const { numUpdatedRows } = await db
        .updateTable('people')
        .set({ granted_roles: roles && JSON.stringify(roles) })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function toPerson(row: Selectable<PeopleTable>): KnownPerson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    signedInBy: row.signed_in_by === 'openid' ? 'openid' : 'n8n',
    givenRoles: JSON.parse(row.given_roles) as Role[],
    grantedRoles: row.granted_roles === null ? null : (JSON.parse(row.granted_roles) as Role[]),
    lastSeenAt: row.last_seen_at,
  };
}
