import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { findFreePort, loopback } from '../../host/port.ts';
import { run } from '../../host/processes.ts';
import { startInBackground, untilAnswering, type BackgroundProcess } from './background-process.ts';

const program = fileURLToPath(new URL('../../hub/src/standalone/main.ts', import.meta.url));
const node24 = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/** A standalone hub, as `npx steward-hub serve` starts it, with an API key that may record. */
export interface HubProcess {
  baseUrl: string;
  apiKey: string;
  pid(): number;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Starts it again, on the same port, when it has gone; waits until it answers. */
  ensureRunning(): Promise<void>;
  stop(): Promise<void>;
}

export interface HubProcessOptions {
  folder: string;
  name?: string;
  /** The settings that say where the store is, such as `STEWARD_DATABASE_URL`. */
  settings: Readonly<Record<string, string>>;
  /** Made when left out. */
  apiKey?: string;
}

const startTimeoutMs = 60_000;

export async function startHubProcess({
  folder,
  name = 'hub',
  settings,
  apiKey,
}: HubProcessOptions): Promise<HubProcess> {
  const port = await findFreePort();
  const baseUrl = `http://${loopback}:${port}`;
  const env = { ...hubEnvironment(settings), STEWARD_LISTEN_PORT: String(port), STEWARD_LISTEN_HOST: loopback };
  const key = apiKey ?? (await createApiKey(folder, settings));
  const start = (): BackgroundProcess =>
    startInBackground({
      command: node24,
      args: [program, 'serve'],
      cwd: folder,
      env,
      logFile: join(folder, `${name}.log`),
    });
  let running = start();
  const ready = () => untilAnswering(running, `${baseUrl}/steward/healthz`, startTimeoutMs);
  await ready();
  return {
    baseUrl,
    apiKey: key,
    pid: () => running.pid,
    kill: () => running.kill(),
    async ensureRunning() {
      if (running.hasExited()) running = start();
      await ready();
    },
    stop: () => running.stop(),
  };
}

/** Makes an API key at the hub's own command line. */
export async function createApiKey(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const scopes = 'ledger:append,ledger:read,ledger:export';
  const args = [program, 'api-key', 'create', '--name', 'tests', '--scopes', scopes, '--json'];
  const { code, output } = await run(node24, args, { cwd: folder, env: hubEnvironment(settings) });
  const text = /stw_[a-z0-9]+_[\w-]+/.exec(output)?.[0];
  if (code !== 0 || text === undefined) throw new Error(`No API key was made:\n${output}`);
  return text;
}

/** The environment without settings of whoever runs the tests. */
export function hubEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(STEWARD_|VITEST|NODE_OPTIONS)/.test(name));
  return { ...Object.fromEntries(inherited), ...settings };
}
