import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type SqliteDatabase,
  type SqliteDialectConfig,
} from 'kysely';
import { ProblemError } from '../http/problem.ts';
import { RowList } from './row-list.ts';

export interface NodeSqliteOptions {
  /** Path of the file, or `:memory:`. */
  file: string;
  /** How long a writer waits for another process. @default 5000 */
  busyTimeoutMs?: number;
  /** For a second connection, whose reads do not wait for the transactions of the first. @default false */
  readOnly?: boolean;
}

/** Kysely over the SQLite that Node carries. Everything acknowledged is on disk: WAL with `synchronous = FULL`. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #busyTimeoutMs: number;

  constructor({ file, busyTimeoutMs = 5000, readOnly = false }: NodeSqliteOptions) {
    const config = { database: async () => open(file, busyTimeoutMs, readOnly) };
    super(config);
    this.#config = config;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config, this.#busyTimeoutMs);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter();
  }
}

/** SQLite can undo table definitions, so each start migrates in one transaction, which is the lock at the same time. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #busyTimeoutMs: number;

  constructor(config: SqliteDialectConfig, busyTimeoutMs: number) {
    super(config);
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => whenFree(() => connection.executeQuery(query), this.#busyTimeoutMs),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  /** Takes the write lock at once: a reader that turns into a writer would fail without waiting. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

const retryMs = 10;

/**
 * Waits for another connection's lock without holding up the process, as SQLite's own busy timeout would: n8n and its
 * workflows run in it, and the lock may even be held by somebody in here.
 */
async function whenFree<T>(run: () => Promise<T>, timeoutMs: number): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    try {
      return await run();
    } catch (cause) {
      const code = resultCode(cause);
      if (code === busy && waitedMs < timeoutMs) await wait(retryMs);
      else throw storeFaults.has(code) ? new ProblemError('store_unavailable', { cause }) : cause;
    }
  }
}

/** SQLITE_BUSY. */
const busy = 5;

/**
 * Faults of the disk or the file, which an administrator mends; every other one is ours.
 * @source https://www.sqlite.org/rescode.html: BUSY, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB
 */
const storeFaults: ReadonlySet<number> = new Set([busy, 8, 10, 11, 13, 14, 26]);

/** SQLite's primary result code, whichever the extended one; 0 for another error. */
function resultCode(error: unknown): number {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : 0;
}

/** chosen: the upper pages of the ledger's indexes at ten million entries; SQLite's own 2 MiB make every look-up a read. */
const cacheKibibytes = 64 * 1024;

/**
 * Pages that the log may hold before they are brought over into the file. chosen: 4,000, 16 MiB: a page that several commits
 * change is then written over once. SQLite's own 1,000 are fewer than one commit of a full request touches.
 */
const pagesOfLog = 4_000;

/** chosen: the hub has some hundred statements; those with lists of values differ by their length. */
const maxStatements = 300;

/** Statements that were prepared already: preparing one takes longer than running it. */
function statementCache(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const [oldest] = statements.keys();
    if (statements.size >= maxStatements && oldest !== undefined) statements.delete(oldest);
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}

function open(file: string, busyTimeoutMs: number, readOnly: boolean): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true, readOnly });
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  database.exec(
    `pragma busy_timeout = 0; pragma cache_size = -${cacheKibibytes}; pragma wal_autocheckpoint = ${pagesOfLog}`,
  );
  const prepare = statementCache(database);
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run(parameters) {
          const run = (row: readonly unknown[]) => statement.run(...(row as SQLInputValue[]));
          const [rows] = parameters;
          if (!(rows instanceof RowList)) return run(parameters);
          return { changes: rows.runEach((row) => void run(row)), lastInsertRowid: 0 };
        },
        iterate: (parameters) =>
          // One of its own: it is still being read while others run.
          database.prepare(sql).iterate(...(parameters as SQLInputValue[])) as IterableIterator<
            Record<string, unknown>
          >,
      };
    },
  };
}
