import type { IssueMessage } from '../issue.ts';
import { typeNames } from './type-names.ts';

const temporalForms = new Map([
  ['date', '2026-11-22'],
  ['time', '08:30:00'],
  ['date-time', '2026-11-22T08:30:00Z'],
  ['day-time-duration', 'P3DT12H'],
  ['year-month-duration', 'P1Y6M'],
]);

/** Wording of everything that can be wrong with tables and the facts given to them. */
export const decisionMessages: Record<string, IssueMessage> = {
  // Tables
  duplicate_input: 'There are two conditions with the id {id}. Give one of them another id.',
  duplicate_output: 'There are two results with the id {id}. Give one of them another id.',
  duplicate_row: 'There are two rows with the id {id}. Give one of them another id.',
  duplicate_source: 'There are two sources with the id {id}. Give one of them another id.',
  duplicate_assumption: 'There are two assumptions with the id {id}. Give one of them another id.',
  unknown_input: 'The table has no condition {input}. It has: {known}.',
  unknown_output: 'The table has no result {output}. It has: {known}.',
  unknown_hit_policy: 'The hit policy {found} is not known. Known are: {known}.',
  unknown_value_type: 'The type {found} is not known. Known are: {known}.',
  unknown_source: 'The source {source} is not in the list of sources. Add it there, or correct the id.',
  unknown_test_row: 'There is no row {row} for this test to expect. Correct the id.',
  no_outputs: 'The table has no result column. Add one.',
  output_type: (params) =>
    `The result should be ${typeNames.get(String(params['expected'])) ?? String(params['expected'])} but is ${typeNames.get(String(params['found'])) ?? String(params['found'])}.`,
  output_not_allowed: 'The result {found} is not among the allowed values ({allowed}).',
  not_a_risk_level: 'The result "level" is {found}. It has to be one of: {known}.',
  incomplete_duties: 'The table of duties "{table}" does not say all duties of the level {level}.',
  risk_level_output_missing:
    'The table "{table}" has no result with the id "level", so it cannot say a risk. Add one; its values are: {known}.',

  // Facts
  wrong_type: (params) => {
    const name = String(params['field']);
    if (params['offset'] === 'offset') {
      return `The field ${name} holds a time without an offset from UTC, and the table compares it with times that have one. Write it with Z or an offset such as +02:00.`;
    }
    if (params['offset'] === 'local') {
      return `The field ${name} holds a time with an offset from UTC, and the table compares it with times that have none. Write it without.`;
    }
    const expected = typeNames.get(String(params['expected'])) ?? String(params['expected']);
    const form = temporalForms.get(String(params['expected']));
    if (form !== undefined && params['found'] === 'string') {
      return `The field ${name} should be ${expected}, written as ${form}, but holds another text. Convert it before this step.`;
    }
    const found = typeNames.get(String(params['found'])) ?? String(params['found']);
    const help = params['numeric'] === true ? ' It holds a number written as text: convert it before this step.' : '';
    return `The field ${name} should be ${expected} but is ${found}.${help || ' Convert it before this step, or map the input to another field.'}`;
  },
  no_match:
    'No row of the table "{table}" (version {version}) matches this item. Add a last row without conditions, or choose what happens then.',
  no_data_at_field:
    'There is no object at {field} in this item. Correct "Read Fields From"; leave it empty to read from the item itself.',
  invalid_field_path: (params) =>
    params['field'] === ''
      ? 'A field name is missing. Write it as in the item, with dots for fields inside: order.amount.'
      : `${String(params['field'])} is no field name. Write it as in the item, with dots for fields inside: order.amount.`,
  field_is_expression:
    'This takes the name of a field, not an expression. Drag the field here, or write its name, such as order.amount.',
  reserved_field:
    '{field} cannot be written: "{reserved}" is where Steward keeps its own records. Choose another field.',
  unknown_mapped_input: 'The field mapping names the input {input}, which the table does not have. It has: {known}.',
};
