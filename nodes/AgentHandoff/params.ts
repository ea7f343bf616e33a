import type { IExecuteFunctions } from 'n8n-workflow';
import { briefCharacters, checkHandoffSetting, fullLanguages } from '../../engine/index.ts';
import type { HandoffSetting, Issue, TextReader } from '../../engine/index.ts';
import { messageSettingOf } from '../shared/conversation/message-setting.ts';
import { readTextReader } from '../shared/conversation/text-reader.ts';
import { expressionIssues } from '../shared/field-setting.ts';
import type { ParamsResult } from '../shared/item-result.ts';

/** What the node was set to. */
export interface HandoffParams {
  setting: HandoffSetting;
  read: TextReader;
}

const outputs = { count: 1, onFailure: 0 };

/** Settings that take paths, as the editor shows them. */
const shown: Readonly<Record<string, string>> = {
  dataField: 'Read Fields From',
  customerField: 'Customer Field',
  promisesField: 'Promises Field',
  failedField: 'Failed Attempts Field',
  jsonField: 'Put JSON In',
  markdownField: 'Put Markdown In',
  htmlField: 'Put HTML In',
};

/** Reads the settings, once per execution. */
export function readParams(context: IExecuteFunctions): ParamsResult<HandoffParams> {
  const wrong = (setting: string, issues: Issue[]) => ({ ok: false as const, outputs, setting, issues });
  const messages = messageSettingOf(context);
  if (!messages.ok) return { ...messages, outputs };
  for (const [name, setting] of Object.entries(shown)) {
    const issues = expressionIssues(context, name);
    if (issues.length > 0) return wrong(setting, issues);
  }
  const text = (name: string): string => String(context.getNodeParameter(name, 0, '')).trim();
  const briefLanguage = text('briefLanguage');
  const setting: HandoffSetting = {
    messages: messages.value,
    dataField: text('dataField'),
    customerField: text('customerField'),
    promisesField: text('promisesField'),
    failedField: text('failedField'),
    briefLanguage: fullLanguages.find((language) => language === briefLanguage) ?? 'en',
    maxCharacters: Number(context.getNodeParameter('maxCharacters', 0, briefCharacters.usual)),
    jsonField: text('jsonField'),
    markdownField: text('markdownField'),
    htmlField: text('htmlField'),
  };
  const issues = checkHandoffSetting(setting);
  if (issues.length > 0) return wrong(shown[String(issues[0]?.path[0])] ?? 'Put JSON In', issues);
  const reader = readTextReader(context);
  if (!reader.ok) return { ...reader, outputs };
  return { ok: true, outputs, value: { setting, read: reader.value.read } };
}
