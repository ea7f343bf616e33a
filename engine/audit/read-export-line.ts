import { canonicalJson } from '../digest/canonical-json.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Checkpoint } from './checkpoint.ts';
import { entryStart, hashStart, type ExportHeader } from './export-lines.ts';
import { isHash } from './node-hash.ts';
import { isCheckpoint, isMoment, isSigningKey, isStreamHead, isText, isCount, wrongMembers } from './signed-shapes.ts';

/** One line of an export, read. */
export type ExportLine =
  | { kind: 'header'; header: ExportHeader }
  | { kind: 'entry'; entry: string; hash: string }
  | { kind: 'checkpoint'; checkpoint: Checkpoint }
  | { kind: 'end'; entries: number }
  | { kind: 'too-new'; version: number }
  | { kind: 'unreadable' };

const hashLength = 64;

/**
 * Reads one line of an export.
 * @param line without its line feed
 * @returns what it is; of an entry the text that was hashed, cut out of the line where it stands as `exportEntryLine` writes
 *   it, else written once more as canonical JSON
 * @example readExportLine('{"end":true,"entries":12}') // { kind: 'end', entries: 12 }
 */
export function readExportLine(line: string): ExportLine {
  return sealedEntry(line) ?? parsedLine(line);
}

/** The form of most lines, which need not be parsed. */
function sealedEntry(line: string): ExportLine | null {
  const at = line.length - hashStart.length - hashLength - '"}'.length;
  if (!line.startsWith(entryStart) || !line.endsWith('"}') || !line.startsWith(hashStart, at)) return null;
  const hash = line.slice(at + hashStart.length, -2);
  return isHash(hash) ? { kind: 'entry', entry: line.slice(entryStart.length, at), hash } : null;
}

function parsedLine(line: string): ExportLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!isJsonObject(json)) return { kind: 'unreadable' };
  if (json['format'] === 'steward-ledger') return headerOf(json);
  const { entry, hash, checkpoint, end, entries } = json;
  if (isJsonObject(entry) && typeof hash === 'string') return entryOf(line, entry, hash);
  if (isCheckpoint(checkpoint)) return { kind: 'checkpoint', checkpoint };
  if (end === true && typeof entries === 'number') return { kind: 'end', entries };
  return { kind: 'unreadable' };
}

function entryOf(line: string, entry: JsonObject, hash: string): ExportLine {
  const at = line.indexOf(`${hashStart}${hash}","opened":`);
  if (line.startsWith(entryStart) && at !== -1)
    return { kind: 'entry', entry: line.slice(entryStart.length, at), hash };
  const text = canonicalJson(entry);
  return text.ok ? { kind: 'entry', entry: text.value, hash } : { kind: 'unreadable' };
}

function headerOf(json: JsonObject): ExportLine {
  const { version } = json;
  if (typeof version === 'number' && version > 1) return { kind: 'too-new', version };
  const wrong = wrongMembers(json, {
    version: (value) => value === 1,
    stream: isText,
    from: isCount,
    until: isCount,
    filtered: (value) => typeof value === 'boolean',
    exportedAt: isMoment,
    signingKeys: (value) => Array.isArray(value) && value.every(isSigningKey),
    head: (value) => value === null || isStreamHead(value),
    checkpointSizes: (value) => Array.isArray(value) && value.every(isCount),
  });
  return wrong?.length === 0 ? { kind: 'header', header: json as unknown as ExportHeader } : { kind: 'unreadable' };
}
