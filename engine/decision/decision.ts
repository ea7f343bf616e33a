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
  kind: 'risk' | 'table' | 'branch';
  /** The level, the table's outputs, or the port that was taken; null when no row matched. */
  outcome: JsonValue;
  reasons: Reason[];
  /** Id of the deciding row; null when no row matched. */
  ruleId: string | null;
  tableId: string;
  tableVersion: string;
}
