/** PostgreSQL: a serialization failure, a deadlock. */
const crossed: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const uniqueViolation = '23505';
const attempts = 5;

/**
 * Runs a transaction again when a writer of another stream was quicker: both met the same person for the first time, and
 * the lookup stands in the store once.
 */
export async function againWhenCrossed<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const { code, table } = error as { code?: unknown; table?: unknown };
      const sameLookup = code === uniqueViolation && String(table).startsWith('ledger_lookups');
      if (attempt === attempts || !(sameLookup || crossed.has(code))) throw error;
    }
  }
}
