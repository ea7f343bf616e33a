import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { NormalizedRecord } from '../../../../engine/index.ts';
import { Resolving, type Resolution, type ResolutionTask, type SaidPair } from './resolution.ts';

/** What the thread is told. */
export type ResolveMessage = { records: readonly NormalizedRecord[] } | { said: readonly SaidPair[] };

/** Resolves records that are given in portions. */
export interface Resolver {
  add(records: readonly NormalizedRecord[]): void;
  finish(said: readonly SaidPair[]): Promise<Resolution>;
  /** Ends it before it is finished. */
  stop(): void;
}

/** chosen: resolved in less than a tenth of a second; more would hold up everybody else in the process. */
const mostInHere = 1_000;

/** Few records are resolved in here, many in a thread of their own. */
export function resolverFor(task: ResolutionTask): Resolver {
  const early: NormalizedRecord[] = [];
  let thread: ReturnType<typeof resolverThread> | null = null;
  return {
    add(records) {
      if (thread === null && early.length + records.length > mostInHere) {
        thread = resolverThread(task);
        thread.send({ records: early.splice(0) });
      }
      if (thread === null) early.push(...records);
      else thread.send({ records });
    },
    async finish(said) {
      if (thread !== null) {
        thread.send({ said });
        return thread.result;
      }
      const resolving = new Resolving(task);
      resolving.add(early);
      return resolving.finish(said);
    },
    stop() {
      thread?.stop();
    },
  };
}

function resolverThread(task: ResolutionTask) {
  const worker = new Worker(workerProgram(), { workerData: task });
  const result = new Promise<Resolution>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that resolves records ended with code ${code}`)));
  });
  // Whoever stops it does not wait for it.
  result.catch(() => undefined);
  return {
    result,
    send: (message: ResolveMessage) => worker.postMessage(message),
    stop: () => void worker.terminate(),
  };
}

/** Beside the bundle where the hub is built, beside this file in the sources. */
function workerProgram(): URL {
  const built = new URL('./resolve.worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('./resolve.worker.ts', import.meta.url);
}
