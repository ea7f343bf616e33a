import { errorIssue, type Issue } from '../../issue.ts';

/** The issue that stopped a customer. n8n's nodes, too, fail with the first one. */
export function firstIssue(issues: readonly Issue[]): Issue {
  return issues[0] ?? errorIssue('step_failed', []);
}
