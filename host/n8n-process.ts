import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { HostProblem } from './problem.ts';
import { loopback } from './port.ts';
import { stopGroup } from './processes.ts';

/** A running n8n and all the processes that it started. */
export interface N8nProcess {
  pid: number;
  baseUrl: string;
  /** Resolves with the exit code (null: ended by a signal) when n8n is gone, for whatever reason. */
  exited: Promise<number | null>;
  /** Ends n8n and everything in its process group. */
  stop(): Promise<void>;
}

/** How long n8n may take to finish running executions before it is ended by force. */
const graceMs = 15_000;

export function startN8n(options: {
  host: string;
  program: string;
  port: number;
  cwd: string;
  logFile: string;
  env: NodeJS.ProcessEnv;
}): N8nProcess {
  mkdirSync(options.cwd, { recursive: true });
  mkdirSync(dirname(options.logFile), { recursive: true });
  if (existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile.replace(/\.log$/, '')}.previous.log`);
  const log = openSync(options.logFile, 'w');
  // An own process group: Ctrl-C reaches us alone, and we end n8n in order. Its working folder is ours because n8n
  // reads a `.env` file from there.
  const child = spawn(options.program, [join(options.host, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  const pid = child.pid;
  if (pid === undefined)
    throw new HostProblem(`n8n could not be started with ${options.program}.`, [
      'Run npm run reset -- --host and start again.',
    ]);
  return {
    pid,
    baseUrl: `http://${loopback}:${options.port}`,
    exited,
    async stop() {
      await stopGroup(pid, graceMs);
      await exited;
    },
  };
}

/** Waits until n8n answers (its database is ready and the routes under `paths` exist); throws when it ends or takes too long. */
export async function waitUntilReady(
  n8n: N8nProcess,
  options: { paths: readonly string[]; timeoutMs: number; logFile: string; onWait?: (elapsedMs: number) => void },
): Promise<void> {
  const begunAt = Date.now();
  let ended = false;
  void n8n.exited.then(() => (ended = true));
  const waiting = new Set(['/healthz/readiness', ...options.paths]);
  while (waiting.size > 0) {
    if (ended) throw n8nEnded('n8n ended while it was starting.', options.logFile);
    const elapsedMs = Date.now() - begunAt;
    if (elapsedMs > options.timeoutMs) {
      throw n8nEnded(
        `n8n did not answer within ${Math.round(options.timeoutMs / 1000)} s (${[...waiting].join(', ')}).`,
        options.logFile,
      );
    }
    options.onWait?.(elapsedMs);
    for (const path of waiting) if (await answers(n8n.baseUrl + path)) waiting.delete(path);
    if (waiting.size > 0) await sleep(150);
  }
  const failure = packageFailure(options.logFile);
  if (failure !== null)
    throw new HostProblem('n8n could not load Steward’s package.', [failure, `The whole log: ${options.logFile}`]);
}

/** n8n goes on without a package that it cannot load; the reason in its log, or null when it loaded. */
export function packageFailure(logFile: string): string | null {
  const lines = readLines(logFile);
  const at = lines.findIndex((line) => line.includes('Failed to load package "n8n-nodes-steward"'));
  return at === -1 ? null : lines.slice(at, at + 3).join('\n');
}

/** A problem that shows the end of n8n's log. */
export function n8nEnded(message: string, logFile: string): HostProblem {
  return new HostProblem(message, [
    'The last lines of its log:',
    ...lastLines(logFile, 15).map((line) => `  ${line}`),
    `The whole log: ${logFile}`,
  ]);
}

export function lastLines(file: string, count: number): string[] {
  return readLines(file).slice(-count);
}

/** The lines of a log that are not blank, without the colours, which make no sense in a quotation. */
function readLines(file: string): string[] {
  try {
    return stripVTControlCharacters(readFileSync(file, 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '');
  } catch {
    return ['(there is no log)'];
  }
}

/** Any answer but "not found" and "not yet": a route that asks for signing in is there too. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(3000) });
    await response.arrayBuffer();
    return response.status !== 404 && response.status < 500;
  } catch {
    return false;
  }
}
