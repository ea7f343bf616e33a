import { isJsonObject, type Checkpoint } from '../../../../engine/index.ts';
import { UsageError } from '../command.ts';
import { readJson } from '../read-document.ts';
import type { CliStreams } from '../streams.ts';

/** Checkpoints that somebody kept: one, a list, or receipts, each of which holds one. */
export async function readKeptCheckpoints(file: string, streams: CliStreams): Promise<Checkpoint[]> {
  const value = await readJson(file, streams);
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map((item) => checkpointIn(file, item));
}

function checkpointIn(file: string, value: unknown): Checkpoint {
  const candidate = isJsonObject(value) && isJsonObject(value['checkpoint']) ? value['checkpoint'] : value;
  if (
    isJsonObject(candidate) &&
    ['stream', 'root', 'at', 'keyId', 'signature'].every((member) => typeof candidate[member] === 'string') &&
    Number.isSafeInteger(candidate['size'])
  ) {
    return candidate as unknown as Checkpoint;
  }
  throw new UsageError(`${file} holds no checkpoint and no receipt.`);
}
