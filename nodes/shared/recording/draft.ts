import type { JsonObject, QueuedRecord } from '../../../engine/index.ts';
import type { Decided } from '../item-result.ts';

/** A record that is not made yet: of what the node has decided about an item, or one that waited in the item. */
export type Draft =
  | {
      kind: 'own';
      itemIndex: number;
      /** As it came. */
      item: JsonObject;
      decided: Decided;
      subject: string | null;
    }
  | { kind: 'queued'; itemIndex: number; record: QueuedRecord };
