import type { IssueMessage } from '../../issue.ts';

/** Wording of what keeps a table from deciding an item. */
export const evaluateMessages: Record<string, IssueMessage> = {
  several_rows_match:
    'The rows {rows} of the table "{table}" (version {version}) match this item at once, and its hit policy allows one. Make their conditions exclude one another, or choose another hit policy.',
  rows_disagree:
    'The rows {rows} of the table "{table}" (version {version}) match this item at once and differ in their results. Make them agree, or choose another hit policy.',
  figure_too_large:
    'The sum that the table "{table}" (version {version}) makes for this item is too large for a number. Correct the results of its rows.',
  decision_day_missing:
    'The table "{table}" counts on certain days only, and no day was given for this decision. Give the day, such as 2026-11-22.',
  decision_day_invalid: 'There is no such day as {day}. Write year, month, day, such as 2026-11-22.',
  table_not_valid_on_day: ({ table, version, day, validFrom, validUntil }) => {
    const from = typeof validFrom === 'string' ? ` from ${validFrom}` : '';
    const until = typeof validUntil === 'string' ? ` until ${validUntil}` : '';
    return `The table "${String(table)}" (version ${String(version)}) counts${from}${until}, and this is decided as of ${String(day)}. Use the version for that day.`;
  },
};
