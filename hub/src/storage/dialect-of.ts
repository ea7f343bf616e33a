import { PostgresAdapter, type QueryExecutor } from 'kysely';

/** What is behind a database, for the few statements that the two say differently. */
export function isPostgres(database: { getExecutor(): QueryExecutor }): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}
