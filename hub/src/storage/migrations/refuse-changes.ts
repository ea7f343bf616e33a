import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect-of.ts';

export interface AddOnlyTable {
  table: string;
  /** Columns of each unique key. */
  keys: string[][];
  /** What becomes of a row whose key is there already. */
  again: 'refused' | 'ignored';
}

/**
 * Makes the database itself refuse to change or remove rows, whoever asks, the owner of the tables included. It keeps honest
 * programs from mistakes; that nobody took the triggers away is what verification is for.
 */
export async function refuseChanges(db: Kysely<unknown>, tables: readonly AddOnlyTable[]): Promise<void> {
  if (isPostgres(db)) await refuseInPostgres(db, tables);
  else await refuseInSqlite(db, tables);
}

const message = 'the ledger is only added to';

async function refuseInPostgres(db: Kysely<unknown>, tables: readonly AddOnlyTable[]): Promise<void> {
  await sql`
    create function ledger_is_added_to() returns trigger language plpgsql as
    ${sql.raw(`$$ begin raise exception '${message}' using errcode = 'restrict_violation'; end $$`)}
  `.execute(db);
  for (const { table } of tables) {
    const trigger = sql.ref(`${table}_kept`);
    await sql`
      create trigger ${trigger} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function ledger_is_added_to()
    `.execute(db);
    // As well where triggers are off for replication.
    await sql`alter table ${sql.table(table)} enable always trigger ${trigger}`.execute(db);
  }
}

async function refuseInSqlite(db: Kysely<unknown>, tables: readonly AddOnlyTable[]): Promise<void> {
  for (const { table, keys, again } of tables) {
    for (const action of ['update', 'delete'])
      await sql`
        create trigger ${sql.ref(`${table}_no_${action}`)} before ${sql.raw(action)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(message)}); end
      `.execute(db);
    // `insert or replace` removes the row in the way without asking the triggers for removals. The row's own number is a key,
    // too; where the statement gives none it is -1, which no row has.
    const taken = [...keys, ['rowid']].map(
      (columns) =>
        sql`exists (select 1 from ${sql.table(table)} where ${sql.join(
          columns.map((column) => sql`${sql.ref(column)} = new.${sql.ref(column)}`),
          sql` and `,
        )})`,
    );
    const answer = again === 'ignored' ? sql`raise(ignore)` : sql`raise(abort, ${sql.lit(message)})`;
    await sql`
      create trigger ${sql.ref(`${table}_no_replacement`)} before insert on ${sql.table(table)}
      when ${sql.join(taken, sql` or `)}
      begin select ${answer}; end
    `.execute(db);
  }
}
