import { randomBytes } from 'node:crypto';
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './command.ts';
import { reasonOf } from './reason-of.ts';

/**
 * Writes a file whole or not at all: under another name beside it, and then in its place. Whoever reads it meanwhile finds
 * the old one; a link is followed; a device or pipe is written to. Fails with a message that says which file and why.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  try {
    const there = await existing(file);
    if (there === null || there.isFile) await replace(there?.path ?? file, content, there?.mode);
    else await writeFile(file, content);
  } catch (error) {
    const reason = reasonOf(error).replace('there is no such file', 'there is no such folder');
    throw new UsageError(`${file} cannot be written: ${reason}`);
  }
}

async function existing(file: string): Promise<{ path: string; isFile: boolean; mode: number } | null> {
  try {
    const path = await realpath(file);
    const found = await stat(path);
    // Whoever took the right to write away from a file meant it, though the folder would let us put another in its place.
    if (found.isFile()) await access(path, constants.W_OK);
    return { path, isFile: found.isFile(), mode: found.mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function replace(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(draft, content, { flag: 'wx' });
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
