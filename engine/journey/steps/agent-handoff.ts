import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { fullLanguages } from '../../sentiment/model/language.ts';
import { defaultEscalationPack } from '../conversation/escalation-setting.ts';
import { handoffItem, type Handoff } from '../conversation/handoff-item.ts';
import { briefCharacters, checkHandoffSetting, type HandoffSetting } from '../conversation/handoff-setting.ts';
import { sampleConversations } from '../conversation/sample-conversations.ts';
import { textReaderOf } from '../conversation/text-reader.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepContext, StepOutcome, StepType } from '../step-type.ts';
import { agentHandoffSchema, handoffTexts } from './agent-handoff-parameters.ts';
import { checkParameters } from './check-parameters.ts';
import { firstIssue } from './first-issue.ts';
import {
  compileMessages,
  messageDefaults,
  messageNames,
  messageSettingOf,
  recognizeMessages,
} from './message-parameters.ts';
import { hasOnly, plainChoice, plainNumber, plainText, trimmedText } from './plain-parameter.ts';
import {
  compileReading,
  readingDefaults,
  readingNames,
  readingOf,
  readingProblems,
  recognizeReading,
} from './reading-parameters.ts';

const nodeType = 'n8n-nodes-steward.agentHandoff';

/** Hands a conversation to a person, with everything that they have to know. */
export const agentHandoff: StepType = {
  type: 'agent-handoff',
  family: 'people',
  title: 'Agent Handoff',
  summary: 'Writes what the person has to know who takes over',
  help:
    'Makes a brief of the conversation: who the customer is, what they want, what happened on all channels, what automation decided and why, what failed, how they feel and since when, what was promised, what to do and say next, and what not to ask again. ' +
    'Every word of it stands in a message, a record or a decision; nothing is invented. ' +
    'Place it behind the outputs “Escalate” and “Urgent” of a Sentiment Escalation step: the brief then says what that step decided.',
  icon: 'hand-helping',
  addable: true,
  readsTexts: true,
  parametersSchema: agentHandoffSchema,
  defaults: () => ({
    ...messageDefaults(),
    ...handoffTexts,
    dataField: 'body',
    customerField: 'body.customer',
    ...readingDefaults(),
    briefLanguage: 'en',
    maxCharacters: briefCharacters.usual,
  }),
  inputs: () => [{ id: 'in', label: '' }],
  outputs: () => [{ id: 'out', label: '' }],
  describe: ({ parameters }) => {
    const forms = [
      ['JSON', 'jsonField'],
      ['Markdown', 'markdownField'],
      ['HTML', 'htmlField'],
    ] as const;
    const chosen = forms.filter(([, name]) => trimmedText(parameters[name] ?? handoffTexts[name]) !== '');
    return chosen.length === 0 ? 'No form chosen' : `Brief as ${chosen.map(([form]) => form).join(', ')}`;
  },
  problems,
  compile,
  recognize,
  samples: ({ parameters }) => sampleConversations(messageSettingOf(parameters)),
  simulate,
};

function settingOf(parameters: JsonObject): HandoffSetting {
  const text = (name: keyof typeof handoffTexts): string => trimmedText(parameters[name] ?? handoffTexts[name]);
  const { briefLanguage, maxCharacters } = parameters;
  return {
    messages: messageSettingOf(parameters),
    dataField: text('dataField'),
    customerField: text('customerField'),
    promisesField: text('promisesField'),
    failedField: text('failedField'),
    briefLanguage: fullLanguages.find((language) => language === briefLanguage) ?? 'en',
    maxCharacters: typeof maxCharacters === 'number' ? maxCharacters : briefCharacters.usual,
    jsonField: text('jsonField'),
    markdownField: text('markdownField'),
    htmlField: text('htmlField'),
  };
}

function compile({ parameters }: Step): ReturnType<StepType['compile']> {
  return {
    type: nodeType,
    typeVersion: 1,
    parameters: {
      ...compileMessages(parameters),
      ...Object.fromEntries(
        Object.entries(handoffTexts).map(([name, preset]) => [name, trimmedText(parameters[name] ?? preset)]),
      ),
      ...compileReading(parameters),
      briefLanguage: parameters['briefLanguage'] ?? 'en',
      maxCharacters: parameters['maxCharacters'] ?? briefCharacters.usual,
    },
  };
}

function recognize(node: N8nNode): Recognized | null {
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const { parameters } = node;
  const own = [...Object.keys(handoffTexts), 'briefLanguage', 'maxCharacters'];
  if (!hasOnly(parameters, [...messageNames, ...readingNames, ...own])) return null;
  const messages = recognizeMessages(parameters);
  const reading = recognizeReading(parameters);
  const briefLanguage = plainChoice(parameters['briefLanguage'], fullLanguages, 'en');
  const maxCharacters = plainNumber(parameters['maxCharacters'], briefCharacters.usual);
  const found = Object.entries(handoffTexts).map(
    ([name, preset]) => [name, plainText(parameters[name], preset)] as const,
  );
  if (messages === null || reading === null || briefLanguage === null || maxCharacters === null) return null;
  if (found.some(([, value]) => value === null)) return null;
  return { parameters: { ...messages, ...Object.fromEntries(found), ...reading, briefLanguage, maxCharacters } };
}

function problems({ parameters }: Step): Issue[] {
  const issues = checkParameters(agentHandoffSchema, parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const wrong = checkHandoffSetting(settingOf(parameters)).map((issue) => ({
    ...issue,
    path: ['parameters', ...issue.path],
  }));
  return [...wrong, ...readingProblems(parameters)];
}

function simulate({ parameters }: Step, item: JsonObject, context: StepContext): StepOutcome {
  const handoff = handoffOf(parameters, context);
  const handed = handoff.ok ? handoffItem(item, handoff.value) : handoff;
  return handed.ok
    ? { kind: 'continue', port: 'out', item: handed.value }
    : { kind: 'error', issue: firstIssue(handed.issues) };
}

function handoffOf(parameters: JsonObject, context: StepContext): Result<Handoff> {
  const setting = settingOf(parameters);
  const issues = checkHandoffSetting(setting);
  if (issues.length > 0) return { ok: false, issues };
  const reader = textReaderOf(context.textModel, readingOf(parameters));
  if (!reader.ok) return reader;
  const table = Object.hasOwn(context.packs.tables, defaultEscalationPack)
    ? context.packs.tables[defaultEscalationPack]?.table
    : undefined;
  const { playbook, day } = context;
  if (table === undefined || playbook === undefined) return { ok: false, issues: [errorIssue('playbook_missing', [])] };
  return { ok: true, value: { setting, read: reader.value.read, table, playbook, day } };
}
