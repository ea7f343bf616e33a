import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopGroup } from '../../host/processes.ts';

export interface BackgroundOptions {
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** What the process writes is added here. */
  logFile: string;
  /** The account it runs under; ours when left out. */
  account?: { uid: number; gid: number };
}

/** A process that tests start beside themselves, with all that it starts in turn. */
export interface BackgroundProcess {
  pid: number;
  /** Resolves with the exit code; null: ended by a signal. */
  exited: Promise<number | null>;
  hasExited(): boolean;
  /** The end of what it wrote. */
  logTail(): string;
  /** Asks it to end, and ends it by force after ten seconds. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

/** How long a process may take to end in order. */
const graceMs = 10_000;

/** Starts a process in a group of its own; should the test run die, the group does not stay behind. */
export function startInBackground({ command, args, cwd, env, logFile, account }: BackgroundOptions): BackgroundProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', log, log], detached: true, ...account });
  closeSync(log);
  let ended = false;
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  }).finally(() => (ended = true));
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} cannot be started.`);
  const endWithUs = () => signalGroup(pid);
  process.once('exit', endWithUs);
  void exited.then(() => process.off('exit', endWithUs));
  return {
    pid,
    exited,
    hasExited: () => ended,
    logTail: () => readFileSync(logFile, 'utf8').split('\n').slice(-25).join('\n'),
    async stop() {
      await stopGroup(pid, graceMs);
      await exited;
    },
    async kill() {
      signalGroup(pid);
      await exited;
    },
  };
}

/** Waits until the address answers with 200; says what the process wrote when it ends before, or takes too long. */
export async function untilAnswering(started: BackgroundProcess, url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await answers(url))) {
    if (started.hasExited()) throw new Error(`The process ended while it was starting:\n${started.logTail()}`);
    if (Date.now() > deadline) throw new Error(`${url} did not answer in ${timeoutMs} ms:\n${started.logTail()}`);
    await sleep(25);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

function signalGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
