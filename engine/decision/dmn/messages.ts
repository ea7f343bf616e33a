import type { Issue, IssueMessage } from '../../issue.ts';

/** Ends a message about a result with its row, where there is one. */
function inRow(params: Issue['params']): string {
  return typeof params['row'] === 'string' ? '' : ' by default';
}

/** Wording of what stands in the way of reading and writing DMN, and of what is passed over. */
export const dmnMessages: Record<string, IssueMessage> = {
  // The file
  dmn_file_missing: (params) => {
    const known = Array.isArray(params['known']) && params['known'].length > 0 ? params['known'].join(', ') : 'none';
    return `The first item has no file in the field "${String(params['field'])}"; its files: ${known}. Read the DMN file with a node before this one, or correct the name.`;
  },
  dmn_decision_unknown: 'The DMN file has no decision "{decision}" that can be run. It has: {known}.',
  dmn_too_large: 'The DMN file has more than {limit} characters. Split the model into several files.',
  dmn_not_xml:
    'The DMN file is no well-formed XML: line {line}, at {found}. Export it anew from the tool that it comes from.',
  dmn_document_type:
    'The DMN file has a document type (<!DOCTYPE …>), which DMN does not use and which could pull in other files. Remove it.',
  dmn_too_deep:
    'The elements of the DMN file nest more than {limit} deep. No decision table needs that: check the file.',
  dmn_too_many_elements: 'The DMN file has more than {limit} decisions and inputs. Split the model into several files.',
  dmn_too_many_columns: 'The decision "{decision}" has more than {limit} columns. Split the table.',
  dmn_too_many_namespaces: 'The DMN file declares too many namespaces to be read. Export it anew.',
  dmn_other_root:
    'This is no DMN file: it begins with <{found}> of the namespace "{namespace}". Choose a file of DMN 1.1 to 1.5, whose first element is <definitions>.',
  dmn_part_unreadable:
    'Line {line} of the DMN file cannot be read: {found} ({problem}). Correct it; what is no part of DMN belongs into <extensionElements>.',
  dmn_no_table: (params) => {
    const found = Array.isArray(params['found']) && params['found'].length > 0 ? params['found'].join(', ') : 'nothing';
    return `The DMN file has no decision table that could be run. It has: ${found}. Write the decision as a decision table.`;
  },
  dmn_cycle: 'The decision "{decision}" needs itself, over other decisions. Cut the circle.',

  // A decision that cannot be run
  dmn_input_expression:
    'Decision "{decision}", column {input}: the expression {expression} has to be computed. Write the name of a field, such as Applicant.Age, and compute the value before the table.',
  dmn_input_object:
    'Decision "{decision}", column {input}: {expression} is an object or a list of results. Name one of its fields.',
  dmn_output_expression: (params) =>
    `Decision "${String(params['decision'])}": the result "${String(params['output'])}" is computed${inRow(params)}: ${String(params['expression'])}. Write a value: a number, a text in double quotes, true, false, null, a date or a list.`,
  dmn_rule_entries:
    'Decision "{decision}": the rule has more entries ({found}) than the table has columns. Remove them.',
  dmn_needs_left_out:
    'The decision "{decision}" needs the decision "{needed}", which cannot be run; see there. Correct that one first.',

  // What is passed over
  dmn_not_run:
    'The {kind} "{name}" ({id}) is not run: Steward runs decision tables. What it computes has to come with the facts.',
  dmn_not_kept: 'The {kind} "{name}" ({id}) decides nothing and is not kept.',
  dmn_import: 'The model imports "{name}", another file, which is not read. Put what it needs into this file.',
  dmn_type_constraint: 'The type "{name}" constrains a whole list, which is not checked.',
  dmn_extensions: 'Elements of other tools are not kept: {found}.',
  dmn_decision_as_input:
    'The decision "{decision}" needs "{needed}" ({id}), which is not run. Its value has to come with the facts, in the field {needed}.',
  dmn_allowed_values:
    'Decision "{decision}", column {input}: the allowed values {expression} cannot be read and are not checked.',
  dmn_output_range:
    'Decision "{decision}": the allowed results {expression} of "{output}" are no list of values and are not checked.',

  // Writing
  dmn_value_not_writable:
    'The result {found} has no form in DMN. Write a number, a text, true, false, null or a list of those.',
  dmn_same_id: 'Two different tables have the id {id}. Give one of them another id.',
  dmn_unknown_table:
    'The column reads from the table {found}, which is not among those that the table uses. It uses: {known}.',
  dmn_row_validity:
    'The row counts on certain days only, which DMN cannot say. Other tools will apply it on every day.',
  dmn_table_validity:
    'The table decides on certain days only, which DMN cannot say. Other tools will use it on every day.',
  dmn_row_disabled: 'The row is switched off. Other tools will not see it.',
  dmn_required: 'The column {input} must have a value, which DMN cannot say. Other tools will decide without it.',
  dmn_list_column:
    'The column {input} holds lists. Steward asks whether some member passes; other tools may compare the whole list.',
};
