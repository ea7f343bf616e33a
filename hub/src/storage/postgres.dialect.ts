import { Pool, types, type PoolClient } from 'pg';
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { ProblemError } from '../http/problem.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with the parameters of libpq such as `?sslmode=verify-full`. */
  url: string;
  /** Connections that one hub holds at most. @default 10 */
  maxConnections?: number;
  /** How long to wait for a connection. @default 5000 */
  connectTimeoutMs?: number;
  /** How long a statement may take, its wait for another hub's lock included. @default 30000 */
  statementTimeoutMs?: number;
}

/** Kysely over a pool of connections to PostgreSQL. */
export function postgresDialect(options: PostgresOptions): PostgresDialect {
  const { url, maxConnections = 10, connectTimeoutMs = 5_000, statementTimeoutMs = 30_000 } = options;
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // A hub that stands still in the middle of a commit shall not hold up the others.
    idle_in_transaction_session_timeout: statementTimeoutMs,
    keepAlive: true,
    application_name: 'steward-hub',
    types: { getTypeParser: parserOf },
  });
  // The server ended a connection that nobody used; the next statement takes another.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool: faultsAsProblems(pool) });
}

/** `bigint`, which here counts entries and milliseconds, far below 2^53. */
const int8 = 20;

function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === int8 ? Number : (types.getTypeParser(oid, format as 'text') as (text: string) => unknown);
}

/** The pool, with faults that an administrator mends told apart from ours. */
function faultsAsProblems(pool: Pool): PostgresPool {
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect().catch(refuse);
      const known = wrapped.get(client);
      if (known) return known;
      const query = (sql: string, parameters: readonly unknown[]) => client.query(sql, [...parameters]).catch(refuse);
      const wrapper = { query, release: () => client.release() } as unknown as PostgresPoolClient;
      wrapped.set(client, wrapper);
      // A connection that breaks while it is in use says so to whoever uses it; without a listener the process would end.
      client.on('error', () => undefined);
      return wrapper;
    },
    end: () => pool.end(),
  };
}

function refuse(cause: unknown): never {
  throw isStoreFault(cause) ? new ProblemError('store_unavailable', { cause }) : cause;
}

/**
 * Classes and codes of faults of the server or of the way to it: connection, authorization, no such database, resources, an
 * operator's intervention, system errors; a server that may only be read; a lock or a statement that took too long.
 * @source https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
const serverFault = /^(?:08|28|3D|53|57|58|25006|55P03|XX)/;

const wayFault = /^E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN|ADDRNOTAVAIL)/;

/** Faults of the way that `pg` tells by words alone. */
const wayWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection)/;

function isStoreFault(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (serverFault.test(code) || wayFault.test(code))) return true;
  return typeof message === 'string' && wayWords.test(message);
}
