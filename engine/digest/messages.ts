import type { IssueMessage } from '../issue.ts';

/** Wording of what has no canonical JSON, and so no digest. */
export const digestMessages: Record<string, IssueMessage> = {
  number_not_finite: 'A number is too large for JSON, or none at all. Write a smaller one.',
  lone_surrogate:
    'A text holds half a character, which no file can keep. Type it anew; it may come from a text that was cut in the middle of an emoji.',
};
