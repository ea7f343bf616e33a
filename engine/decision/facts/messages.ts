import type { IssueMessage } from '../../issue.ts';

/** Wording of what can be wrong with the facts of an item. No value of a customer's record stands in it. */
export const factMessages: Record<string, IssueMessage> = {
  value_not_allowed:
    'The field {field} holds a value that may not occur there. Allowed is: {allowed}. Correct the data, or extend the column "{input}".',
  missing_input: 'The field {field} is missing, and the table needs it. Fill it before this step.',
};
