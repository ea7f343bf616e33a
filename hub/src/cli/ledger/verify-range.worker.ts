import { parentPort, workerData } from 'node:worker_threads';
import { verifyRange, type RangeMessage, type RangeTask } from './verify-range.ts';

const tellEveryRows = 10_000;

/** A thread that verifies a part of a stream. */
const tell = (message: RangeMessage): void => parentPort?.postMessage(message);
let untold = 0;
const verified = await verifyRange(workerData as RangeTask, (rows) => {
  untold += rows;
  if (untold < tellEveryRows) return;
  tell({ checked: untold });
  untold = 0;
});
tell({ checked: untold });
tell({ verified });
