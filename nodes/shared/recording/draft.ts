import type { JsonObject, QueuedRecord } from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';

/** What the node has decided about an item, of which no record is made yet. */
export interface OwnDraft {
  kind: 'own';
  itemIndex: number;
  /** As it came. */
  item: JsonObject;
  decided: Decided;
  subject: string | null;
}

/** A record that waited in an item. */
export interface QueuedDraft {
  kind: 'queued';
  itemIndex: number;
  record: QueuedRecord;
}

export type Draft = OwnDraft | QueuedDraft;
