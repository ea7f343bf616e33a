import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { isPostgres } from './dialect-of.ts';
import type { Tables } from './schema.ts';

/** One statement for any number of values, all of them in one parameter: its text stays the same, and is read once. */
export function isOneOf(db: Kysely<Tables>, column: string, values: readonly string[]): RawBuilder<SqlBool> {
  const distinct = [...new Set(values)].sort();
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(${distinct}::text[])`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(distinct)}))`;
}

/** The same of whole numbers. */
export function isOneOfNumbers(db: Kysely<Tables>, column: string, values: readonly number[]): RawBuilder<SqlBool> {
  const distinct = [...new Set(values)].sort((one, other) => one - other);
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(${distinct}::bigint[])`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(distinct)}))`;
}
