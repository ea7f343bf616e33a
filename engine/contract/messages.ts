import type { IssueMessage } from '../issue.ts';

/** Wording of what can be wrong with what goes to the hub. */
export const contractMessages: Record<string, IssueMessage> = {
  queue_malformed:
    'The records that wait in the item ("steward.queue") were changed by another step, so that they cannot be sent. Pass the item on to the Decision Log step as it comes.',
};
