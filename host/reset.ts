import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readResetOptions } from './arguments.ts';
import { hostFolder, stateFolder } from './paths.ts';
import { describeFailure, HostProblem } from './problem.ts';
import { stopGroup } from './processes.ts';
import { readHolder, readOrphan } from './run-lock.ts';

const usage = `npm run reset [-- --yes] [-- --host]

Forgets what npm start keeps in .steward: n8n's database and settings, the journeys, the owner account.
  --yes, -y   does not ask
  --host      also removes the installed n8n; the next start installs it again
`;

/** Removes the state of `npm start`, after asking. */
export async function main(): Promise<void> {
  try {
    const options = readResetOptions(process.argv.slice(2));
    if (options.help) return void process.stdout.write(usage);
    const state = stateFolder(process.env);
    const holder = readHolder(state.run);
    if (holder !== null) {
      throw new HostProblem(`Steward is running (process ${holder.pid}); nothing was removed.`, [
        'Stop it with Ctrl-C first.',
      ]);
    }
    const host = hostFolder(process.env);
    const targets = [
      state.root,
      ...(options.host ? [join(host, 'node_modules'), join(host, '.install.lock')] : []),
    ].filter((path) => existsSync(path));
    if (targets.length === 0) return void process.stdout.write('There is nothing to forget.\n');
    if (!options.yes && !(await confirm(targets))) return void process.stdout.write('Nothing was removed.\n');

    const orphan = readOrphan(state.run);
    if (orphan !== null) await stopGroup(orphan, 10_000);
    for (const path of targets) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    process.stdout.write(`Removed ${targets.join(', ')}. npm start begins anew.\n`);
  } catch (error) {
    process.stderr.write(describeFailure(error));
    process.exitCode = 1;
  }
}

async function confirm(targets: readonly string[]): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new HostProblem('There is no terminal to ask on; nothing was removed.', [
      'Say it in the command: npm run reset -- --yes',
    ]);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(
      `This removes for good:\n${targets.map((path) => `  ${path}\n`).join('')}Go on? [y/N] `,
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

if (import.meta.main) await main();
