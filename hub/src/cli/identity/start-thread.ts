import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** A thread at work. */
interface StartedThread {
  worker: Worker;
  /** Rejects when the thread fails. */
  ended: Promise<void>;
}

/**
 * Starts a thread by the name of its program: beside the bundle where the hub is built, beside this file in the sources.
 * @param onMessage called for each message, all of them before `ended` resolves
 */
export function startThread(name: string, workerData: unknown, onMessage: (message: unknown) => void): StartedThread {
  const built = new URL(`./${name}.worker.js`, import.meta.url);
  const program = existsSync(built) ? built : new URL(`./${name}.worker.ts`, import.meta.url);
  const worker = new Worker(program, { workerData });
  worker.on('message', onMessage);
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the thread "${name}" ended with code ${code}`));
    });
  });
  // Told of when it is waited for.
  ended.catch(() => undefined);
  return { worker, ended };
}
