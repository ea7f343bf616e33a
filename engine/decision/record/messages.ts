import type { IssueMessage } from '../../issue.ts';

/** Wording of what can be wrong with where outcomes go. */
export const recordMessages: Record<string, IssueMessage> = {
  merge_needs_single:
    'The table "{table}" gives a list of outcomes ({hitPolicy}), which cannot be put beside the fields of the item. Name a field for it, or let each outcome go on as an item of its own.',
  route_needs_single:
    'The table "{table}" gives a list of outcomes ({hitPolicy}), so no single one chooses the output. Let each outcome go on as an item of its own.',
  route_output_unknown: 'The table has no result "{result}" to choose the output by. Its results are: {known}.',
  route_without_values: 'No value has an output of its own. Add at least one, or use one output for all.',
  route_value_twice: 'The value "{value}" has two outputs. Remove one of them.',
  dmn_file_missing: (params) => {
    const known = Array.isArray(params['known']) && params['known'].length > 0 ? params['known'].join(', ') : 'none';
    return `The first item has no file in the field "${String(params['field'])}"; its files: ${known}. Read the DMN file with a node before this one, or correct the name.`;
  },
  dmn_decision_unknown: 'The DMN file has no decision "{decision}" that can be run. It has: {known}.',
  decision_day_unreadable:
    'The field "{field}" holds no date such as 2026-11-22. Correct the data, or let the day of the execution count.',
};
