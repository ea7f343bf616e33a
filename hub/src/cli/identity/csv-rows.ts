import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { UsageError } from '../command.ts';
import { nameOf } from '../read-document.ts';
import type { CsvNotation } from './cut-rows.ts';
import { cellOf, countFlaw, type FilePart, type OpenRows, type RowFlaws } from './open-rows.ts';

type Rows = Pick<OpenRows, 'columns' | 'csv' | 'batches'>;

/**
 * Rows of a CSV text; the first one names the columns. Which sign parts the fields is found out, unless it is a part of a
 * file, of which that is known.
 */
export async function csvRows(
  file: string,
  chunks: AsyncIterable<string>,
  flaws: RowFlaws,
  part?: FilePart,
): Promise<Rows> {
  const csv: CsvNotation = { delimiter: '', newline: '', ...part?.csv };
  const batches = parsed(file, chunks, flaws, csv)[Symbol.asyncIterator]();
  const first = await batches.next();
  const rest = first.done === true ? [] : first.value;
  const hasHeader = part === undefined || part.from === 0;
  const header = hasHeader ? rest.shift() : part.columns;
  if (header === undefined) throw new UsageError(`${nameOf(file)} has no rows.`);
  const columns = header.map((name) => name.trim());
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UsageError(`${nameOf(file)} has two columns "${twice}". Rename one of them in its first line.`);
  if (hasHeader) flaws.lines = 1;
  return { columns, csv, batches: aligned() };

  async function* aligned(): AsyncGenerator<string[][]> {
    for (let rows: string[][] = rest; ;) {
      yield rows.map((row) => {
        flaws.lines += 1;
        return alignedRow(row, columns.length, flaws.lines, flaws);
      });
      const next = await batches.next();
      if (next.done === true) return;
      rows = next.value;
    }
  }
}

function alignedRow(row: readonly string[], width: number, line: number, flaws: RowFlaws): string[] {
  if (row.length > width) countFlaw(flaws.tooLong, line);
  return Array.from({ length: width }, (_, index) => cellOf(row[index] ?? '', line, flaws));
}

/**
 * What the parser found in one chunk of the file; it is told to wait until that was taken.
 * @param csv told how the file is written, where that is not known yet
 */
async function* parsed(
  file: string,
  chunks: AsyncIterable<string>,
  flaws: RowFlaws,
  csv: CsvNotation,
): AsyncGenerator<string[][]> {
  const waiting: string[][][] = [];
  let [wake, ended, failed] = [() => {}, false, null as Error | null];
  let resume = () => {};
  Papa.parse<string[]>(Readable.from(chunks), {
    skipEmptyLines: 'greedy',
    // Both are found out where they are '', which the parser's types do not know of.
    delimiter: csv.delimiter,
    newline: csv.newline as '\n',
    delimitersToGuess: [',', ';', '\t', '|'],
    chunk: ({ data, errors, meta }, parser) => {
      csv.delimiter = meta.delimiter;
      csv.newline = meta.linebreak as CsvNotation['newline'];
      for (const { type, row } of errors) if (type === 'Quotes') countFlaw(flaws.unreadable, (row ?? 0) + 1);
      if (data.length === 0) return;
      waiting.push(data);
      parser.pause();
      resume = () => parser.resume();
      wake();
    },
    complete: () => {
      ended = true;
      wake();
    },
    error: (error) => {
      failed = error instanceof UsageError ? error : new UsageError(`${nameOf(file)} cannot be read: ${error.message}`);
      wake();
    },
  });
  for (;;) {
    const batch = waiting.shift();
    if (batch !== undefined) {
      yield batch;
      resume();
    } else if (failed !== null) throw failed as Error;
    else if (ended) return;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}
