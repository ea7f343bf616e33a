import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isAlive, killGroup } from '../../host/processes.ts';
import { endTree } from '../run/process-tree.ts';

/** Starts a child in a group of its own, as tests start servers; both write their ids and stay. */
const starter = (child: string) => `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.once('data', () => console.log(process.pid + ' ' + child.pid));
  setInterval(() => {}, 1000);`;
const server = `setInterval(() => {}, 1000); console.log('up');`;
const stubborn = `process.on('SIGTERM', () => {}); ${server}`;

async function started(child: string): Promise<number[]> {
  const root = spawn(process.execPath, ['-e', starter(child)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(root.stdout)) {
    const pids = line.split(' ').map(Number);
    onTestFinished(() => pids.forEach(killGroup));
    return pids;
  }
  throw new Error('it ended at once');
}

test.each([
  ['in order', server, 20_000],
  ['by force when they do not end in order', stubborn, 200],
])('a process and what it started in another group end, %s', async (_, child, graceMs) => {
  const pids = await started(child);
  expect(pids.map(isAlive)).toEqual([true, true]);
  await endTree(pids[0] ?? 0, graceMs);
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 10_000 });
});
