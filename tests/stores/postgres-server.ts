import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findFreePort, loopback } from '../../host/port.ts';
import { startInBackground, type BackgroundProcess } from '../processes/background-process.ts';
import { findPostgresPrograms, postgresAccount } from './postgres-programs.ts';

/** A PostgreSQL of our own, on the loopback address alone, whose data are gone when it is stopped. */
export interface TestPostgres {
  port: number;
  /** Folder of the data, for whoever looks for traces in the files. */
  dataFolder: string;
  /** Makes a database, empty or a copy of another that nobody uses, and returns its address, `postgres://user:password@127.0.0.1:port/name`. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Runs a statement in a database as the superuser. */
  run(database: string, statement: string): Promise<Record<string, unknown>[]>;
  /** `kill -9` of the server and all its processes, as when the machine loses power. */
  kill(): Promise<void>;
  /** Starts it again after `kill` or `halt`, on the same port and data. */
  start(): Promise<void>;
  /** Ends the server in order and keeps the data. */
  halt(): Promise<void>;
  /** Ends the server and removes the data. */
  stop(): Promise<void>;
}

const user = 'steward';

/**
 * Starts a PostgreSQL with everything durable that is durable in production; about two seconds. The system's newest version
 * is taken, and Debian's is installed when there is none and we are root.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = await findPostgresPrograms();
  const account = postgresAccount();
  const folder = mkdtempSync(join(tmpdir(), 'steward-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const dataFolder = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const port = await findFreePort();
  let server: BackgroundProcess | null = null;

  const client = async (database: string): Promise<Client> => {
    const connection = new Client({ host: loopback, port, user, password, database, connectionTimeoutMillis: 5_000 });
    connection.on('error', () => undefined);
    await connection.connect();
    return connection;
  };
  const runIn = async (database: string, statement: string) => {
    const connection = await client(database);
    try {
      return (await connection.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await connection.end();
    }
  };
  const startOnce = async () => {
    const started = startInBackground({
      command: join(programs, 'postgres'),
      args: ['-D', dataFolder, '-c', `port=${port}`, ...settings(folder)],
      cwd: folder,
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      logFile: join(folder, 'postgres.log'),
      ...(account && { account }),
    });
    server = started;
    await untilAnswering(started, () => runIn('postgres', 'select 1'));
  };
  const start = async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await startOnce();
      } catch (error) {
        // After a kill the last of its processes may still be going.
        if (attempt === 10) throw error;
        await sleep(200);
      }
    }
  };
  const halt = async () => {
    const running = server;
    server = null;
    if (!running) return;
    // Ends the connections of its clients as well; asked by SIGTERM it would wait for them.
    if (!running.hasExited()) process.kill(running.pid, 'SIGINT');
    await Promise.race([running.exited, sleep(5_000)]);
    await running.stop();
  };
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

  try {
    await makeCluster({ programs, folder, dataFolder, password, account });
    await start();
  } catch (error) {
    await halt();
    remove();
    throw error;
  }
  return {
    port,
    dataFolder,
    run: runIn,
    start,
    halt,
    async createDatabase(name, template = 'template1') {
      await runIn('postgres', `create database "${name}" template "${template}"`);
      return `postgres://${user}:${password}@${loopback}:${port}/${name}`;
    },
    async kill() {
      await server?.kill();
      server = null;
    },
    async stop() {
      await halt();
      remove();
    },
  };
}

function settings(folder: string): string[] {
  return [
    `listen_addresses=${loopback}`,
    `unix_socket_directories=${folder}`,
    'fsync=on',
    'synchronous_commit=on',
    'max_connections=100',
    'shared_buffers=256MB',
  ].flatMap((setting) => ['-c', setting]);
}

interface Cluster {
  programs: string;
  folder: string;
  dataFolder: string;
  password: string;
  account: { uid: number; gid: number } | null;
}

async function makeCluster({ programs, folder, dataFolder, password, account }: Cluster): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const args = ['-D', dataFolder, '-U', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const child = spawn(join(programs, 'initdb'), [...args, '--encoding=UTF8', '--no-locale', '--no-sync'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    ...account,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  rmSync(passwordFile);
  if (code !== 0) throw new Error(`initdb failed:\n${output}`);
}

async function untilAnswering(server: BackgroundProcess, ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (server.hasExited()) throw new Error(`PostgreSQL ended while it was starting:\n${server.logTail()}`);
      if (attempt === 600) throw new Error(`PostgreSQL did not answer in time:\n${server.logTail()}`, { cause: error });
    }
    await sleep(50);
  }
}
