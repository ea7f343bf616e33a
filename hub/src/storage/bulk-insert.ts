import { CompiledQuery, type Kysely } from 'kysely';
import { isPostgres } from './dialect-of.ts';
import { RowList } from './row-list.ts';
import type { Tables } from './schema.ts';

/** A column and its type in PostgreSQL. */
export type BulkColumn = readonly [name: string, type: 'text' | 'bigint' | 'double precision' | 'bytea'];

/**
 * Inserts many rows by one statement whose text is always the same, so that neither database has to read it anew:
 * PostgreSQL takes a list per column, SQLite runs it once for each row.
 * @param options.again columns of the key by which a row that is there already is written over; without it that is an error
 */
export async function bulkInsert(
  db: Kysely<Tables>,
  table: keyof Tables,
  columns: readonly BulkColumn[],
  rows: readonly (readonly unknown[])[],
  { again }: { again?: readonly string[] } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(([name]) => name);
  const into = `insert into ${table} (${names.join(', ')})`;
  const over = again === undefined ? '' : ` on conflict (${again.join(', ')}) ${overwrite(names, again)}`;
  if (isPostgres(db)) {
    const lists = columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
    const parameters = columns.map((_, index) => rows.map((row) => row[index]));
    await db.executeQuery(CompiledQuery.raw(`${into} select * from unnest(${lists})${over}`, parameters));
    return;
  }
  const places = columns.map(() => '?').join(', ');
  await db.executeQuery(CompiledQuery.raw(`${into} values (${places})${over}`, [new RowList(rows)]));
}

function overwrite(names: readonly string[], key: readonly string[]): string {
  const others = names.filter((name) => !key.includes(name));
  if (others.length === 0) return 'do nothing';
  return `do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}
