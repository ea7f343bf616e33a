import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { UsageError } from '../command.ts';
import { nameOf } from '../read-document.ts';
import { cellOf, countFlaw, type OpenRows, type RowFlaws } from './open-rows.ts';

type Rows = Pick<OpenRows, 'columns' | 'batches'>;

/** Rows of a CSV text; the first one names the columns. Which sign parts the fields is found out. */
export async function csvRows(file: string, chunks: AsyncIterable<string>, flaws: RowFlaws): Promise<Rows> {
  const batches = parsed(file, chunks, flaws)[Symbol.asyncIterator]();
  const first = await batches.next();
  const [header, ...rest] = first.done === true ? [] : first.value;
  if (header === undefined) throw new UsageError(`${nameOf(file)} has no rows.`);
  const columns = header.map((name) => name.trim());
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UsageError(`${nameOf(file)} has two columns "${twice}". Rename one of them in its first line.`);
  return { columns, batches: aligned() };

  async function* aligned(): AsyncGenerator<string[][]> {
    let line = 1;
    for (let rows: string[][] = rest; ;) {
      yield rows.map((row) => {
        line += 1;
        return alignedRow(row, columns.length, line, flaws);
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

/** What the parser found in one chunk of the file; it is told to wait until that was taken. */
async function* parsed(file: string, chunks: AsyncIterable<string>, flaws: RowFlaws): AsyncGenerator<string[][]> {
  const waiting: string[][][] = [];
  let [wake, ended, failed] = [() => {}, false, null as Error | null];
  let resume = () => {};
  Papa.parse<string[]>(Readable.from(chunks), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
    chunk: ({ data, errors }, parser) => {
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
