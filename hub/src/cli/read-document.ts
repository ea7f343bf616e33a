import { createReadStream } from 'node:fs';
import { describeIssue, type Issue, type Result } from '../../../engine/index.ts';
import { UsageError } from './command.ts';
import { decodeText } from './decode-text.ts';
import { reasonOf } from './reason-of.ts';
import type { CliStreams } from './streams.ts';

/** Largest document that is read, in bytes. Chosen: 64 MB, because the largest workflows of n8n have a few. */
const largestDocument = 64 * 1024 * 1024;

/** Reads a JSON file; `-` is standard input. Fails with a message that says which file and what to do. */
export async function readJson(file: string, streams: CliStreams): Promise<unknown> {
  return parseJson(file, await readBytes(file, streams));
}

/** The JSON of a file's bytes. Fails with a message that says which file, and where it stops being JSON. */
export function parseJson(file: string, bytes: Uint8Array): unknown {
  const text = decodeText(nameOf(file), bytes);
  if (text.trim() === '') throw new UsageError(`${nameOf(file)} is empty.`);
  try {
    return JSON.parse(text);
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

/** The same for documents whose messages name no place: each comes with its path, `rules[3].conditions.all[0]`. */
export function readableByPath<Value>(file: string, result: Result<Value>): Value {
  if (result.ok) return result.value;
  const worded = (issue: Issue) => `${pathText(issue.path)}${describeIssue(issue)}`;
  throw new UsageError(`${nameOf(file)} cannot be used:\n${listIssues(result.issues, worded)}`);
}

function pathText(path: Issue['path']): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return text === '' ? '' : `${text.replace(/^\./, '')}: `;
}

/** Issues that are listed; whoever mends these sees the others. */
const listedIssues = 20;

/** One line per issue, for people. */
export function listIssues(issues: readonly Issue[], worded: (issue: Issue) => string = describeIssue): string {
  const lines = issues.slice(0, listedIssues).map((issue) => `  ${issue.severity}: ${worded(issue)}`);
  if (issues.length > listedIssues) lines.push(`  and ${issues.length - listedIssues} more.`);
  return lines.join('\n');
}

/**
 * Reads a file as it is; `-` is standard input. Fails with a message that says which file and what to do; of a file that is
 * too large, or never ends, no more is read than may be.
 */
export async function readBytes(file: string, streams: CliStreams): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const source = file === '-' ? streams.input : createReadStream(file, { highWaterMark: 1024 * 1024 });
    for await (const chunk of source as AsyncIterable<Uint8Array | string>) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > largestDocument) break;
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${nameOf(file)} cannot be read: ${reasonOf(error)}`);
  }
  if (size > largestDocument) throw new UsageError(`${nameOf(file)} is larger than 64 MB.`);
  return Buffer.concat(chunks);
}

/** A file as messages name it. */
export function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file;
}
