import type { IssueMessage } from '../../issue.ts';

/** Wording of what keeps a table from finding levels of risk; more of it stands in `decision/messages.ts`. */
export const riskMessages: Record<string, IssueMessage> = {
  risk_needs_single:
    'The table "{table}" has the hit policy {hitPolicy}, which gives no single level of risk. Choose first, priority, unique or any.',
};
