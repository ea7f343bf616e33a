import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installHost } from '../../host/install.ts';
import { linkPackage } from '../../host/link-package.ts';
import { n8nEnvironment } from '../../host/n8n-env.ts';
import { createOwner, signIn, type N8nSession } from '../../host/n8n-session.ts';
import type { NodeRuntime } from '../../host/node-runtime.ts';
import { hostFolder, repositoryRoot } from '../../host/paths.ts';
import { findFreePort, loopback } from '../../host/port.ts';
import { createReporter } from '../../host/reporter.ts';
import { testOwner } from '../e2e/harness/start-n8n.ts';
import { startInBackground, untilAnswering, type BackgroundProcess } from '../processes/background-process.ts';

/** n8n in queue mode: one process that takes calls, and workers that run workflows. */
export interface QueuedN8n {
  baseUrl: string;
  session: N8nSession;
  /** How many executions a worker has finished, as its log says; workers count from 0. */
  executionsOf(worker: number): number;
  stop(): Promise<void>;
}

export interface QueueOptions {
  folder: string;
  workers: number;
  redisPort: number;
  /** `postgres://user:password@host:port/database`. */
  postgresUrl: string;
}

/** Executions that a worker runs at once. */
const concurrency = 5;

/** Starts the pinned n8n in queue mode on a PostgreSQL and a Redis; 20 to 40 seconds. */
export async function startQueuedN8n(options: QueueOptions): Promise<QueuedN8n> {
  const reporter = createReporter({ write: (text) => process.stderr.write(text) });
  const node = await installHost(process.env, reporter);
  const encryptionKey = randomBytes(24).toString('base64url');
  const started: BackgroundProcess[] = [];
  const stop = async () => {
    await Promise.all(started.map((each) => each.stop()));
  };
  try {
    const port = await findFreePort();
    const baseUrl = `http://${loopback}:${port}`;
    const main = await startOne(options, node, { name: 'main', args: ['start'], port, encryptionKey, env: {} });
    started.push(main);
    // The first process makes the tables; a worker that came with it would fail on them.
    await untilAnswering(main, `${baseUrl}/healthz/readiness`, 180_000);
    for (let worker = 0; worker < options.workers; worker++)
      started.push(await startWorker(options, node, workerName(worker), encryptionKey));
    await createOwner(baseUrl, testOwner);
    const session = await signIn(baseUrl, testOwner);
    if (session === null) throw new Error('The owner account that was just made cannot sign in.');
    return {
      baseUrl,
      session,
      executionsOf: (worker) => countFinished(join(options.folder, `${workerName(worker)}.log`)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function workerName(worker: number): string {
  return `worker-${worker + 1}`;
}

function countFinished(logFile: string): number {
  return readFileSync(logFile, 'utf8').match(/Worker finished execution/g)?.length ?? 0;
}

async function startWorker(
  options: QueueOptions,
  node: NodeRuntime,
  name: string,
  encryptionKey: string,
): Promise<BackgroundProcess> {
  const port = await findFreePort();
  const worker = await startOne(options, node, {
    name,
    args: ['worker', `--concurrency=${concurrency}`],
    port,
    encryptionKey,
    env: { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) },
  });
  await untilAnswering(worker, `http://${loopback}:${port}/healthz/readiness`, 120_000);
  return worker;
}

async function startOne(
  { folder, redisPort, postgresUrl }: QueueOptions,
  node: NodeRuntime,
  one: { name: string; args: string[]; port: number; encryptionKey: string; env: NodeJS.ProcessEnv },
): Promise<BackgroundProcess> {
  const userFolder = join(folder, one.name);
  mkdirSync(userFolder, { recursive: true });
  linkPackage(userFolder, repositoryRoot);
  const brokerPort = await findFreePort();
  const postgres = new URL(postgresUrl);
  const settings = { userFolder, port: one.port, brokerPort, nodeFolder: node.folder, hub: null };
  return startInBackground({
    command: node.program,
    args: [join(hostFolder(process.env), 'node_modules', 'n8n', 'bin', 'n8n'), ...one.args],
    cwd: userFolder,
    logFile: join(folder, `${one.name}.log`),
    env: {
      ...n8nEnvironment(settings, process.env),
      N8N_ENCRYPTION_KEY: one.encryptionKey,
      EXECUTIONS_MODE: 'queue',
      OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
      QUEUE_BULL_REDIS_HOST: loopback,
      QUEUE_BULL_REDIS_PORT: String(redisPort),
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: postgres.hostname,
      DB_POSTGRESDB_PORT: postgres.port,
      DB_POSTGRESDB_DATABASE: postgres.pathname.slice(1),
      DB_POSTGRESDB_USER: decodeURIComponent(postgres.username),
      DB_POSTGRESDB_PASSWORD: decodeURIComponent(postgres.password),
      N8N_LOG_LEVEL: 'info',
      ...one.env,
    },
  });
}
