import type { Issue, IssueMessage } from '../issue.ts';

const typeNames = new Map([
  ['number', 'a number'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['list', 'a list'],
  ['object', 'an object'],
]);

const cellForms = new Map([
  ['number', 'a number such as 1000, a comparison such as >= 1000, or a range such as [10..20)'],
  ['string', 'a text in double quotes, such as "gold", or not("gold")'],
  ['boolean', 'true or false'],
  ['list', 'a value that the list may hold, such as "vip"'],
]);

/** Ends a message about a cell with what to write instead. */
function withSuggestion(text: string): IssueMessage {
  return (params: Issue['params']) => {
    const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
    return typeof params['suggestion'] === 'string' ? `${filled} Write ${params['suggestion']} instead.` : filled;
  };
}

/** Wording of everything that can be wrong with tables, cells, and the facts given to them. */
export const decisionMessages: Record<string, IssueMessage> = {
  // Cells
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
  order_needs_number: withSuggestion('Only numbers have an order; {found} has none. List the values instead.'),
  range_spelling: withSuggestion('A range is written with brackets and two dots.'),
  interval_without_brackets: withSuggestion('A range needs brackets: square to include an end, round to leave it out.'),
  and_in_cell: withSuggestion('A cell has no "and". For two bounds write a range; for two fields use two columns.'),
  or_spelling: withSuggestion('Alternatives are separated by commas.'),
  operator_spelling: withSuggestion('{found} is spelled differently here.'),
  unit_in_cell: withSuggestion('{found} looks like a unit. Cells hold bare numbers; the unit belongs to the column.'),
  cell_type: (params) => {
    const expected = String(params['expected']);
    const text = `What is expected is ${typeNames.get(expected) ?? expected}, so ${String(params['found'])} can never match.`;
    return typeof params['suggestion'] === 'string'
      ? `${text} Write ${params['suggestion']} instead.`
      : `${text} Write ${cellForms.get(expected) ?? 'a value of that type'}.`;
  },
  not_allowed: '{found} is not among the values of the column ({allowed}). Correct it, or add it to the column.',
  empty_interval: 'No number lies in {found}. The lower end comes first.',
  thousands_separator: withSuggestion('{found} means several numbers, one per comma.'),

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
    const expected = typeNames.get(String(params['expected'])) ?? String(params['expected']);
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

  // Exchange with json-rules-engine
  cell_not_exportable:
    'json-rules-engine cannot ask one member of a list for two bounds. Write the values one by one, or keep this table in Steward.',
  path_not_exportable:
    'The path {field} holds characters that a path of json-rules-engine cannot say. Rename the field.',
};
