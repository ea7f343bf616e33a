import { createReadStream } from 'node:fs';
import { UsageError } from '../command.ts';
import { nameOf } from '../read-document.ts';
import { reasonOf } from '../reason-of.ts';
import type { CliStreams } from '../streams.ts';
import { csvRows } from './csv-rows.ts';
import { decodedChunks, type Decoded } from './decoded-chunks.ts';
import { jsonRows } from './json-rows.ts';

/** Rows of a file, in batches as it is read: memory does not grow with the file. */
export interface OpenRows {
  columns: readonly string[];
  /** A text for each column, trimmed; '' where there is none. */
  batches: AsyncIterable<readonly (readonly string[])[]>;
  /** What was passed over so far; whole when the batches have ended. */
  flaws: RowFlaws;
  decoded: Decoded;
}

/** What of a file could not be read as it should; counted, and the first of each is told. */
export interface RowFlaws {
  /** Rows that are no JSON object, or whose quotes do not pair up: they are left out. */
  unreadable: FlawCount;
  /** Rows with more fields than the header: the surplus is left out. */
  tooLong: FlawCount;
  /** Cells over `longestCell` characters: the rest of them is left out. */
  cutCells: FlawCount;
}

export interface FlawCount {
  count: number;
  /** Counts from 1, header included; 0: none. */
  firstLine: number;
}

/** Characters of a cell that are kept. Chosen: no name or address is longer, and a 10 MB cell must not be held a million times. */
export const longestCell = 2_000;

/** Opens CSV (comma, semicolon, tab, bar) or JSON lines; `-` is standard input. By its ending, else by its first sign. */
export async function openRows(file: string, streams: CliStreams, encoding: string | undefined): Promise<OpenRows> {
  const decoded = decodedChunks(file, bytesOf(file, streams), encoding);
  const chunks = decoded.chunks[Symbol.asyncIterator]();
  const first = await firstText(chunks);
  if (first === '') throw new UsageError(`${nameOf(file)} is empty.`);
  const whole = prepended(first, chunks);
  const flaws: RowFlaws = { unreadable: none(), tooLong: none(), cutCells: none() };
  const read = isJson(file, first) ? jsonRows : csvRows;
  return { ...(await read(file, whole, flaws)), flaws, decoded };
}

/** Counts a flaw, and keeps the place of the first. */
export function countFlaw(flaw: FlawCount, line: number): void {
  flaw.count += 1;
  if (flaw.firstLine === 0) flaw.firstLine = line;
}

/** A cell as it is kept. */
export function cellOf(text: string, line: number, flaws: RowFlaws): string {
  if (text.length <= longestCell) return text.trim();
  countFlaw(flaws.cutCells, line);
  // Copied: a slice would hold the whole text in memory.
  return Buffer.from(text.slice(0, longestCell)).toString().trim();
}

function none(): FlawCount {
  return { count: 0, firstLine: 0 };
}

function isJson(file: string, first: string): boolean {
  if (/\.(?:jsonl|ndjson|json)$/i.test(file)) return true;
  return !/\.(?:csv|tsv|txt)$/i.test(file) && first.trimStart().startsWith('{');
}

async function firstText(chunks: AsyncIterator<string>): Promise<string> {
  for (let text = ''; ;) {
    const next = await chunks.next();
    if (next.done === true) return text.trim() === '' ? '' : text;
    text += next.value;
    if (text.trim() !== '') return text;
  }
}

async function* prepended(first: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

async function* bytesOf(file: string, streams: CliStreams): AsyncGenerator<Uint8Array> {
  try {
    const source = file === '-' ? streams.input : createReadStream(file, { highWaterMark: 1024 * 1024 });
    for await (const chunk of source as AsyncIterable<Uint8Array | string>)
      yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${nameOf(file)} cannot be read: ${reasonOf(error)}`);
  }
}
