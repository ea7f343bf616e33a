import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/index.ts';
import { UsageError } from '../command.ts';
import { nameOf } from '../read-document.ts';
import { readLines, type InputLine } from '../read-lines.ts';
import { cellOf, countFlaw, type FilePart, type OpenRows, type RowFlaws } from './open-rows.ts';

type Rows = Pick<OpenRows, 'columns' | 'csv' | 'batches'>;

/** Lines that are read to learn which members there are. */
const linesForColumns = 2_000;

/**
 * Rows of JSON lines: an object a line, a column for each of its members, `address.city` for those of objects within. Members
 * that appear only after the first lines are left out. Those of a part of a file are known.
 */
export async function jsonRows(
  file: string,
  chunks: AsyncIterable<string>,
  flaws: RowFlaws,
  part?: FilePart,
): Promise<Rows> {
  const objects = parsed(chunks, flaws)[Symbol.asyncIterator]();
  const first: Located[] = [];
  while (part === undefined && first.length < linesForColumns) {
    const next = await objects.next();
    if (next.done === true) break;
    first.push(...next.value);
  }
  const columns = part?.columns ?? [...new Set(first.flatMap(({ cells }) => [...cells.keys()]))];
  if (columns.length === 0) throw new UsageError(`${nameOf(file)} has no JSON object on any line.`);
  return { columns, csv: null, batches: aligned() };

  async function* aligned(): AsyncGenerator<string[][]> {
    for (let located = first; ;) {
      yield located.map(({ line, cells }) => columns.map((column) => cellOf(cells.get(column) ?? '', line, flaws)));
      const next = await objects.next();
      if (next.done === true) return;
      located = next.value;
    }
  }
}

interface Located {
  line: number;
  cells: ReadonlyMap<string, string>;
}

async function* parsed(chunks: AsyncIterable<string>, flaws: RowFlaws): AsyncGenerator<Located[]> {
  for await (const lines of readLines(chunks)) {
    yield lines.flatMap((line) => {
      flaws.lines = line.number;
      const object = objectOf(line);
      if (object === 'blank') return [];
      if (object !== null) return [{ line: line.number, cells: cellsOf(object) }];
      countFlaw(flaws.unreadable, line.number);
      return [];
    });
  }
}

function objectOf({ text, tooLong }: InputLine): JsonObject | null | 'blank' {
  if (tooLong) return null;
  if (text.trim() === '') return 'blank';
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function cellsOf(object: JsonObject, cells = new Map<string, string>(), prefix = ''): Map<string, string> {
  for (const [name, value] of Object.entries(object)) {
    if (typeof value === 'string') cells.set(prefix + name, value);
    else if (typeof value === 'number' || typeof value === 'boolean') cells.set(prefix + name, String(value));
    // One level: customers' records are flat, but for an address.
    else if (isJsonObject(value) && prefix === '') cellsOf(value, cells, `${name}.`);
  }
  return cells;
}
