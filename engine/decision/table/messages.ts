import type { Issue, IssueMessage } from '../../issue.ts';

/** Wording of what can be wrong with a table as a whole: its hit policy, days, columns, and the tables that it uses. */
export const tableMessages: Record<string, IssueMessage> = {
  // Hit policy
  priority_needs_allowed:
    'The hit policy {hitPolicy} needs to know which result comes first. List the allowed values of a result column, the most important first.',
  aggregation_without_collect:
    'Only the hit policy collect makes a figure of its results ({aggregation}), and this table has {hitPolicy}. Remove the aggregation, or choose collect.',
  unknown_aggregation: 'The aggregation {found} is not known. Known are: {known}.',
  aggregation_needs_one_output:
    'A table that makes one figure ({aggregation}) has exactly one result column; this one has {count}. Remove the others.',
  aggregation_needs_number:
    'The {aggregation} of results needs numbers, and the result "{output}" is {found}. Change its type, or count the rows.',
  aggregation_needs_result:
    'This row has no result, so the {aggregation} could not be told when it matches. Write a number.',

  // Days
  day_does_not_exist: 'There is no such day as {day}. Write year, month, day, such as 2027-06-30.',
  days_reversed: 'The last day {until} is before the first day {from}. Exchange them.',

  // Columns
  default_type: (params: Issue['params']) =>
    `The result when no row matches should be of type ${String(params['expected'])} but is ${String(params['found'])}. Correct it, or remove it.`,
  default_not_allowed:
    'The result when no row matches, {found}, is not among the allowed values ({allowed}). Correct it, or add it to the column.',
  allowed_type: 'The allowed value {found} is not of the type of the column ({expected}). Correct it.',
  allowed_twice: 'The allowed value {found} stands there twice. Remove one.',
  allowed_needs_values: 'A column of the type {type} has no list of allowed values. Remove the list.',
  both_allowed: 'The column has a list of allowed values and a range as well. Keep one of them.',
  duplicate_annotation: 'There are two annotation columns with the id {id}. Give one of them another id.',
  unknown_annotation: 'The table has no annotation column {annotation}. It has: {known}.',

  // Tests
  test_expects_list:
    'The test expects a list, but a table with the hit policy {hitPolicy} gives a single outcome here. Write the outcome alone.',
  test_expects_single:
    'The test expects a single outcome, but a table with the hit policy {hitPolicy} gives a list. Write a list of outcomes.',

  // Tables that use others
  from_without_uses:
    'The condition reads from the table {from}, but this table uses no others. Add that table under "uses", or remove "from".',
  unknown_used_table: 'The condition reads from the table {from}, which is not among the tables used: {known}.',
  used_table_twice: 'Two of the tables have the id {id}. Give one of them another id.',
  used_in_circle: 'The tables wait for one another: {circle}. Let one of them read a field of the item instead.',
  nested_uses:
    'A table that is used by another cannot use tables of its own. Put all of them side by side under the first table ({at}).',
  table_not_used: 'Nothing reads from the table {id}. Remove it, or let a condition read from it.',
  unknown_used_output: 'The table {from} has no result {output}. It has: {known}.',
  used_output_type:
    'The condition expects {expected}, but what the table {from} gives there is {found}. Change the type of the condition.',
};
