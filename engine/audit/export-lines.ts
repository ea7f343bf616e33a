import type { JsonObject } from '../json.ts';
import type { Checkpoint, SigningKey, StreamHead } from './checkpoint.ts';

/** The first line of an export. */
export interface ExportHeader {
  format: 'steward-ledger';
  version: 1;
  stream: string;
  /** First sequence of the stream's part that was looked through: 1. */
  from: number;
  /** The sequence behind its last one. */
  until: number;
  /** True: entries were left out on purpose, so the chain cannot be verified, only each entry. */
  filtered: boolean;
  /** ISO 8601, UTC. */
  exportedAt: string;
  /** All public keys of the hub. */
  signingKeys: SigningKey[];
  /** The signed end of the stream as of the export; null for an empty stream. */
  head: StreamHead | null;
  /** Sizes of the checkpoints that stand behind the entries: a reader has to know them beforehand. */
  checkpointSizes: number[];
}

/** The first line, line feed included. @example exportHeaderLine({ stream: 'decisions', … }) */
export function exportHeaderLine(header: Omit<ExportHeader, 'format' | 'version'>): string {
  return `${JSON.stringify({ format: 'steward-ledger', version: 1, ...header })}\n`;
}

/**
 * The line of an entry, in which its text stands byte for byte as it was hashed; line feed included.
 * @param row text and hash, as stored
 * @param opened what was opened of the personal inputs; left out, they stay sealed
 * @example exportEntryLine(row) // '{"entry":{"previous":…,"v":1},"hash":"9f86…"}\n'
 */
export function exportEntryLine(row: { entry: string; hash: string }, opened?: JsonObject): string {
  const more = opened === undefined ? '' : `,"opened":${JSON.stringify(opened)}`;
  return `${entryStart}${row.entry}${hashStart}${row.hash}"${more}}\n`;
}

/** The line of a checkpoint, line feed included. */
export function exportCheckpointLine(checkpoint: Checkpoint): string {
  return `${JSON.stringify({ checkpoint })}\n`;
}

/** The last line, line feed included. @param entries how many lines of entries there are */
export function exportEndLine(entries: number): string {
  return `${JSON.stringify({ end: true, entries })}\n`;
}

/** How a line of an entry begins. */
export const entryStart = '{"entry":';
/** What stands between the text and the hash. */
export const hashStart = ',"hash":"';
