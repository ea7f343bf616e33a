import type { IdentityReader } from '../../identity/identity.store.ts';
import type { StoredChange } from '../../identity/identity.rows.ts';
import type { Database } from '../database.ts';
import { isOneOf } from '../is-one-of.ts';
import { toChange, toPolicy } from './rows.ts';

type Changes = Pick<
  IdentityReader,
  'change' | 'changesOf' | 'changesToRecord' | 'policyRevision' | 'policy' | 'policies'
>;

/** What happened to profiles, and by which policies. */
export function kyselyChanges(db: Database): Changes {
  const withProfiles = async (
    rows: readonly (Parameters<typeof toChange>[0] & { sequence: number })[],
  ): Promise<StoredChange[]> => {
    if (rows.length === 0) return [];
    const named = await db
      .selectFrom('identity_change_profiles')
      .selectAll()
      .where(
        'sequence',
        'in',
        rows.map(({ sequence }) => sequence),
      )
      .orderBy('profile_id')
      .execute();
    const bySequence = new Map(rows.map(({ sequence }): [number, string[]] => [sequence, []]));
    for (const { sequence, profile_id: id } of named) bySequence.get(sequence)?.push(id);
    return rows.map((row) => toChange(row, bySequence.get(row.sequence) ?? []));
  };
  const policies = (kind: string, limit: number) =>
    db
      .selectFrom('identity_policies')
      .leftJoin('identity_changes', 'identity_changes.sequence', 'identity_policies.change_sequence')
      .selectAll('identity_policies')
      .select('identity_changes.recorded')
      .where('identity_policies.kind', '=', kind)
      .orderBy('revision', 'desc')
      .limit(limit)
      .execute();

  return {
    async change(sequence) {
      const query = db.selectFrom('identity_changes').selectAll().where('sequence', '=', sequence);
      return (await withProfiles(await query.execute()))[0] ?? null;
    },

    async changesOf(profileIds, limit) {
      if (profileIds.length === 0) return [];
      const rows = await db
        .selectFrom('identity_changes')
        .selectAll()
        .where('sequence', 'in', (eb) =>
          eb
            .selectFrom('identity_change_profiles')
            .select('sequence')
            .where(isOneOf(db, 'profile_id', profileIds)),
        )
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return withProfiles(rows);
    },

    async changesToRecord(limit) {
      const rows = await db
        .selectFrom('identity_changes')
        .selectAll()
        .where('event', 'is not', null)
        .where('recorded', 'is', null)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return withProfiles(rows);
    },

    async policyRevision(kind) {
      const query = db.selectFrom('identity_policies').select(({ fn }) => fn.max('revision').as('revision'));
      return Number((await query.where('kind', '=', kind).executeTakeFirst())?.revision ?? 0);
    },

    async policy(kind) {
      const [row] = await policies(kind, 1);
      return row ? toPolicy(row) : null;
    },

    async policies(kind, limit) {
      return (await policies(kind, limit)).map(toPolicy);
    },
  };
}
