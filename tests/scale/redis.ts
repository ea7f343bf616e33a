import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, loopback } from '../../host/port.ts';
import { run } from '../../host/processes.ts';
import { findProgram } from '../../host/toolchain.ts';
import { startInBackground, type BackgroundProcess } from '../processes/background-process.ts';

export interface TestRedis {
  port: number;
  stop(): Promise<void>;
}

/** Starts Debian's Redis on a free port, with its data in `folder`; installs it first when it is missing and we are root. */
export async function startRedis(folder: string): Promise<TestRedis> {
  const command = findProgram('redis-server', process.env) ?? (await installRedis());
  const port = await findFreePort();
  mkdirSync(folder, { recursive: true });
  const redis = startInBackground({
    command,
    args: ['--port', String(port), '--bind', loopback, '--save', '', '--appendonly', 'no', '--dir', folder],
    cwd: folder,
    env: process.env,
    logFile: join(folder, 'redis.log'),
  });
  await untilListening(redis, port);
  return { port, stop: () => redis.stop() };
}

async function installRedis(): Promise<string> {
  const apt = (...args: string[]) =>
    run('apt-get', args, { cwd: '/', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const install = ['install', '-y', '--no-install-recommends', 'redis-server'];
  if (process.getuid?.() === 0 && findProgram('apt-get', process.env) !== null) {
    process.stderr.write('Installing Debian’s redis-server (apt-get install redis-server).\n');
    if ((await apt(...install)).code !== 0) {
      await apt('update');
      await apt(...install);
    }
  }
  const command = findProgram('redis-server', process.env);
  if (command === null) throw new Error('n8n in queue mode needs Redis. Install it: apt-get install redis-server');
  return command;
}

async function untilListening(redis: BackgroundProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (redis.hasExited()) throw new Error(`Redis ended while it was starting:\n${redis.logTail()}`);
    if (await isListening(port)) return;
    await sleep(50);
  }
  throw new Error(`Redis did not listen within 10 s:\n${redis.logTail()}`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: loopback });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
