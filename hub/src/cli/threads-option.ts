import { UsageError } from './command.ts';

/** How many threads `--threads` asks for; undefined where it was not given. */
export function threadsOf(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined;
  const threads = Number(given);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new UsageError(`--threads ${String(given)}: expected a whole number from 1 to 64.`);
  return threads;
}
