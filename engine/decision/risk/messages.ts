import type { IssueMessage } from '../../issue.ts';

/** Wording of what keeps a table from finding levels of risk. */
export const riskMessages: Record<string, IssueMessage> = {
  risk_level_output_missing:
    'The table "{table}" has no result with the id "level", so it cannot say a risk. Add one; its values are: {known}.',
  not_a_risk_level: 'The result "level" is {found}. It has to be one of: {known}.',
  incomplete_duties:
    'The table of duties "{table}" does not say all duties of the level {level}. Add the missing results to its row.',
  risk_needs_single:
    'The table "{table}" has the hit policy {hitPolicy}, which gives no single level of risk. Choose first, priority, unique or any.',
};
