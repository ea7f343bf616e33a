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
 * Splits a stream into lines, however it is cut into chunks. Memory is bounded by the longest line; the rest of a line that
 * is longer is passed over. Line ends are `\n` and `\r\n`; a byte order mark at the start is dropped.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  limit: number = longestLine,
): AsyncGenerator<InputLine> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  let number = 0;
  const take = (part: string) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const finish = (): InputLine => {
    const text = parts.join('').replace(/\r$/, '');
    const line = {
      number: (number += 1),
      text: number === 1 ? text.replace(/^\uFEFF/, '') : text,
      tooLong: length > limit,
    };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      take(text.slice(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < text.length) take(text.slice(start));
  }
  const rest = decoder.end();
  if (rest !== '') take(rest);
  if (length > 0) yield finish();
}
