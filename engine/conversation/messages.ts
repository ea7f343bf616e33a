import type { IssueMessage } from '../issue.ts';

/** Wording of what keeps a table from judging conversations. */
export const conversationMessages: Record<string, IssueMessage> = {
  escalation_needs_single:
    'The table "{table}" has the hit policy {hitPolicy}, which gives no single outcome. Choose priority, first, unique or any.',
  escalation_outcome_missing:
    'The table "{table}" has no result with the id "outcome", so it cannot judge a conversation. Add one; its values are: {known}.',
  not_an_escalation_outcome: 'The result "outcome" is {found}. It has to be one of: {known}.',
};
