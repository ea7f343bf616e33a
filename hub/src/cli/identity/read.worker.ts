import { parentPort, workerData } from 'node:worker_threads';
import { UsageError } from '../command.ts';
import { messageOfRead, readPart, type ReadMessage, type ReadTask } from './read-in-threads.ts';

/** A thread that reads a part of a file. */
try {
  const [message, handedOver] = messageOfRead(await readPart(workerData as ReadTask));
  parentPort?.postMessage(message, handedOver);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  parentPort?.postMessage({ refused: error.message } satisfies ReadMessage);
}
