import type { Issue } from '../issue.ts';
import type { SigningKey } from './checkpoint.ts';
import type { SubtreeNode } from './compact-range.ts';
import type { SearchColumns } from './search-columns.ts';

/** A row of a stream as a store or an export holds it. */
export interface StoredRow {
  /** The entry's text. */
  entry: string;
  /** The hash that is kept beside it. */
  hash: string;
  /** The columns beside it, as far as there are any. */
  columns?: Partial<SearchColumns> & { sequence?: number };
}

/** Something that is not as the hub recorded it. `describeIssue` words it. */
export interface LedgerFinding extends Issue {
  /** The entry that is wrong, or the first of several; null where the finding is about no single entry. */
  sequence: number | null;
}

/** The most findings that are listed; more are counted. chosen: 100, more than anybody reads. */
export const maxLedgerFindings = 100;

export interface VerificationReport {
  stream: string;
  /** How many rows were looked at. */
  entries: number;
  /** Nothing was found. */
  ok: boolean;
  /** At most `maxLedgerFindings`, by kind of check: entries in order, head, checkpoints, kept checkpoints. */
  findings: LedgerFinding[];
  /** How many findings there are beyond those. */
  moreFindings: number;
  /** `missing`: none was given, so that nothing says where the stream ends. */
  head: 'signed' | 'missing' | 'wrong';
  /** How many checkpoints hold: signature and root. */
  checkpoints: number;
  /** The keys that signed head and checkpoints: compare their ids with those that the company publishes. */
  signedBy: SigningKey[];
  /** Root of the tree over all entries; null when entries are missing, so that it cannot be computed. */
  root: string | null;
}

/** What was found in a part of a stream. Plain data, so that threads can hand it over. */
export interface VerifiedRange {
  stream: string;
  /** First sequence. */
  from: number;
  /** The sequence that comes next. */
  until: number;
  /** How many rows were looked at. */
  rows: number;
  /** What its first entry names as the entry before; null when that entry cannot be trusted. */
  firstPrevious: string | null;
  /** Hash of its last entry; null when that entry cannot be trusted, or there is none. */
  lastHash: string | null;
  /** When its first and last entries were recorded. */
  firstRecordedAt: string | null;
  lastRecordedAt: string | null;
  /** Subtrees over its entries; null when some are missing. */
  nodes: SubtreeNode[] | null;
  /** The same up to a number of entries of the stream, for checkpoints. */
  snapshots: { size: number; nodes: SubtreeNode[] | null }[];
  findings: LedgerFinding[];
  moreFindings: number;
}
