/**
 * Errors of a database that is away, full, or cannot be had just now: the request was right, and may be sent again. What is
 * wrong with a statement is a fault of ours and not among them.
 */
export function isStoreFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && sqliteFailures.has(errcode & 0xff);
  return typeof code === 'string' && (postgresFailures.test(code) || networkFailures.has(code));
}

/** @source SQLite, Result and Error Codes: BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB */
const sqliteFailures: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

/**
 * @source PostgreSQL, Appendix A: 08 connection, 25006 read-only, 40 rollback (serialization, deadlock), 53 resources,
 * 55P03 lock not available, 57 operator intervention, 58 system
 */
const postgresFailures = /^(?:08|40|53|57|58)[0-9A-Z]{3}$|^(?:25006|55P03)$/;

const networkFailures: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
