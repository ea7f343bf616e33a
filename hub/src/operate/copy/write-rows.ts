import { sql } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { Row } from './read-rows.ts';
import type { StoreTable } from './store-tables.ts';

/** Chosen: below the 32,766 that SQLite takes, the fewer of the two databases. */
const mostParameters = 30_000;

/** Adds rows to a table; those that a page holds go in as few statements as the database takes. */
export async function writeRows(database: Database, table: StoreTable, rows: readonly Row[]): Promise<void> {
  const perStatement = Math.floor(mostParameters / table.columns.length);
  for (let start = 0; start < rows.length; start += perStatement) {
    const values = rows
      .slice(start, start + perStatement)
      .map((row) => sql`(${sql.join(table.columns.map((name) => row[name] ?? null))})`);
    await sql`insert into ${sql.table(table.name)} (${sql.join(table.columns.map((name) => sql.ref(name)))})
      values ${sql.join(values)}`.execute(database);
  }
}
