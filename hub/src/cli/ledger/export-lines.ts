import {
  canonicalJson,
  isJsonObject,
  type Checkpoint,
  type JsonValue,
  type SigningKey,
  type StreamHead,
} from '../../../../engine/index.ts';
import { UsageError } from '../command.ts';
import { readLines, type InputLine } from '../read-lines.ts';

/** First line of an export. */
export interface ExportHeader {
  stream: string;
  /** First sequence, and the one after the last; null for an empty stream. */
  from: number;
  until: number;
  /** Holds only some of the entries between. */
  filtered: boolean;
  signingKeys: SigningKey[];
  head: StreamHead | null;
}

/** An entry as it stands in an export: the text that is hashed, and the hash that the ledger kept of it. */
export interface ExportedEntry {
  text: string;
  hash: string;
}

export interface ExportLines {
  header: ExportHeader;
  /** Entries in the order of the file, in pages. */
  entries: AsyncIterable<ExportedEntry[]>;
  /** Complete once `entries` has ended. */
  checkpoints: Checkpoint[];
  /** How many entries the last line announces; null when the file ends before it. Known once `entries` has ended. */
  announced(): number | null;
}

/**
 * Reads an export of a stream: JSON lines, the header first, then entries, checkpoints, and the line that ends it.
 * @throws UsageError with the line when the file is no export, or one of another version
 */
export async function readExport(name: string, input: AsyncIterable<Uint8Array | string>): Promise<ExportLines> {
  const pages = readLines(input)[Symbol.asyncIterator]();
  const first = await pages.next();
  const page = first.done === true ? [] : first.value;
  const header = headerOf(name, page[0]);
  const checkpoints: Checkpoint[] = [];
  let announced: number | null = null;

  const entriesOf = (lines: readonly InputLine[]): ExportedEntry[] => {
    const entries: ExportedEntry[] = [];
    for (const line of lines) {
      const item = itemOf(name, line);
      if (item.kind === 'entry') entries.push(item.entry);
      else if (item.kind === 'checkpoint') checkpoints.push(item.checkpoint);
      else if (item.kind === 'end') announced = item.entries;
    }
    return entries;
  };
  async function* entries(): AsyncGenerator<ExportedEntry[]> {
    yield entriesOf(page.slice(1));
    for (let next = await pages.next(); next.done !== true; next = await pages.next()) yield entriesOf(next.value);
  }
  return { header, entries: entries(), checkpoints, announced: () => announced };
}

type Item =
  | { kind: 'entry'; entry: ExportedEntry }
  | { kind: 'checkpoint'; checkpoint: Checkpoint }
  | { kind: 'end'; entries: number }
  | { kind: 'nothing' };

const entryBegin = '{"entry":';
const hashBegin = ',"hash":"';

function itemOf(name: string, line: InputLine): Item {
  const { text } = line;
  // As the hub writes it, the text between is the one that was hashed: nothing has to be parsed to check the hash.
  if (text.startsWith(entryBegin)) {
    const end = text.lastIndexOf(hashBegin);
    const hash = text.slice(end + hashBegin.length, end + hashBegin.length + 64);
    if (text.endsWith(`${hashBegin}${hash}"}`))
      return { kind: 'entry', entry: { text: text.slice(entryBegin.length, end), hash } };
  }
  if (text.trim() === '') return { kind: 'nothing' };
  const value = parsed(name, line);
  if (isJsonObject(value['entry']) && typeof value['hash'] === 'string') {
    const canonical = canonicalJson(value['entry'] as JsonValue);
    // What has no canonical form has no hash either: the text as it stands shows as a changed entry.
    const entryText = canonical.ok ? canonical.value : JSON.stringify(value['entry']);
    return { kind: 'entry', entry: { text: entryText, hash: value['hash'] } };
  }
  if (isJsonObject(value['checkpoint'])) {
    return { kind: 'checkpoint', checkpoint: value['checkpoint'] as unknown as Checkpoint };
  }
  if (value['end'] === true && typeof value['entries'] === 'number') return { kind: 'end', entries: value['entries'] };
  throw new UsageError(`${name}, line ${line.number}: this is no line of an export.`);
}

function headerOf(name: string, line: InputLine | undefined): ExportHeader {
  const value = line === undefined || line.text.trim() === '' ? {} : parsed(name, line);
  if (value['format'] !== 'steward-ledger' || typeof value['stream'] !== 'string') {
    throw new UsageError(
      `${name} is no export of a ledger: its first line does not say "format": "steward-ledger". Exports as CSV are for reading; export JSON lines to verify.`,
    );
  }
  if (value['version'] !== 1) {
    throw new UsageError(`${name} has version ${JSON.stringify(value['version'])}; this Steward reads version 1.`);
  }
  const { from, until, head, signingKeys } = value;
  return {
    stream: value['stream'],
    from: typeof from === 'number' ? from : 1,
    until: typeof until === 'number' ? until : 1,
    filtered: value['filtered'] === true,
    signingKeys: Array.isArray(signingKeys) ? (signingKeys as unknown as SigningKey[]) : [],
    head: isJsonObject(head) ? (head as unknown as StreamHead) : null,
  };
}

function parsed(name: string, { number, text, tooLong }: InputLine) {
  if (tooLong) throw new UsageError(`${name}, line ${number}: it is longer than 16 million characters.`);
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // Said below.
  }
  throw new UsageError(`${name}, line ${number}: this is not JSON. The file was cut, or is no export.`);
}
