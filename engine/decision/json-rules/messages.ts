import type { IssueMessage } from '../../issue.ts';

/** Why json-rules-engine cannot ask what a cell asks. */
const notExportable = new Map([
  ['list_range', 'json-rules-engine cannot ask one member of a list for two bounds.'],
  ['list_time', 'json-rules-engine cannot compare the members of a list as dates, times or durations.'],
  [
    'offset',
    'json-rules-engine compares times as texts, and with an offset from UTC these say the same in several ways.',
  ],
  ['duration', 'json-rules-engine compares durations as texts, and these say the same in several ways (PT24H, P1D).'],
  [
    'time_reference',
    'json-rules-engine compares two times as texts, and these may say the same in several ways (08:30:00, 08:30:00.0).',
  ],
  ['year', 'json-rules-engine compares dates as texts, which works for years of four digits alone.'],
]);

/** Why a rule cannot be a row. */
const notImportable = new Map([
  [
    'fact_against_fact',
    'it compares a fact with another. Write the column by hand; cells may compare with another input.',
  ],
  [
    'path',
    'a path in it has wildcards, slices or length, or a name that no path of a table can say. Compute the value before the table.',
  ],
  ['mixed_types', 'a fact in it is compared with values of several types. Make two facts of it.'],
  ['text_order', 'it compares texts by order, which tables do for dates and local times alone.'],
  ['operator', 'no cell asks what one of its operators asks.'],
  ['may_fail', 'json-rules-engine fails on it when the fact is absent. Ask first whether it is there.'],
  [
    'null_or_absent',
    'it tells null from absent, which are one in a table. Ask for both, or set allowUndefinedFacts to false.',
  ],
  ['too_many_rows', 'it would become more than 500 rows. Split it.'],
  ['too_many_values', 'a fact in it is compared with more than 2,000 values. Keep them in a list of their own.'],
  ['missing_condition', 'it refers to a shared condition that does not exist. Add it.'],
]);

/** Wording of what can be wrong with rule sets of json-rules-engine, and of what cannot be exchanged. */
export const jsonRulesMessages: Record<string, IssueMessage> = {
  // Reading
  rule_set_shape:
    'This is no rule set. Give a list of rules, or an object with the list in "rules" and shared conditions in "conditions".',
  shared_conditions_shape: 'Shared conditions are an object, with a condition by each name; this is {found}.',
  option_shape: 'The option {option} is true or false; this is {found}.',
  rule_shape: 'A rule is an object with "conditions" and "event"; this is {found}.',
  rule_event: 'A rule needs an event: an object with a text in "type". Here is {found}.',
  code_not_run: '{part} is code, and Steward never runs code of a rule set. Remove it.',
  bad_priority: 'The priority {found} cannot be used. Write a whole number; of a rule, 1 or more.',
  condition_shape: 'A condition is an object; this is {found}.',
  condition_ambiguous: 'This condition is several things at once ({found}). Leave one of them, and nest the others.',
  condition_list_expected: '"all" and "any" take a list of conditions; this is {found}.',
  condition_incomplete: 'The comparison lacks {missing}. It needs "fact", "operator" and "value".',
  condition_name: 'The name of a shared condition is a text; this is {found}.',
  root_condition: 'A comparison cannot stand alone here. Put it into "all".',
  unknown_operator:
    'The operator {found} is not known; custom operators are code and cannot be run. Known are: {known}.',
  unknown_decorator:
    'The decorator {found} is not known; custom decorators are code and cannot be run. Known are: {known}.',
  too_many_decorators:
    'The operator has more than {limit} decorators. Write the condition with "not", "all" and "any".',
  fact_name: 'The name of a fact is a text that is not empty; this is {found}.',
  path_shape: 'A path is a text, such as $.address.city; this is {found}.',
  path_too_long: 'The path {found}… is longer than 1,000 characters. Shorten it.',
  path_runs_code:
    'The path {found} holds a filter or a script, which is code and is not run. Use a plain path, such as $.items[*].price, and compare with someFact or everyFact.',
  path_not_run:
    'The path {found} asks for types, keys, parents, or too many branches, which is not run. Use names, indexes, *, slices, and .. once.',
  path_unsafe: 'The path {found} is a name of the programming language. Begin it with $, such as $.{found}.',
  missing_condition:
    'There is no shared condition {condition}. Add it to "conditions", or set allowUndefinedConditions, which makes it false. There are: {known}.',
  cyclic_condition: 'The shared condition {condition} refers to itself, by way of {circle}. Break the circle.',
  conditions_too_deep: 'The conditions are nested more than {limit} deep, shared ones included. Flatten them.',
  value_too_deep: 'The value is nested more than {limit} deep. Flatten it.',
  unsafe_key: 'The name {key} belongs to the programming language and cannot be used here. Rename it.',
  value_not_json: 'This is {found}, which is no JSON. Use texts, numbers, true, false, null, lists and objects.',

  // Exchange
  cell_not_exportable: (params) =>
    `${notExportable.get(String(params['reason'])) ?? 'json-rules-engine cannot ask this.'} Change the cell, or keep this table in Steward.`,
  path_not_exportable:
    'The path {field} holds characters that a path of json-rules-engine cannot say. Rename the field.',
  aggregation_not_exportable:
    'json-rules-engine collects events and computes nothing with them, so {aggregation} cannot be written as rules. Export the table without aggregation and compute the figure afterwards, or keep it in Steward.',
  chain_not_exportable:
    'The column {input} reads the outcome of the table {from}, and a rule of json-rules-engine cannot read the event of another. Export the tables one by one, or keep them in Steward.',
  event_type_not_exportable: 'json-rules-engine fails on events of the type "{id}". Give the table another id.',
  unknown_event_row:
    'The event names the row {found}, which the table does not have. Were the rules made of another version of the table?',

  rule_not_importable: (params) =>
    `The rule "${String(params['rule'])}" cannot be a row: ${notImportable.get(String(params['reason'])) ?? 'a table cannot say it.'}`,
  params_not_importable:
    'The params of this event cannot be results: those are texts, numbers, true, false, null, and lists of them, under names other than "event". Flatten or rename them.',
  param_types_differ:
    'The param {param} of the rule {rule} is a {found}, and a {expected} in another rule. Results of one column are of one type.',
  param_from_fact:
    'The param {param} takes its value from a fact, and the results of a table are fixed. Read the fact after the decision.',
  too_many_rows_in_all: 'The rules make {count} rows, and {limit} are the limit. Import them in parts.',
  order_within_priority:
    'The rules "{rule}" and "{other}" have the same priority, and json-rules-engine may give their events in either order. The table keeps one. Give them priorities where the order counts.',
  absent_facts_decide:
    'json-rules-engine fails when a fact is absent; the table takes it as absent and decides. Mark columns as required where that is not wanted.',
  type_assumed:
    'The rules only ask whether {field} is there, so that nothing says its type; text is assumed. Correct the column where it is another.',
  rule_never_holds: 'The rule "{rule}" can never hold, and is left out.',
  rule_split:
    'The rule "{rule}" has alternatives in several columns, and becomes {count} rows, of which at most one matches.',

  // Running
  undefined_fact: 'The rules need the fact {fact}, which is not there. Add it, or set allowUndefinedFacts.',
  undefined_condition:
    'The rules refer to the shared condition {condition}, which does not exist. Add it, or set allowUndefinedConditions.',
  operator_failed:
    'The fact {fact} cannot be compared as the rules ask: "in", someValue and everyValue need a list to look in, and an order needs a number or a text. Correct the fact, or the value of the rule.',
  error_event:
    'The rule holds, but its event has the type "error", on which json-rules-engine fails. Choose another type.',
  empty_fact_name: 'A fact has an empty name. Give it one.',
};
