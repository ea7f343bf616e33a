import type { IExecuteFunctions } from 'n8n-workflow';
import { checkMessageSetting, readMessageSetting } from '../../../engine/index.ts';
import type { Issue, MessageSetting } from '../../../engine/index.ts';
import { expressionIssues } from '../field-setting.ts';
import { messageFields } from './message-fields.ts';

type SettingResult = { ok: true; value: MessageSetting } | { ok: false; setting: string; issues: Issue[] };

/** Reads where the messages of a conversation are. */
export function messageSettingOf(context: IExecuteFunctions): SettingResult {
  const shownAs = (name: unknown) => messageFields.find((field) => field.name === name)?.displayName ?? 'Messages';
  for (const { name, requiresDataPath } of messageFields) {
    const issues = requiresDataPath === undefined ? [] : expressionIssues(context, name);
    if (issues.length > 0) return { ok: false, setting: shownAs(name), issues };
  }
  const setting = readMessageSetting((name) => String(context.getNodeParameter(name, 0, '')).trim());
  const issues = checkMessageSetting(setting);
  return issues.length === 0
    ? { ok: true, value: setting }
    : { ok: false, setting: shownAs(issues[0]?.path[0]), issues };
}
