import { readFile } from 'node:fs/promises';
import { describeIssue, type Issue, type Result } from '../../../engine/index.ts';
import { UsageError } from './command.ts';
import type { CliStreams } from './streams.ts';

/** Largest document that is read, in bytes. Chosen: 64 MB, because the largest workflows of n8n have a few. */
const largestDocument = 64 * 1024 * 1024;

/** Reads a JSON file; `-` is standard input. Fails with a message that says which file and what to do. */
export async function readJson(file: string, streams: CliStreams): Promise<unknown> {
  const text = file === '-' ? await readAll(streams) : (await readBytes(file)).toString('utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${nameOf(file)} is not JSON: ${reason}`);
  }
}

/** The value of a parsed document; a document that has problems cannot be read. */
export function readable<Value>(file: string, result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new UsageError(`${nameOf(file)} cannot be used:\n${listIssues(result.issues)}`);
}

/** One line per issue, for people. */
export function listIssues(issues: readonly Issue[]): string {
  return issues.map((issue) => `  ${issue.severity}: ${describeIssue(issue)}`).join('\n');
}

/** Reads a file as it is. Fails with a message that says which file and what to do. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(file);
    if (bytes.length <= largestDocument) return bytes;
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
  throw new UsageError(`${file} is larger than 64 MB.`);
}

async function readAll(streams: CliStreams): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of streams.input) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > largestDocument) throw new UsageError('Standard input is larger than 64 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'EACCES') return 'you may not read it.';
  return error instanceof Error ? error.message : String(error);
}

function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file;
}
