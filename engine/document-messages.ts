import type { IssueMessage } from './issue.ts';

/** Wording of what can be wrong with the shape of any document, as its JSON Schema finds it. `{at}` says where. */
export const documentMessages: Record<string, IssueMessage> = {
  not_an_object: 'The document has to be a JSON object.',
  not_json: 'The text is no JSON: {detail}. Check quotes, commas and brackets near there.',
  document_too_deep:
    'The document nests deeper than {limit} levels. Nothing that Steward writes does; check where it comes from.',
  document_too_large: 'The document holds more than {limit} values. Split it.',
  reserved_key: '{at} uses the name {key}, which JavaScript keeps for itself. Rename it.',
  missing_member: '{at} lacks "{member}". Add it.',
  unknown_member: '{at} has "{member}", which is not known there. Remove it, or check its spelling.',
  wrong_member_type: '{at} has to be {expected}.',
  not_one_of: '{at} has to be one of: {allowed}.',
  wrong_constant: '{at} has to be {expected}.',
  too_short: '{at} must not be empty.',
  too_few: '{at} needs at least {limit} entries.',
  wrong_pattern: '{at} does not have the form it needs: {form}.',
  out_of_bounds: '{at} has to be {comparison} {limit}.',
  invalid_document: '{at}: {detail}.',
  newer_schema:
    'The document was written by a newer version of Steward (schema {found}; this one reads up to {known}). Update Steward.',
};
