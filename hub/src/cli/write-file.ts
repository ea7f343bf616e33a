import { writeFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/** Writes a file whole. Fails with a message that says which file and why. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
