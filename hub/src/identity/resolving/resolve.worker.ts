import { parentPort, workerData } from 'node:worker_threads';
import { Resolving, type ResolutionTask } from './resolution.ts';
import type { ResolveMessage } from './resolver.ts';

/** A thread that resolves all records of a graph, which it is given in portions. */
const resolving = new Resolving(workerData as ResolutionTask);
parentPort?.on('message', (message: ResolveMessage) => {
  if ('records' in message) {
    resolving.add(message.records);
    return;
  }
  parentPort?.postMessage(resolving.finish(message.said));
  parentPort?.close();
});
