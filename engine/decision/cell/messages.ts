import type { Issue, IssueMessage } from '../../issue.ts';
import { typeName } from '../type-names.ts';

/** Ends a message about a cell with what to write instead. */
function withSuggestion(text: string): IssueMessage {
  return (params: Issue['params']) => {
    const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
    return typeof params['suggestion'] === 'string' ? `${filled} Write ${params['suggestion']} instead.` : filled;
  };
}

const cellForms = new Map([
  ['number', 'a number such as 1000, a comparison such as >= 1000, or a range such as [10..20)'],
  ['string', 'a text in double quotes, such as "gold", or not("gold")'],
  ['boolean', 'true or false'],
  ['date', 'a date such as date("2026-11-22"), or a comparison such as >= date("2026-11-22")'],
  ['time', 'a time such as time("08:30:00"), or a range such as [time("08:00:00")..time("17:00:00"))'],
  [
    'date-time',
    'a date and time such as date and time("2026-11-22T08:30:00"), or a comparison such as < date and time("2026-11-22T08:30:00")',
  ],
  ['day-time-duration', 'a duration such as duration("P3D") or duration("PT12H"), or a comparison with one'],
  ['year-month-duration', 'a duration such as duration("P1Y6M"), or a comparison with one'],
  ['list', 'a value that the list may hold, such as "vip"'],
]);

const temporalForms = new Map([
  ['date', 'A date is written date("2026-11-22").'],
  ['time', 'A time is written time("08:30:00"), with Z or +02:00 at its end where it has an offset.'],
  [
    'date and time',
    'A date and time is written date and time("2026-11-22T08:30:00"), with Z or +02:00 at its end where it has an offset.',
  ],
  [
    'duration',
    'A duration is written duration("P3DT12H") for 3 days and 12 hours, or duration("P1Y6M") for 1 year and 6 months.',
  ],
]);

const constructs = new Map([
  ['function', '(…) is a function call'],
  ['arithmetic', ' is a calculation'],
  ['question_mark', ' stands for the value itself and is for longer expressions'],
  ['expression', ' belongs to a longer expression'],
  ['path', ' reads inside of another value'],
]);

/** Wording of everything that can be wrong with a cell. */
export const cellMessages: Record<string, IssueMessage> = {
  // What cannot be read
  unexpected_character: withSuggestion('"{found}" at character {column} has no meaning in a cell.'),
  unclosed_string: withSuggestion('The text that begins at character {column} has no closing double quote.'),
  wrong_quotes: withSuggestion('Texts stand in straight double quotes.'),
  unknown_escape: '{found} at character {column} is no escape. Write \\\\ for a backslash and \\" for a double quote.',
  number_too_large: 'The number {found} is too large to be kept exactly. Whole numbers reach to 9007199254740991.',
  cell_too_long: 'The cell is longer than 10,000 characters. Split the row, or compute the condition before the table.',
  value_expected: withSuggestion(
    'A value is missing at character {column}. Write a number, a text in double quotes, true, false or null; or - for anything.',
  ),
  unquoted_text: withSuggestion('{found} is a text and needs double quotes.'),
  value_spelling: withSuggestion('{found} is spelled differently here.'),
  comma_expected: withSuggestion('Alternatives are separated by commas; one is missing at character {column}.'),
  unclosed_not: withSuggestion('not( has no closing bracket.'),
  after_not: withSuggestion('Nothing may follow not(…): it stands for the whole cell.'),
  not_inside_cell: withSuggestion('not(…) has to enclose the whole cell and cannot stand inside of it.'),
  not_without_brackets: withSuggestion('not needs brackets.'),
  unclosed_bracket: withSuggestion('The range or list has no closing bracket.'),
  interval_expected: withSuggestion(
    'A round bracket begins a range, such as (10..20). For a single value write it alone.',
  ),
  empty_list: withSuggestion('An empty list matches nothing. Write the values, such as ["a", "b"], or - for anything.'),
  order_needs_number: (params) =>
    `Only numbers, dates, times and durations have an order; ${String(params['found'])} has none. ${typeof params['suggestion'] === 'string' ? `Write ${params['suggestion']} instead.` : 'List the values instead.'}`,
  mixed_interval: 'The ends of a range are of one kind: two numbers, two dates, two times. Correct one end of {found}.',
  range_spelling: withSuggestion('A range is written with brackets and two dots.'),
  interval_without_brackets: withSuggestion('A range needs brackets: square to include an end, round to leave it out.'),
  and_in_cell: withSuggestion('A cell has no "and". For two bounds write a range; for two fields use two columns.'),
  or_spelling: withSuggestion('Alternatives are separated by commas.'),
  operator_spelling: withSuggestion('{found} is spelled differently here.'),
  unit_in_cell: withSuggestion('{found} looks like a unit. Cells hold bare numbers; the unit belongs to the column.'),
  not_in_sfeel: (params) =>
    `${String(params['found'])}${constructs.get(String(params['construct'])) ?? ' is more than a cell can say'}, and cells hold only values, ranges and other inputs. Compute it before this table, and give it a column of its own.`,

  // Dates, times, durations
  temporal_quotes: withSuggestion('The text of a date, time or duration stands in double quotes.'),
  unclosed_temporal: withSuggestion('{found} has no closing bracket.'),
  bare_temporal: (params) => {
    const expected = String(params['expected']);
    const text = `${String(params['found'])} is not marked as ${typeName(expected)}.`;
    if (typeof params['suggestion'] === 'string') return `${text} Write ${params['suggestion']} instead.`;
    return `${text} Write ${cellForms.get(expected) ?? 'a value of that type'}.`;
  },
  temporal_form: (params) =>
    typeof params['suggestion'] === 'string'
      ? `${String(params['found'])} is not written as ISO 8601 asks. Write ${params['suggestion']} instead.`
      : `${String(params['found'])} is not written as ISO 8601 asks. ${temporalForms.get(String(params['form'])) ?? 'Behind @ stands a text such as "2026-11-22", "08:30:00", "2026-11-22T08:30:00" or "P3D".'}`,
  named_zone:
    '{found} names a time zone. Its rules change over the years, so give the offset instead: Z, or one such as +02:00.',
  mixed_duration:
    '{found} mixes months with days, and months differ in length. Write years and months alone ("P1Y6M"), or days and time alone ("P3DT12H").',
  no_such_day: '{found} is a day that does not exist. Correct it.',
  no_such_time: '{found} is a time that does not exist: hours go to 23, minutes and seconds to 59. Correct it.',
  mixed_offsets:
    '{found} and {other} cannot be compared: one says its offset from UTC (Z, +02:00), the other does not. Write all times of the column alike, and of the columns it is compared with.',

  // References to other inputs
  reference_in_list: 'A list in square brackets holds fixed values. Write {found} beside it: 5, {found}.',
  unknown_reference: (params) => {
    const text = `There is no condition with the id ${String(params['found'])}.`;
    if (typeof params['suggestion'] === 'string') return `${text} Write ${params['suggestion']} instead.`;
    return `${text} Write ${cellForms.get(String(params['expected'])) ?? 'a value'}, or the id of another condition.`;
  },
  unreferable_input:
    'The condition with the id {found} cannot be compared with: only ids of letters, digits, _ and - can. Give it another id.',
  reference_to_itself: '{found} is this column itself. Compare it with another condition.',
  reference_type: (params) =>
    `${String(params['found'])} is ${typeName(params['other'])}, and what is expected here is ${typeName(params['expected'])}: they can never match. Compare with a condition of the same type.`,

  // What can be read, and does not fit the column
  cell_type: (params) => {
    const expected = String(params['expected']);
    const text = `What is expected is ${typeName(expected)}, so ${String(params['found'])} can never match.`;
    return typeof params['suggestion'] === 'string'
      ? `${text} Write ${params['suggestion']} instead.`
      : `${text} Write ${cellForms.get(expected) ?? 'a value of that type'}.`;
  },
  not_allowed: '{found} is not among the values of the column ({allowed}). Correct it, or add it to the column.',
  outside_allowed_range:
    '{found} lies outside of what the column allows ({range}), so it can never match. Correct it, or what the column allows.',
  empty_interval: 'Nothing lies in {found}. The lower end comes first.',
  thousands_separator: withSuggestion('{found} means several numbers, one per comma.'),
};
