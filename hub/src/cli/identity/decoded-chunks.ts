import { UsageError } from '../command.ts';
import { nameOf } from '../read-document.ts';

/** A file as texts. */
export interface Decoded {
  chunks: AsyncIterable<string>;
  encoding: string;
  /** Signs that are none in this encoding, so far. */
  undecodable: number;
}

/**
 * Decodes a file while it is read: by its byte order mark, else as `given`, else as UTF-8. What is not of that encoding
 * becomes U+FFFD and is counted: a file of mixed encodings is read, and its reader is told.
 */
export function decodedChunks(file: string, bytes: AsyncIterable<Uint8Array>, given: string | undefined): Decoded {
  const decoded: Decoded = { chunks: decode(), encoding: given ?? 'utf-8', undecodable: 0 };
  if (given !== undefined) decoderOf(given);
  return decoded;

  async function* decode(): AsyncGenerator<string> {
    let decoder: TextDecoder | null = null;
    for await (const chunk of bytes) {
      if (decoder === null) {
        decoded.encoding = markedEncoding(chunk) ?? decoded.encoding;
        decoder = decoderOf(decoded.encoding);
      }
      const text = decoder.decode(chunk, { stream: true });
      decoded.undecodable += countOf(text, '\uFFFD');
      if (text.includes('\0')) throw new UsageError(`${nameOf(file)} is not a text. Save it as CSV or JSON lines.`);
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new UsageError(`--encoding ${encoding}: no such encoding. Try utf-8, windows-1252 or utf-16le.`);
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
