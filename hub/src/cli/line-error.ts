import { describeIssue, type Issue } from '../../../engine/index.ts';

/** What stands in the `error` of an output line. */
export interface LineError {
  code: string;
  message: string;
  /** Where, as JSON pointer segments. */
  path: (string | number)[];
}

/** Of a line that should hold a text and does not. */
export const textMissing: LineError = {
  code: 'text_missing',
  message: 'The line has no text. Write {"text": "…"}.',
  path: ['text'],
};

/** An engine's issue as an output line has it. */
export function lineError(issue: Issue): LineError {
  return { code: issue.code, message: describeIssue(issue), path: issue.path };
}
