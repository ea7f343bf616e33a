import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const node = path.join(root, 'node_modules/.bin/node');
const program = path.join(root, 'hub/src/standalone/main.ts');

/** The hub as a process, with an empty store of its own and no settings of whoever runs the tests. */
function steward(settings: Record<string, string>, ...args: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-serve-'));
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:STEWARD_|NODE_OPTIONS|VITEST)/.test(name));
  const env = {
    ...Object.fromEntries(kept),
    STEWARD_DATABASE_FILE: path.join(folder, 'hub.sqlite'),
    STEWARD_LISTEN_PORT: '0',
    ...settings,
  };
  const child = spawn(node, [program, ...args], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  });
  return { child, exited, said: () => said };
}

async function serving(hub: { child: ChildProcess; said(): string }): Promise<string> {
  for (;;) {
    const address = /serving at (\S+?)\/ /.exec(hub.said())?.[1];
    if (address !== undefined) return address;
    if (hub.child.exitCode !== null) throw new Error(hub.said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('serves until SIGTERM, then ends in order and takes its store along', async () => {
  const hub = steward({ STEWARD_LOG_LEVLE: 'info' });
  const address = await serving(hub);
  const ready = await fetch(`${address}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks: { store: 'ok', ledger: 'ok' } }]);
  expect(hub.said()).toContain('Did you mean STEWARD_LOG_LEVEL?');
  expect(hub.said()).toContain('nobody can sign in');
  hub.child.kill('SIGTERM');
  expect(await hub.exited).toBe(0);
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

test('a stop waits for a request that has begun, and a second signal does not wait', async () => {
  const hub = steward({});
  const address = await serving(hub);
  const { hostname, port } = new URL(address);
  const { connect } = await import('node:net');
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  // Half a request: its end never comes.
  socket.write(
    'POST /steward/api/v1/journeys HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 9\r\n',
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  hub.child.kill('SIGINT');
  const first = await Promise.race([hub.exited, new Promise((resolve) => setTimeout(() => resolve('waits'), 700))]);
  expect(first).toBe('waits');
  hub.child.kill('SIGINT');
  expect(await hub.exited).toBe(1);
  socket.destroy();
});

test('a wrong setting and a taken port are told without a stack trace', async () => {
  const wrong = steward({ STEWARD_LISTEN_PORT: 'eighty', STEWARD_MASTER_KEY: 'planted-secret' });
  expect(await wrong.exited).toBe(2);
  expect(wrong.said()).toContain('STEWARD_LISTEN_PORT is "eighty"');
  expect(wrong.said()).not.toMatch(/planted-secret|\n\s+at /);

  const first = steward({});
  const { port } = new URL(await serving(first));
  const second = steward({ STEWARD_LISTEN_PORT: port });
  expect(await second.exited).toBe(2);
  expect(second.said()).toContain(`cannot listen at 127.0.0.1, port ${port}: EADDRINUSE.`);
});

test('lists its settings', async () => {
  const listing = steward({}, 'settings');
  expect(await listing.exited).toBe(0);
  expect(listing.said()).toContain('| `STEWARD_LISTEN_PORT` |');
});
