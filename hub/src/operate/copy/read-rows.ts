import { sql } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { StoreTable } from './store-tables.ts';

/** A row as the database gives it. */
export type Row = Record<string, unknown>;

/** Chosen: pages of some 4 MB, because a row may be a journey of megabytes or an entry of a kilobyte. */
const pageBytes = 4 * 1024 * 1024;
const mostRows = 1_000;

/** All rows of a table in the order of its primary key, in pages; memory stays bounded, whatever the rows hold. */
export async function* readRows(database: Database, table: StoreTable): AsyncGenerator<Row[]> {
  const columns = sql.join(table.columns.map((name) => sql.ref(name)));
  const key = sql.join(table.primaryKey.map((name) => sql.ref(name)));
  const readPage = async (last: Row | null, limit: number): Promise<Row[]> => {
    const beyond = last && sql`where (${key}) > (${sql.join(table.primaryKey.map((name) => last[name]))})`;
    const { rows } = await sql<Row>`
      select ${columns} from ${sql.table(table.name)} ${beyond ?? sql``} order by ${key} limit ${sql.lit(limit)}`.execute(
      database,
    );
    return rows;
  };
  let limit = 50;
  for (let last: Row | null = null; ;) {
    const rows: Row[] = await readPage(last, limit);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    last = rows.at(-1) ?? null;
    const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0);
    limit = Math.max(1, Math.min(mostRows, Math.floor((limit * pageBytes) / Math.max(bytes, 1))));
  }
}

export async function countRows(database: Database, table: StoreTable): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from ${sql.table(table.name)}`.execute(database);
  return Number(rows[0]?.count ?? 0);
}

function sizeOf(row: Row): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
    0,
  );
}
