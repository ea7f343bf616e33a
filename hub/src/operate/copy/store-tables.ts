import { sql } from 'kysely';
import { openDatabase } from '../../storage/database.ts';
import { NodeSqliteDialect } from '../../storage/node-sqlite.dialect.ts';

/** A table of the store, as its migrations leave it. */
export interface StoreTable {
  name: string;
  columns: string[];
  /** Columns by which its rows are told apart and read in order. */
  primaryKey: string[];
}

/** Tables that Kysely keeps for itself: every store has its own. */
const bookkeeping = /^(kysely|sqlite)_/;

/** All tables of a store of this version, each after those that it refers to. They are the same in every dialect. */
export async function storeTables(): Promise<StoreTable[]> {
  const database = await openDatabase(new NodeSqliteDialect({ file: ':memory:' }));
  try {
    const names = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' order by rowid`.execute(database);
    const tables: StoreTable[] = [];
    for (const { name } of names.rows) {
      if (bookkeeping.test(name)) continue;
      const columns = await sql<{ name: string; pk: number }>`
        select name, pk from pragma_table_info(${name}) order by cid`.execute(database);
      const keys = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      if (keys.length === 0) throw new Error(`the table ${name} has no primary key, so it cannot be read in order`);
      tables.push({
        name,
        columns: columns.rows.map((column) => column.name),
        primaryKey: keys.map((column) => column.name),
      });
    }
    return tables;
  } finally {
    await database.destroy();
  }
}
