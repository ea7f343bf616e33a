import { open, type FileHandle } from 'node:fs/promises';

/** How a CSV file is written. */
export interface CsvNotation {
  delimiter: string;
  newline: '\n' | '\r\n' | '\r' | '';
}

const blockBytes = 1024 * 1024;
const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];
const byteOrderMark = Buffer.from('\uFEFF');

/**
 * Places to cut a file of UTF-8 at, so that no row is cut apart.
 * @param parts how many there should be, of about the same size
 * @param csv how it is written; null: JSON lines
 * @returns where the parts begin, and the end; null where quotes are not as they should be, so that only the parser itself
 *   can tell where rows end
 */
export async function cutRows(file: string, parts: number, csv: CsvNotation | null): Promise<number[] | null> {
  if (csv !== null && csv.newline !== '\n' && csv.newline !== '\r\n') return null;
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const cuts = new Cuts(size, parts);
    const quotes = csv === null ? null : new QuoteScan(csv);
    for await (const [block, from] of blocksOf(handle)) {
      if (quotes === null) cuts.lookIn(block, from, 0, block.length);
      else if (!quotes.scan(block, from, (start, end) => cuts.lookIn(block, from, start, end))) return null;
    }
    return quotes?.isInside === true ? null : [...new Set([...cuts.found, size])];
  } finally {
    await handle.close();
  }
}

/** The first line ends behind each of the places where parts of one size would begin. */
class Cuts {
  readonly found = [0];
  readonly #size: number;
  readonly #parts: number;

  constructor(size: number, parts: number) {
    this.#size = size;
    this.#parts = parts;
  }

  /** @param start of what in the block is outside of quotes, up to `end` */
  lookIn(block: Buffer, from: number, start: number, end: number): void {
    while (this.found.length < this.#parts) {
      const wanted = Math.floor((this.#size * this.found.length) / this.#parts) - from;
      if (wanted >= end) return;
      let at = block.indexOf(lineFeed, Math.max(start, wanted));
      // A byte order mark, as in files put one behind the other, is left out only where a file begins.
      while (at >= 0 && block[at + 1] === byteOrderMark[0]) at = block.indexOf(lineFeed, at + 1);
      if (at < 0 || at >= end) return;
      this.#cutAt(from + at + 1);
    }
  }

  #cutAt(place: number): void {
    const last = this.found.at(-1) as number;
    // Lines that are longer than a part leave fewer parts.
    this.found.push(place > last && place < this.#size ? place : last);
  }
}

/** Follows the quotes of a CSV file, as long as each opens at the start of a field and closes at its end. */
class QuoteScan {
  isInside = false;
  readonly #csv: CsvNotation;
  /** The last byte was a quote within quotes: it closes them, or stands for itself with the next one. */
  #isClosing = false;
  /** Before the start of the file a line ends, too. */
  #last = lineFeed;

  constructor(csv: CsvNotation) {
    this.#csv = csv;
  }

  /**
   * @param outside told what of the block is outside of quotes, stretch by stretch
   * @returns false where a quote is out of place
   */
  scan(block: Buffer, from: number, outside: (start: number, end: number) => void): boolean {
    let at = from === 0 && block.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
    const first = at;
    while (at < block.length) {
      if (this.#isClosing) {
        this.#isClosing = false;
        if (block[at] === quote) {
          this.isInside = true;
          at++;
          continue;
        }
        if (!this.#endsField(block[at] as number)) return false;
      }
      const next = block.indexOf(quote, at);
      const end = next < 0 ? block.length : next;
      if (!this.isInside) {
        outside(at, end);
        if (next >= 0 && !this.#startsField(next > first ? (block[next - 1] as number) : this.#last)) return false;
        this.isInside = next >= 0;
      } else if (next >= 0) {
        this.isInside = false;
        this.#isClosing = true;
      }
      at = end + 1;
    }
    this.#last = block.at(-1) as number;
    return true;
  }

  #startsField(before: number): boolean {
    return before === lineFeed || before === this.#csv.delimiter.charCodeAt(0);
  }

  #endsField(after: number): boolean {
    if (after === this.#csv.delimiter.charCodeAt(0)) return true;
    return after === (this.#csv.newline === '\n' ? lineFeed : carriageReturn);
  }
}

async function* blocksOf(handle: FileHandle): AsyncGenerator<[Buffer, number]> {
  const buffer = Buffer.allocUnsafe(blockBytes);
  for (let from = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, blockBytes, from);
    if (bytesRead === 0) return;
    yield [buffer.subarray(0, bytesRead), from];
    from += bytesRead;
  }
}
