import { createReadStream } from 'node:fs';
import { UsageError } from '../command.ts';
import { nameOf } from '../read-document.ts';
import { reasonOf } from '../reason-of.ts';
import type { CliStreams } from '../streams.ts';
import { csvRows } from './csv-rows.ts';
import type { CsvNotation } from './cut-rows.ts';
import { decodedChunks, type Decoded } from './decoded-chunks.ts';
import { jsonRows } from './json-rows.ts';

/** Rows of a file, in batches as it is read: memory does not grow with the file. */
export interface OpenRows {
  columns: readonly string[];
  /** How the file is written; null: JSON lines. */
  csv: CsvNotation | null;
  /** A text for each column, trimmed; '' where there is none. */
  batches: AsyncIterable<readonly (readonly string[])[]>;
  /** What was passed over so far; whole when the batches have ended. */
  flaws: RowFlaws;
  decoded: Decoded;
  /** Leaves the rest of the file unread. */
  close(): void;
}

/** A part of a file of UTF-8, which begins and ends between rows. */
export interface FilePart extends Pick<OpenRows, 'columns' | 'csv'> {
  /** Bytes, `to` excluded. The part that begins at 0 has the header. */
  from: number;
  to: number;
}

/** What of a file could not be read as it should; counted, and the first of each is told. */
export interface RowFlaws {
  /** Rows that are no JSON object, or whose quotes do not pair up: they are left out. */
  unreadable: FlawCount;
  /** Rows with more fields than the header: the surplus is left out. */
  tooLong: FlawCount;
  /** Cells over `longestCell` characters: the rest of them is left out. */
  cutCells: FlawCount;
  /** Lines so far (of CSV: rows that are not blank), which tell where a flaw is. */
  lines: number;
}

export interface FlawCount {
  count: number;
  /** Counts from 1, header included; 0: none. */
  firstLine: number;
}

/** Characters of a cell that are kept. Chosen: no name or address is longer, and a 10 MB cell must not be held a million times. */
export const longestCell = 2_000;

const reading = { highWaterMark: 1024 * 1024 };

/** Opens CSV (comma, semicolon, tab, bar) or JSON lines; `-` is standard input. By its ending, else by its first sign. */
export async function openRows(file: string, streams: CliStreams, encoding: string | undefined): Promise<OpenRows> {
  const closing = new AbortController();
  const source = () => (file === '-' ? streams.input : createReadStream(file, { ...reading, signal: closing.signal }));
  const decoded = decodedChunks(file, bytesOf(file, source), encoding);
  const chunks = decoded.chunks[Symbol.asyncIterator]();
  const first = await firstText(chunks);
  if (first === '') throw new UsageError(`${nameOf(file)} is empty.`);
  const whole = prepended(first, chunks);
  const flaws = noFlaws();
  const rows = isJson(file, first) ? await jsonRows(file, whole, flaws) : await csvRows(file, whole, flaws);
  return { ...rows, flaws, decoded, close: () => closing.abort() };
}

/** Opens a part of a file that was open before. */
export async function openPart(file: string, part: FilePart): Promise<Omit<OpenRows, 'close'>> {
  const source = () => createReadStream(file, { ...reading, start: part.from, end: part.to - 1 });
  const decoded = decodedChunks(file, bytesOf(file, source), 'utf-8');
  const flaws = noFlaws();
  const rows = await (part.csv === null ? jsonRows : csvRows)(file, decoded.chunks, flaws, part);
  return { ...rows, flaws, decoded };
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

function noFlaws(): RowFlaws {
  const none = () => ({ count: 0, firstLine: 0 });
  return { unreadable: none(), tooLong: none(), cutCells: none(), lines: 0 };
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

async function* bytesOf(file: string, source: () => AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source()) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${nameOf(file)} cannot be read: ${reasonOf(error)}`);
  }
}
