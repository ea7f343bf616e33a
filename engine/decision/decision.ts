import type { JsonValue } from '../json.ts';

/** A ground of a decision: the row, its words, and what it rests on. */
export interface Reason {
  row: string;
  text: string;
  /** Title and section of the row's source; absent when the row names none. */
  source?: string;
}

/** An automatic decision as every node writes it into `item.steward.decisions` and as the simulator reports it. */
export interface Decision {
  /** `logged`: made by other means than Steward's rules, by a person, a model or another system. */
  kind: 'risk' | 'table' | 'branch' | 'logged';
  /** The level, the table's outputs by id (a list of those where several rows count), or the label of the case that was taken; null when no row of a table matched. */
  outcome: JsonValue;
  reasons: Reason[];
  /** Id of the deciding row (the first of several that count), or the label of the case; null when no row matched. */
  ruleId: string | null;
  /** Ids of all rows that matched, in the order in which they count; of a branch the label of the case. */
  matched: string[];
  /** `branch` for a branch, which has no table; what a logged decision is called. */
  tableId: string;
  /** Empty for a branch, and where a logged decision has none. */
  tableVersion: string;
  /** `sha256:` and the SHA-256 of the table's canonical JSON, in hexadecimal; empty for a branch and a logged decision. */
  tableDigest: string;
  /** The decisions of the tables that this one used, in the order in which they were made. */
  required?: Decision[];
}
