import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { HostProblem } from './problem.ts';

export const loopback = '127.0.0.1';

/** Can a server listen on this loopback port right now? */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES')
        reject(new HostProblem(`Port ${port} may only be used by root.`, portAdvice(port)));
      else reject(error);
    });
    probe.listen({ port, host: loopback, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A loopback port that nobody uses at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: loopback }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The message for a port that somebody else uses. `holder`: who, such as `node (process 4711)`, or null when unknown. */
export function takenPort(port: number, holder: string | null): HostProblem {
  return new HostProblem(`Port ${port} is already in use${holder === null ? '' : ` by ${holder}`}.`, portAdvice(port));
}

/** Who listens on the port, as far as this user may see it. */
export async function findPortHolder(port: number): Promise<string | null> {
  const attempts: [string, string[], (text: string) => string | null][] = [
    ['ss', ['-ltnpH', `sport = :${port}`], readSsHolder],
    ['lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], readLsofHolder],
  ];
  for (const [command, args, read] of attempts) {
    try {
      const holder = read((await promisify(execFile)(command, args, { timeout: 3000 })).stdout);
      if (holder !== null) return holder;
    } catch {
      // Not installed, or nothing that we may see: the message does without.
    }
  }
  return null;
}

/** The holder in a line of `ss -ltnpH`, which ends like `users:(("node",pid=4711,fd=20))`. */
export function readSsHolder(text: string): string | null {
  const match = /users:\(\("([^"]+)",pid=(\d+)/.exec(text);
  return match?.[1] && match[2] ? holderWords(match[1], match[2]) : null;
}

/** The holder in the output of `lsof -Fpc`: a line `p<pid>` and a line `c<command>`. */
export function readLsofHolder(text: string): string | null {
  const pid = /^p(\d+)$/m.exec(text);
  const command = /^c(.+)$/m.exec(text);
  return pid?.[1] && command?.[1] ? holderWords(command[1], pid[1]) : null;
}

/** Node 24 calls its main thread MainThread, and that is what the tools report. */
function holderWords(command: string, pid: string): string {
  return `${command === 'MainThread' ? 'node' : command} (process ${pid})`;
}

function portAdvice(port: number): string[] {
  const other = port === 5678 ? 5679 : 5678;
  return [`Choose another:  npm start -- --port ${other}`, `or set STEWARD_PORT=${other}.`];
}
