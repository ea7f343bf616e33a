import os from 'node:os';
import { UsageError, type Command, type ExitCode } from '../cli/command.ts';
import type { CliStreams } from '../cli/streams.ts';
import { designerFolder } from '../compose/designer-folder.ts';
import { withinMs } from '../compose/within-ms.ts';
import { openHub, type OpenHub } from '../compose/open-hub.ts';
import { readSettings, type Settings } from '../settings/settings.ts';
import { settingsWarnings } from '../settings/settings-warnings.ts';
import { n8nOfSettings } from './n8n-of-settings.ts';

/** `steward-hub serve`: the hub as a process of its own, until it is told to stop. */
export const serveCommand: Command = {
  words: ['serve'],
  operands: [],
  summary: 'run the hub until it is told to stop (this is what happens without a command)',
  help: [
    'Serves the API and the designer under /steward, on the address that STEWARD_LISTEN_HOST and STEWARD_LISTEN_PORT name (127.0.0.1:5680). Settings come from the environment; steward-hub settings lists them.',
    'SIGTERM or SIGINT stops it: it takes no new connections, finishes what it has begun, and closes its store. A second signal ends it at once.',
  ],
  options: {},
  examples: ['steward-hub serve', 'STEWARD_LISTEN_PORT=8080 STEWARD_DATABASE_FILE=/srv/steward.sqlite steward-hub'],
  run: ({ streams }) => serve(streams),
};

async function serve(streams: CliStreams): Promise<ExitCode> {
  const settings = await orUsageError(() =>
    readSettings(process.env, { homeFolder: os.homedir(), designerFolder: designerFolder(), mode: 'standalone' }),
  );
  const stopped = stopSignal();
  const hub = await orUsageError(() =>
    openHub(settings, { ...n8nOfSettings(settings), publicFolder: folderOf(settings.publicUrl), log: process.stdout }),
  );
  try {
    for (const warning of settingsWarnings(process.env, 'standalone')) hub.app.log.warn(warning);
    if (settings.oidcIssuerUrl === null) {
      hub.app.log.warn(
        'STEWARD_OIDC_ISSUER_URL is not set: nobody can sign in, the hub serves machines with API keys alone',
      );
    }
    await listen(hub, settings);
    streams.note(`steward-hub: serving at ${settings.publicUrl ?? addressOf(hub)}/steward/ (pid ${process.pid})\n`);
    await stopped;
    streams.note('steward-hub: stopping\n');
  } catch (error) {
    await hub.stop();
    throw error;
  }
  if (await withinMs(settings.stopTimeoutMs, hub.stop())) return 0;
  streams.note('steward-hub: not everything ended in STEWARD_STOP_TIMEOUT_SECONDS; what was acknowledged is kept\n');
  return 1;
}

/** What is wrong with the settings or the store is told without a stack trace. */
async function orUsageError<T>(open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? new UsageError(error.message) : error;
  }
}

async function listen({ app }: OpenHub, { listenHost, listenPort }: Settings): Promise<void> {
  try {
    await app.listen({ host: listenHost, port: listenPort, listenTextResolver: () => 'listening' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot listen at ${listenHost}, port ${listenPort}: ${code ?? String(error)}.`);
  }
}

/** Resolves with the first signal; the second ends the process where it stands. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const onSignal = (): void => {
      resolve();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.removeListener(signal, onSignal);
        process.once(signal, () => process.exit(1));
      }
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
  });
}

function folderOf(publicUrl: string | null): string {
  return publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

function addressOf({ app }: OpenHub): string {
  const [address] = app.addresses();
  if (address === undefined) return '';
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}
