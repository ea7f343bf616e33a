import { setImmediate as breath } from 'node:timers/promises';
import { partWeigher, type WeighedPart, type WeighingJob } from '../../../../engine/index.ts';
import { messageOf, type JobMessage } from './shared-job.ts';
import { startThread } from './start-thread.ts';

export interface ThreadTask {
  message: JobMessage;
  /** The part that is taken next, by whoever comes first. */
  next: Int32Array;
}

export interface WeighedMessage {
  part: number;
  weighed: WeighedPart;
}

/** A job is weighed by so many threads only if each has so many pairs. chosen: 500,000, half a second's work, as starting one takes as long */
const leastPairsPerThread = 500_000;

/** How many threads are worth their start. */
export function usefulThreads({ plan }: Pick<WeighingJob, 'plan'>, threads: number): number {
  return Math.max(1, Math.min(threads, Math.floor(plan.atMostPairs / leastPairsPerThread)));
}

/**
 * Weighs all parts of a job in this thread and others.
 * @param job with its columns in shared memory where there are other threads, or each of them has a copy
 * @param threads this one included; what comes of it does not depend on how many there are
 * @param onWeighed called for each part as it is done
 * @returns in the order of the parts
 */
export async function weighInThreads(
  job: WeighingJob,
  threads: number,
  onWeighed: (weighed: WeighedPart) => void,
): Promise<WeighedPart[]> {
  const weighed: WeighedPart[] = [];
  const done = (part: number, one: WeighedPart): void => {
    weighed[part] = one;
    onWeighed(one);
  };
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: ThreadTask | null = threads > 1 ? { message: messageOf(job), next } : null;
  const others =
    task === null
      ? []
      : Array.from({ length: threads - 1 }, () =>
          startThread('weigh', task, (message) => {
            const { part, weighed: one } = message as WeighedMessage;
            done(part, one);
          }),
        );
  try {
    const weigh = partWeigher(job);
    for (let part = Atomics.add(next, 0, 1); part < job.parts.length; part = Atomics.add(next, 0, 1)) {
      done(part, weigh(part));
      // What the others have done comes in between.
      await breath();
    }
    await Promise.all(others.map((thread) => thread.ended));
  } finally {
    for (const { worker } of others) void worker.terminate();
  }
  return weighed;
}
