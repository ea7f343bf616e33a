import type { IssueMessage } from '../issue.ts';

/** Wording of everything that can be wrong with journeys, their steps and links, and workflows that are read. */
export const journeyMessages: Record<string, IssueMessage> = {
  // Reading a workflow
  workflow_not_object:
    'This is not an n8n workflow: it holds {found} where an object with "nodes" is expected. In n8n, use Download, or copy the nodes.',
  workflow_too_deep:
    'The workflow nests deeper than {limit} levels. No workflow of n8n does; check where the file comes from.',
  workflow_reserved_key: 'The workflow uses the name {key}, which JavaScript keeps for itself. Rename it.',
  workflow_without_nodes:
    'This is not an n8n workflow: "nodes" is {found} where a list is expected. In n8n, use Download, or copy the nodes.',
  node_not_object:
    'Node {number} of the workflow is {found} where an object is expected. Download the workflow from n8n again.',
  node_without_name: 'Node {number} of the workflow has no name. Give it one; n8n tells nodes apart by their names.',
  connections_not_object:
    '"connections" of the workflow is {found} where an object is expected. Download the workflow from n8n again.',
  connection_malformed:
    'The connections of the node "{name}" do not have n8n’s form: per type a list of outputs, each a list of targets.',

  // Steps
  step_unknown: 'The step is no longer there. Somebody may have removed it.',
  step_name_empty: 'A step needs a name.',
  step_name_taken: 'Another step is called "{name}", too. n8n tells steps apart by their names: rename one of them.',
  step_id_taken: 'The first six characters of the step’s id are taken. n8n’s addresses need them to be different.',
  step_failed: 'The step failed.',
  step_table_missing: 'The step refers to the table "{table}", which the journey does not have. Choose a table.',
  step_unreachable: 'No customer ever comes to "{name}": no way leads there from a step that starts the journey.',
  port_unconnected: 'The output "{port}" of "{name}" leads nowhere: customers who leave by it are not handled.',
  loop_of_steps: 'The way from "{name}" leads back to it, and nothing on the way changes its course: it may never end.',
  loop_without_end: 'The journey was stopped at "{name}" after {limit} steps. It probably runs in a circle.',
  no_trigger: 'Nothing starts this journey. Add a Webhook step, or switch it on.',
  webhook_address_taken: 'Another Webhook step uses the path "{path}", too. Every address can start one way only.',
  journey_never_answers: 'No Respond step follows "{name}", so n8n refuses every call. Add a Respond step.',
  path_without_answer: 'The way ends at "{name}" without an answer, so the caller is told nothing. Add a Respond step.',
  respond_never_heard: '"{name}" always comes after another Respond step has answered: the caller never hears it.',

  // Parameters
  parameter_missing: '"{title}" is missing.',
  parameter_unknown: '"{title}" is not a setting of this step. Remove it.',
  parameter_wrong_type: '"{title}" has the wrong type: expected is {expected}.',
  parameter_not_allowed: '"{title}" has to be one of: {allowed}.',
  parameter_empty: '"{title}" must not be empty.',
  parameter_malformed: '"{title}" has characters that cannot stand there.',
  parameter_too_small: '"{title}" must not be below {minimum}.',
  parameter_too_large: '"{title}" must not be above {maximum}.',
  parameter_too_few: '"{title}" needs at least {minimum}.',
  parameter_too_many: '"{title}" takes at most {maximum}.',
  risk_rules_missing: 'The step has no rules to classify by. Choose a rule pack or a table.',
  pack_unknown: 'The rule pack "{pack}" is not installed. Installed: {packs}.',
  branch_case_id_taken:
    'The id "{id}" cannot be used for this case: ids are different from one another, and not empty.',
  response_field_twice: 'The answer has two fields called "{name}". Rename one of them.',
  response_field_reserved: 'An answer cannot have a field called "{name}". Rename it.',
  response_path_unreadable:
    '"{field}" is no path that can be read. Write field names with dots between them, such as "decision.outcome".',

  // Recording decisions
  subject_missing:
    'Nothing stands at {field}, which says whom the decision is about. Correct the data or the path; leave "Subject Field" empty when decisions are about nobody.',
  subject_too_long:
    '{field} says whom the decision is about in more than {limit} characters. Choose a field with an id, such as "body.customer.id".',
  subject_not_named:
    '{field} says whom the decision is about, but holds neither a text nor a number. Choose a field with an id, such as "body.customer.id".',

  log_name_missing: 'The log has no name for what is decided. Write a few words, such as "Refund approval".',
  log_outcome_missing:
    'Nothing stands at {field}, where the outcome of the decision is read. Correct the path, or make sure that the decision is made before it is logged.',
  log_reasons_no_texts: '{field} holds something other than a text or a list of texts. Reasons are words for people.',
  log_decider_missing: 'Nothing stands at {field}, which says who decided. Correct the path, or name the decider.',
  log_decider_unnamed: 'Nobody is named who decides. Name the decider, or the field that does.',
  log_text_too_long: '{field} holds more than {limit} characters, which the ledger does not take. Shorten it.',
  log_note_no_text: '{field} holds no text. A note is words of a person.',

  // Links
  link_unknown: 'The link is no longer there. Somebody may have removed it.',
  link_id_taken: 'A link with this id is there already.',
  link_step_missing: 'A link leads to or from a step that is not there. Remove the link.',
  link_port_missing: 'A link uses the port "{port}" of "{name}", which the step does not have. Connect it anew.',
  link_target_missing: '"{name}" is connected to "{target}", which does not exist: n8n stops there with an error.',
  link_to_itself: 'A step cannot be connected to itself.',
  link_types_differ: 'An output of type {output} does not fit an input of type {input}.',
  link_exists: 'These two are connected already.',
  step_takes_no_input: '"{name}" starts the journey: nothing can lead into it.',
  ambiguous_step_name:
    'A link touches "{name}", but several steps have that name, and n8n could not tell which is meant. Rename one.',

  // Tables of a journey, and edits of a table
  table_unused: 'No step uses the table "{table}".',
  table_key_taken: 'The journey has a table with the key "{table}" already.',
  table_member_empty: 'A table needs its "{member}".',
  column_member_empty: 'A column needs its "{member}".',
  last_output: 'A table needs at least one result. Add another one before you delete this one.',
  row_unknown: 'The row is no longer there. Somebody may have removed it.',
  row_id_taken: 'A row with the id "{id}" is there already.',
  column_unknown: 'The column is no longer there. Somebody may have removed it.',
  column_id_taken: 'A column with the id "{id}" is there already.',
  used_table_unknown: 'The table "{id}" is no longer among those used. Somebody may have removed it.',
  used_table_taken: 'A table with the id "{id}" is there already. Give this one another id.',
  table_part_malformed:
    'This is nothing that a table could keep there ({part}). Ids are short and begin with a letter, results are plain values.',
  journey_name_empty: 'A journey needs a name.',

  // Identity
  identity_region_unknown:
    '"{region}" is no region. Write the two letters of the country, such as DE or GB, or leave it empty.',
  identity_model_not_json: 'The own model is no JSON. Paste what "steward identity train --out" wrote, whole.',
  identity_model_shape:
    'The own model is not as "steward identity train --out" writes it: {at} is missing, unknown or of a wrong form.',
  identity_model_kind:
    'The own model recognizes a {found}, and the step is set to recognize a {wanted}. Change one of them.',
  identity_field_twice: 'Two fields are said to be the {field}. Keep one of them.',
  identity_no_fields:
    'No field tells who a record is about. The record has {columns}; say which of them holds the name, e-mail, phone, birth date or address.',
  identity_record_missing: 'There is no record at {field}: an object with the fields of one customer is expected.',
  identity_list_missing: 'There is no list of records at {field}: a list of objects is expected.',
  identity_profile_missing:
    'Known record {number} does not say which profile it is of: there is no text or number at {field}.',
  identity_id_missing:
    'The record has no id at {field}, so the hub cannot keep it. Name the field that holds its id, or keep nothing.',
  identity_no_known_input: 'Nothing is connected to the second input. Connect the records that are known.',
  identity_hub_away:
    'The hub did not say who the customer is: it is away. {detail} Start it, then run the workflow again.',
  identity_hub_refused:
    'The hub did not say who the customer is: {detail} Check the credential and what its key may do.',

  // Conversations
  conversation_author_twice: '"{value}" is said to mean the {one} and the {other}. Remove it from one of them.',
  conversation_no_customer: 'No value of the author means the customer. Name at least one, such as "customer".',
  conversation_text_missing: 'There is no text at {field}. Correct the path; an empty text is one, too.',
  conversation_list_missing: 'There is no list of messages at {field}: a list of objects is expected.',
  conversation_message_malformed: 'Message {number} holds no text at {field}: each message is an object with a text.',
  conversation_author_unknown:
    'Message {number} does not say who wrote it: what stands at {field} is none of the values that mean customer, agent or automation. Add it to one of them.',
  conversation_now_unreadable:
    'There is no moment at {field}. Write it as 2026-11-22T21:05:00Z, or as seconds since 1970.',
  handoff_field_twice: 'Two forms of the brief go into {field}. Choose a field for each.',
  handoff_without_form: 'The brief goes nowhere. Name a field for at least one of its forms.',
  handoff_no_record: 'At {field} stands no record of the customer: an object is expected.',
  handoff_no_list: 'At {field} stands no list.',
  playbook_missing: 'The playbook is not loaded, so no brief can be written here.',
  overlay_not_json: 'The own labels are no JSON: {detail}. Paste what "steward sentiment adapt" wrote.',
  overlay_of_another_model:
    'The own labels were made for the text model {made}, but {found} reads here. Run "steward sentiment adapt" again.',
  text_model_missing: 'The text model is not loaded, so nothing can be read here.',
};
