import { CompiledQuery, type Kysely } from 'kysely';
import { isPostgres } from './dialect-of.ts';
import type { Tables } from './schema.ts';

/** A column and its type in PostgreSQL. */
export type BulkColumn = readonly [name: string, type: 'text' | 'bigint' | 'bytea'];

/**
 * Inserts many rows by few statements whose text is always the same, so that neither database has to read it anew:
 * PostgreSQL takes a list per column, SQLite takes a fixed number of rows at a time.
 */
export async function bulkInsert(
  db: Kysely<Tables>,
  table: keyof Tables,
  columns: readonly BulkColumn[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const into = `insert into ${table} (${columns.map(([name]) => name).join(', ')})`;
  if (isPostgres(db)) {
    const lists = columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
    const parameters = columns.map((_, index) => rows.map((row) => row[index]));
    await db.executeQuery(CompiledQuery.raw(`${into} select * from unnest(${lists})`, parameters));
    return;
  }
  const place = `(${columns.map(() => '?').join(', ')})`;
  for (let start = 0; start < rows.length;) {
    const size = rows.length - start >= rowsPerStatement ? rowsPerStatement : 1;
    const places = Array.from({ length: size }, () => place).join(', ');
    const parameters = rows.slice(start, start + size).flat();
    await db.executeQuery(CompiledQuery.raw(`${into} values ${places}`, parameters));
    start += size;
  }
}

/** chosen: because more gained nothing in the measurements of tests/bench/store-bench.ts. */
const rowsPerStatement = 20;
