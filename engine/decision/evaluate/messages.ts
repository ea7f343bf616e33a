import type { IssueMessage } from '../../issue.ts';

/** Wording of what keeps a table from deciding an item. */
export const evaluateMessages: Record<string, IssueMessage> = {
  no_match:
    'No row of the table "{table}" (version {version}) matches this item. Add a last row without conditions, or choose what happens then.',
  several_rows_match:
    'The rows {rows} of the table "{table}" (version {version}) match this item at once, and its hit policy allows one. Make their conditions exclude one another, or choose another hit policy.',
  rows_disagree:
    'The rows {rows} of the table "{table}" (version {version}) match this item at once and differ in their results. Make them agree, or choose another hit policy.',
  figure_too_large:
    'The sum that the table "{table}" (version {version}) makes for this item is too large for a number. Correct the results of its rows.',
};
