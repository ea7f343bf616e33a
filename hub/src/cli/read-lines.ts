import { StringDecoder } from 'node:string_decoder';

/** A line of input; `tooLong` ones come without their text. */
export interface InputLine {
  /** Counts from 1. */
  number: number;
  text: string;
  tooLong: boolean;
}

/** Longest line that is held. Chosen: 16 million characters, because n8n takes 16 MB in a call, too. */
export const longestLine = 16 * 1024 * 1024;

/**
 * Splits a stream into lines, however it is cut into chunks; the lines that a chunk completes come together, because to
 * wait for each one by itself costs more than to decide it. Memory is bounded by a chunk and the longest line; the rest of
 * a line that is longer is passed over. Line ends are `\n` and `\r\n`; a byte order mark at the start is dropped.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  limit: number = longestLine,
): AsyncGenerator<InputLine[]> {
  const decoder = new StringDecoder('utf8');
  const splitter = new LineSplitter(limit);
  for await (const chunk of input) {
    const lines = splitter.take(typeof chunk === 'string' ? chunk : decoder.write(asBuffer(chunk)));
    if (lines.length > 0) yield lines;
  }
  const lines = [...splitter.take(decoder.end()), ...splitter.end()];
  if (lines.length > 0) yield lines;
}

class LineSplitter {
  private readonly limit: number;
  /** What came of the line that no chunk has ended yet; empty once it is too long. */
  private parts: string[] = [];
  private length = 0;
  private number = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The lines that the text completes. */
  take(text: string): InputLine[] {
    const lines: InputLine[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.keep(text.slice(start, end));
      lines.push(this.finish());
      start = end + 1;
    }
    if (start < text.length) this.keep(text.slice(start));
    return lines;
  }

  /** The last line, where no line end follows it. */
  end(): InputLine[] {
    return this.length > 0 ? [this.finish()] : [];
  }

  private keep(part: string): void {
    this.length += part.length;
    if (this.length <= this.limit) this.parts.push(part);
    else this.parts = [];
  }

  private finish(): InputLine {
    let text = this.parts.length === 1 ? (this.parts[0] as string) : this.parts.join('');
    if (text.endsWith('\r')) text = text.slice(0, -1);
    if (this.number === 0 && text.startsWith('\uFEFF')) text = text.slice(1);
    const line = { number: (this.number += 1), text, tooLong: this.length > this.limit };
    this.parts = [];
    this.length = 0;
    return line;
  }
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
}
