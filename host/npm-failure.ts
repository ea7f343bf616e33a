import { HostProblem } from './problem.ts';

/** What to do, by a word of npm's output; the first that is found counts. */
const advices: readonly [RegExp, string][] = [
  [/ENOSPC/, 'The disk is full: free some space (df -h shows where), then run the same command again.'],
  [
    /EACCES|EPERM/,
    'A folder belongs to somebody else (npm’s cache in ~/.npm, often after sudo): give it back, then run the same command again.',
  ],
  [
    /EINTEGRITY/,
    'A download differs from what the lockfile expects: run npm cache verify, then the same command again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ECONNREFUSED|ERR_SOCKET|EIDLETIMEOUT|network/i,
    'npm could not reach its registry: when the network is back, run the same command again. What was downloaded is kept.',
  ],
];

/** A problem that shows the end of npm's output and says what to do about it. */
export function npmFailed(what: string, output: string): HostProblem {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('npm http'));
  const advice = advices.find(([pattern]) => pattern.test(output))?.[1] ?? 'Run the same command again to retry.';
  return new HostProblem(`${what}. npm’s last lines:`, [...lines.slice(-10), '', advice]);
}
