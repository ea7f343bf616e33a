import type { Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { MessageAuthor } from '../../sentiment/model/message.ts';
import {
  checkMessageSetting,
  readMessageSetting,
  usualAuthorValues,
  type MessageSetting,
} from '../conversation/message-setting.ts';
import type { ParameterSchema } from '../step-type.ts';
import { plainChoice, plainText, trimmedText } from './plain-parameter.ts';

/** Texts that nodes have under the same names, with their own defaults, which n8n leaves out of its JSON. */
const texts = {
  textField: '',
  listField: '',
  authorField: 'author',
  messageField: 'text',
  timeField: 'at',
  channelField: 'channel',
  contactField: 'contact',
  customerValues: usualAuthorValues.customer,
  agentValues: usualAuthorValues.agent,
  automationValues: usualAuthorValues.automation,
  nowField: '',
} as const;

const whenList = { property: 'messagesFrom', equals: 'list' } as const;

function inMessage(name: keyof typeof texts, title: string, description: string): ParameterSchema {
  return {
    type: 'string',
    title,
    description: `Path inside a message ${description}`,
    default: texts[name],
    'x-control': 'field',
    placeholder: texts[name],
    'x-showWhen': whenList,
  };
}

function valuesOf(author: MessageAuthor, title: string, description: string): ParameterSchema {
  return {
    type: 'string',
    title,
    description,
    default: usualAuthorValues[author],
    placeholder: usualAuthorValues[author],
    'x-showWhen': whenList,
  };
}

/** Where a step finds the messages of a conversation. */
export const messageProperties: Record<'messagesFrom' | keyof typeof texts, ParameterSchema> = {
  messagesFrom: {
    type: 'string',
    title: 'Messages',
    description: 'A list of messages with their authors; or one text of the customer, such as an e-mail or a form.',
    default: 'list',
    enum: ['list', 'text'],
    'x-enumTitles': ['A list', 'One text'],
  },
  textField: {
    type: 'string',
    title: 'Text',
    description: 'Full path of the text, such as “body.text” after a Webhook.',
    default: '',
    'x-control': 'field',
    placeholder: 'body.text',
    'x-showWhen': { property: 'messagesFrom', equals: 'text' },
  },
  listField: {
    type: 'string',
    title: 'List',
    description: 'Full path of the list of messages, the oldest first.',
    default: '',
    'x-control': 'field',
    placeholder: 'body.messages',
    'x-showWhen': whenList,
  },
  messageField: inMessage('messageField', 'Text', 'of what was written.'),
  authorField: inMessage('authorField', 'Author', 'of who wrote it. Empty: the customer wrote all.'),
  timeField: inMessage('timeField', 'Time', 'of when it was written. Empty: not known.'),
  channelField: inMessage('channelField', 'Channel', 'of the channel, such as “email”. Empty: not known.'),
  contactField: inMessage(
    'contactField',
    'Contact',
    'of the id of its ticket, call or session. Empty: all are of one.',
  ),
  customerValues: valuesOf(
    'customer',
    'Customer is',
    'Values of the author that mean the customer, with commas between.',
  ),
  agentValues: valuesOf('agent', 'Agent is', 'Values of the author that mean a person of the company.'),
  automationValues: valuesOf('automation', 'Automation is', 'Values of the author that mean a machine of the company.'),
  nowField: {
    type: 'string',
    title: 'As of',
    description:
      'Full path of the moment that counts as now, for how long the customer waits. Empty: the last message.',
    default: '',
    'x-control': 'field',
    placeholder: 'body.checkedAt',
  },
};

/** Names of the parameters, which are those of the nodes, too. */
export const messageNames: readonly string[] = Object.keys(messageProperties);

/** Parameters of a new step: behind a Webhook. */
export function messageDefaults(): JsonObject {
  return { messagesFrom: 'list', ...texts, textField: 'body.text', listField: 'body.messages' };
}

/** Reads the settings out of a step's parameters. */
export function messageSettingOf(parameters: JsonObject): MessageSetting {
  return readMessageSetting((name) =>
    trimmedText(parameters[name] ?? (name === 'messagesFrom' ? 'list' : texts[name])),
  );
}

/** The settings as the nodes hold them. */
export function compileMessages(parameters: JsonObject): JsonObject {
  return {
    messagesFrom: parameters['messagesFrom'] ?? 'list',
    ...Object.fromEntries(
      Object.entries(texts).map(([name, preset]) => [name, trimmedText(parameters[name] ?? preset)]),
    ),
  };
}

/** Reads the settings back from a node's parameters; null when something is an expression or unknown. */
export function recognizeMessages(parameters: JsonObject): JsonObject | null {
  const messagesFrom = plainChoice(parameters['messagesFrom'], ['list', 'text'], 'list');
  const found = Object.entries(texts).map(([name, preset]) => [name, plainText(parameters[name], preset)] as const);
  if (messagesFrom === null || found.some(([, value]) => value === null)) return null;
  return { messagesFrom, ...Object.fromEntries(found) };
}

/** What is wrong with the settings, beyond what their schema says. */
export function messageProblems(parameters: JsonObject): Issue[] {
  return checkMessageSetting(messageSettingOf(parameters)).map((issue) => ({
    ...issue,
    path: ['parameters', ...issue.path],
  }));
}
