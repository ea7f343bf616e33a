import type { IssueMessage } from '../../issue.ts';
import { typeName } from '../type-names.ts';

/** How the values of a type are written in facts. */
const temporalForms = new Map([
  ['date', '2026-11-22'],
  ['time', '08:30:00'],
  ['date-time', '2026-11-22T08:30:00Z'],
  ['day-time-duration', 'P3DT12H'],
  ['year-month-duration', 'P1Y6M'],
]);

/** Wording of what can be wrong with the facts of an item. No value of a customer's record stands in it. */
export const factMessages: Record<string, IssueMessage> = {
  // Where facts stand
  no_data_at_field:
    'There is no object at {field} in this item. Correct "Read Fields From"; leave it empty to read from the item itself.',
  invalid_field_path: (params) =>
    params['field'] === ''
      ? 'A field name is missing. Write it as in the item, with dots for fields inside: order.amount.'
      : `${String(params['field'])} is no field name. Write it as in the item, with dots for fields inside: order.amount.`,
  field_is_expression:
    'This takes the name of a field, not an expression. Drag the field here, or write its name, such as order.amount.',
  unknown_mapped_input:
    'The field mapping names the input {input}, which the table does not have; it has: {known}. Choose one of them.',

  // What stands there
  wrong_type: (params) => {
    const name = String(params['field']);
    if (params['offset'] === 'offset') {
      return `The field ${name} holds a time without an offset from UTC, and the table compares it with times that have one. Write it with Z or an offset such as +02:00.`;
    }
    if (params['offset'] === 'local') {
      return `The field ${name} holds a time with an offset from UTC, and the table compares it with times that have none. Write it without.`;
    }
    const expected = typeName(params['expected']);
    const form = temporalForms.get(String(params['expected']));
    if (form !== undefined && params['found'] === 'string') {
      return `The field ${name} should be ${expected}, written as ${form}, but holds another text. Convert it before this step.`;
    }
    const found = typeName(params['found']);
    const help = params['numeric'] === true ? ' It holds a number written as text: convert it before this step.' : '';
    return `The field ${name} should be ${expected} but is ${found}.${help || ' Convert it before this step, or map the input to another field.'}`;
  },
  value_not_allowed:
    'The field {field} holds a value that may not occur there. Allowed is: {allowed}. Correct the data, or extend the column "{input}".',
  missing_input: 'The field {field} is missing, and the table needs it. Fill it before this step.',

  // The day of a decision
  decision_day_missing:
    'The table "{table}" counts on certain days only, and no day was given for this decision. Give the day, such as 2026-11-22.',
  decision_day_invalid: 'There is no such day as {day}. Write year, month, day, such as 2026-11-22.',
  table_not_valid_on_day: ({ table, version, day, validFrom, validUntil }) => {
    const from = typeof validFrom === 'string' ? ` from ${validFrom}` : '';
    const until = typeof validUntil === 'string' ? ` until ${validUntil}` : '';
    return `The table "${String(table)}" (version ${String(version)}) counts${from}${until}, and this is decided as of ${String(day)}. Use the version for that day.`;
  },
  decision_day_unreadable:
    'The field "{field}" holds no date such as 2026-11-22. Correct the data, or let the day of the execution count.',
};
