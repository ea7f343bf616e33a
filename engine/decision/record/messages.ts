import type { IssueMessage } from '../../issue.ts';

/** Wording of what can be wrong with where outcomes go. */
export const recordMessages: Record<string, IssueMessage> = {
  reserved_field:
    '{field} cannot be written: "{reserved}" is where Steward keeps its own records. Choose another field.',
  merge_needs_single:
    'The table "{table}" gives a list of outcomes ({hitPolicy}), which cannot be put beside the fields of the item. Name a field for it, or let each outcome go on as an item of its own.',
  route_needs_single:
    'The table "{table}" gives a list of outcomes ({hitPolicy}), so no single one chooses the output. Let each outcome go on as an item of its own.',
  route_output_unknown: 'The table has no result "{result}" to choose the output by. Choose one of: {known}.',
  route_without_values: 'No value has an output of its own. Add at least one, or use one output for all.',
  route_value_twice: 'The value "{value}" has two outputs. Remove one of them.',
};
