import { errorIssue, type Result } from '../../issue.ts';
import { limits } from './sheets.ts';

/** The answer to a file, or a part of it, that is beyond a limit. */
export function tooLarge(what: keyof typeof limits, found: number): Result<never> {
  return { ok: false, issues: [errorIssue('spreadsheet_too_large', [], { what, found, limit: limits[what] })] };
}
