import { describeIssue, type Issue } from '../../../engine/index.ts';

/** What stands in the `error` of an output line. */
export interface LineError {
  code: string;
  message: string;
  /** Where, as JSON pointer segments. */
  path: (string | number)[];
}

/** An engine's issue as an output line has it. */
export function lineError(issue: Issue): LineError {
  return { code: issue.code, message: describeIssue(issue), path: issue.path };
}
