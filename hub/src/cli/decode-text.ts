import { UsageError } from './command.ts';

/**
 * The text of a JSON document: UTF-8, or UTF-16 with a byte order mark, in which PowerShell writes what `>` gets. Fails on
 * bytes that are neither, rather than put a sign for "unknown" into somebody's rules.
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  return decode(name, bytes, markedEncoding(bytes) ?? 'utf-8');
}

/**
 * The text of an XML document: by its byte order mark, else in the encoding that it declares, else UTF-8.
 * @source XML 1.0, appendix F (detection of character encodings)
 */
export function decodeXml(name: string, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // What can be read byte by byte is no UTF-16, whatever it says of itself: some tools declare it and write UTF-8.
  return decode(name, bytes, markedEncoding(bytes) ?? (declared.startsWith('utf-16') ? 'utf-8' : declared));
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

function decode(name: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not written in ${encoding.toUpperCase()}. Save it as UTF-8.`);
  }
}
