import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Is there a process of this id? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A mark that tells a process from a later one with the same id: on Linux its start time in clock ticks after boot,
 * elsewhere nothing.
 */
export function processMark(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command in parentheses may hold blanks; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Is the process that had `mark` when it was noted still there? */
export function isSameProcess(pid: number, mark: string): boolean {
  return isAlive(pid) && (mark === '' || processMark(pid) === mark);
}

/** Asks a whole process group to end, waits, and ends it by force when it does not. */
export async function stopGroup(pid: number, graceMs: number): Promise<void> {
  const running = () => {
    try {
      process.kill(-pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  if (!running()) return;
  signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (running() && Date.now() < deadline) await sleep(50);
  if (running()) signalGroup(pid, 'SIGKILL');
}

/** Ends a process group at once; for the moment when this process itself ends and cannot wait. */
export function killGroup(pid: number): void {
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone in the meantime, which is what was wanted.
  }
}

export interface RunResult {
  code: number | null;
  /** The last 64 kB of what the program wrote, both streams in order. */
  output: string;
}

/** Runs a program to its end. `onStart` gets the child, for whoever must be able to stop it; `onOutput` each piece of text. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    cwd: string;
    env: NodeJS.ProcessEnv;
    onStart?: (child: ChildProcess) => void;
    onOutput?: (text: string) => void;
    timeoutMs?: number;
  },
): Promise<RunResult> {
  return new Promise((resolve) => {
    // An own process group, so that stopping reaches what the program itself started (npm's scripts, compilers).
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    options.onStart?.(child);
    let output = '';
    const keep = (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-65_536);
      options.onOutput?.(text);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => child.pid && void stopGroup(child.pid, 500), options.timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, output: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}
