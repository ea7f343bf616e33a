import { parentPort, workerData } from 'node:worker_threads';
import { partWeigher } from '../../../../engine/index.ts';
import { jobOf } from './shared-job.ts';
import type { ThreadTask, WeighedMessage } from './weigh-in-threads.ts';

/** A thread that weighs parts of a job until none is left. */
const { message, next } = workerData as ThreadTask;
const job = jobOf(message);
const weigh = partWeigher(job);
for (let part = Atomics.add(next, 0, 1); part < job.parts.length; part = Atomics.add(next, 0, 1)) {
  parentPort?.postMessage({ part, weighed: weigh(part) } satisfies WeighedMessage);
}
