import type { IssueMessage } from '../../issue.ts';
import { typeName } from '../type-names.ts';

/** Wording of what can be wrong with a table as a whole: its hit policy, days, columns, and the tables that it uses. */
export const tableMessages: Record<string, IssueMessage> = {
  // Ids, columns and rows
  no_outputs: 'The table has no result column. Add one.',
  duplicate_input: 'There are two conditions with the id {id}. Give one of them another id.',
  duplicate_output: 'There are two results with the id {id}. Give one of them another id.',
  duplicate_row: 'There are two rows with the id {id}. Give one of them another id.',
  duplicate_source: 'There are two sources with the id {id}. Give one of them another id.',
  duplicate_assumption: 'There are two assumptions with the id {id}. Give one of them another id.',
  unknown_input: 'The table has no condition {input}; it has: {known}. Correct the id, or add the column.',
  unknown_output: 'The table has no result {output}; it has: {known}. Correct the id, or add the column.',
  unknown_source: 'The source {source} is not in the list of sources. Add it there, or correct the id.',
  unknown_value_type: 'The type {found} is not known. Choose one of: {known}.',
  output_type: (params) =>
    `The result should be ${typeName(params['expected'])} but is ${typeName(params['found'])}. Correct it.`,
  output_not_allowed:
    'The result {found} is not among the allowed values ({allowed}). Correct it, or add it to the column.',

  // Hit policy
  unknown_hit_policy: 'The hit policy {found} is not known. Choose one of: {known}.',
  priority_needs_allowed:
    'The hit policy {hitPolicy} needs to know which result comes first. List the allowed values of a result column, the most important first.',
  aggregation_without_collect:
    'Only the hit policy collect makes a figure of its results ({aggregation}), and this table has {hitPolicy}. Remove the aggregation, or choose collect.',
  unknown_aggregation: 'The aggregation {found} is not known. Choose one of: {known}.',
  aggregation_needs_one_output:
    'A table that makes one figure ({aggregation}) has exactly one result column; this one has {count}. Remove the others.',
  aggregation_needs_number: (params) =>
    `The ${String(params['aggregation'])} of results needs numbers, and the result "${String(params['output'])}" is ${typeName(params['found'])}. Change its type, or count the rows.`,
  aggregation_needs_result:
    'This row has no result, so the {aggregation} could not be told when it matches. Write a number.',

  // Days
  day_does_not_exist: 'There is no such day as {day}. Write year, month, day, such as 2027-06-30.',
  days_reversed: 'The last day {until} is before the first day {from}. Exchange them.',

  // What columns may hold
  default_type: (params) =>
    `The result when no row matches should be ${typeName(params['expected'])} but is ${typeName(params['found'])}. Correct it, or remove it.`,
  default_not_allowed:
    'The result when no row matches, {found}, is not among the allowed values ({allowed}). Correct it, or add it to the column.',
  allowed_type: (params) =>
    `The allowed value ${String(params['found'])} is not of the type of the column, ${typeName(params['expected'])}. Correct it.`,
  allowed_twice: 'The allowed value {found} stands there twice. Remove one.',
  allowed_needs_values: 'A column of the type {type} has no list of allowed values. Remove the list.',
  both_allowed: 'The column has a list of allowed values and a range as well. Keep one of them.',
  duplicate_annotation: 'There are two annotation columns with the id {id}. Give one of them another id.',
  unknown_annotation:
    'The table has no annotation column {annotation}; it has: {known}. Correct the id, or add the column.',

  // Tests
  unknown_test_row: 'There is no row {row} for this test to expect. Correct the id.',
  test_expects_list:
    'The test expects a list, but a table with the hit policy {hitPolicy} gives a single outcome here. Write the outcome alone.',
  test_expects_single:
    'The test expects a single outcome, but a table with the hit policy {hitPolicy} gives a list. Write a list of outcomes.',

  // Tables that use others
  from_without_uses:
    'The condition reads from the table {from}, but this table uses no others. Add that table under "uses", or remove "from".',
  unknown_used_table:
    'The condition reads from the table {from}, which is not among the tables used: {known}. Add it there, or correct the id.',
  used_table_twice: 'Two of the tables have the id {id}. Give one of them another id.',
  used_in_circle: 'The tables wait for one another: {circle}. Let one of them read a field of the item instead.',
  nested_uses:
    'A table that is used by another cannot use tables of its own. Put all of them side by side under the first table ({at}).',
  table_not_used: 'Nothing reads from the table {id}. Remove it, or let a condition read from it.',
  unknown_used_output: 'The table {from} has no result {output}; it has: {known}. Correct the path.',
  used_output_type: (params) =>
    `The condition expects ${typeName(params['expected'])}, but what the table ${String(params['from'])} gives there is ${typeName(params['found'])}. Change the type of the condition.`,
};
