import { checkWrittenField } from '../../decision/record/record-outcome.ts';
import { splitPath } from '../../decision/facts/read-path.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { FullLanguage } from '../../sentiment/model/language.ts';
import { checkMessageSetting, type MessageSetting } from './message-setting.ts';

/** What a step that hands a conversation over is set to. Paths are from the top of the item; empty ones are not read, or not written. */
export interface HandoffSetting {
  messages: MessageSetting;
  /** Path of the object that holds further facts of the escalation table, where no step before has decided. */
  dataField: string;
  /** Of the record of the customer. */
  customerField: string;
  /** Of a list of promises that were made elsewhere. */
  promisesField: string;
  /** Of a list of what was tried without success. */
  failedField: string;
  /** Of the brief. */
  briefLanguage: FullLanguage;
  /** Most characters of the brief as Markdown. */
  maxCharacters: number;
  /** Where the brief goes, by its form. */
  jsonField: string;
  markdownField: string;
  htmlField: string;
}

/** The playbook whose steps and wording stand in a brief. */
export const handoffPlaybook = 'agent-handoff';

/** Forms of a brief. */
const briefForms = ['jsonField', 'markdownField', 'htmlField'] as const;

/** Characters of a brief: the least and most that a setting takes. */
export const briefCharacters = { least: 1_000, usual: 8_000, most: 100_000 } as const;

/**
 * Finds what is wrong with the settings.
 * @returns issues of `checkMessageSetting`, `invalid_field_path`, `reserved_field`, `handoff_field_twice`, `handoff_without_form`, with
 *   the setting as path
 * @example checkHandoffSetting({ …, jsonField: '', markdownField: '', htmlField: '' })[0].code // 'handoff_without_form'
 */
export function checkHandoffSetting(setting: HandoffSetting): Issue[] {
  const issues = checkMessageSetting(setting.messages);
  for (const name of ['dataField', 'customerField', 'promisesField', 'failedField'] as const) {
    const field = setting[name];
    if (splitPath(field) === null) issues.push(errorIssue('invalid_field_path', [name], { field }));
  }
  const seen = new Set<string>();
  for (const name of briefForms) {
    const field = setting[name];
    if (field === '') continue;
    issues.push(...checkWrittenField(name, field));
    if (seen.has(field)) issues.push(errorIssue('handoff_field_twice', [name], { field }));
    seen.add(field);
  }
  if (seen.size === 0) issues.push(errorIssue('handoff_without_form', ['jsonField']));
  return issues;
}
