import { appendRequest } from '../load/decision-records.ts';
import { ledgerClient } from '../load/ledger-client.ts';

/** What the load generator is told, as JSON in its one argument. */
export interface LoadTask {
  baseUrl: string;
  /** Below the mount, such as `/ledger/records`. */
  path: string;
  apiKey: string;
  connections: number;
  /** Requests that are measured; a tenth as many go before them. */
  requests: number;
  recordsPerRequest: number;
  /** Begins the keys of the records, so that no two runs meet. */
  prefix: string;
}

/** What it writes to standard output. */
export interface LoadResult {
  requestsPerSecond: number;
  recordsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Sends requests over so many connections, each as soon as the one before on it is answered. */
async function main(task: LoadTask): Promise<LoadResult> {
  const { requests, recordsPerRequest, prefix, connections, path } = task;
  const client = ledgerClient({ ...task, timeoutMs: 60_000 });
  const warmUps = Math.ceil(requests / 10);
  const bodyOf = (request: number): string =>
    JSON.stringify(appendRequest({ from: request * recordsPerRequest, count: recordsPerRequest, prefix }));
  // Made beforehand: the generator must not be what is measured.
  const bodies = Array.from({ length: warmUps + requests }, (_, request) => bodyOf(request));
  const run = async (from: number, until: number): Promise<number[]> => {
    const times: number[] = [];
    let next = from;
    const connection = async () => {
      while (next < until) {
        const body = bodies[next++];
        const begunAt = performance.now();
        const answer = await client.send('POST', path, body);
        times.push(performance.now() - begunAt);
        if (answer?.status !== 200)
          throw new Error(`the server answered ${answer?.status ?? 'nothing'}: ${JSON.stringify(answer?.body)}`);
      }
    };
    await Promise.all(Array.from({ length: connections }, connection));
    return times;
  };
  await run(0, warmUps);
  const begunAt = performance.now();
  const times = (await run(warmUps, warmUps + requests)).sort((a, b) => a - b);
  const seconds = (performance.now() - begunAt) / 1000;
  client.close();
  return {
    requestsPerSecond: requests / seconds,
    recordsPerSecond: (requests * recordsPerRequest) / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

/** @param sorted from the least up */
export function quantile(sorted: readonly number[], q: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
  if (value === undefined) throw new Error('no values');
  return value;
}

if (import.meta.main) {
  const result = await main(JSON.parse(process.argv[2] ?? '{}') as LoadTask);
  process.stdout.write(JSON.stringify(result));
}
