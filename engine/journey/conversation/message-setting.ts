import { splitPath } from '../../decision/facts/read-path.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import { messageAuthors, type MessageAuthor } from '../../sentiment/model/message.ts';

/** Where the messages of a conversation stand in an item. */
export interface MessageSetting {
  /** `text`: one text of the customer is the whole conversation. `list`: a list of messages. */
  messagesFrom: 'text' | 'list';
  /** Path in the item of the text. */
  textField: string;
  /** Path in the item of the list. */
  listField: string;
  /** Path inside a message of who wrote it; empty: the customer wrote all. */
  authorField: string;
  /** Path inside a message of its text. */
  messageField: string;
  /** Path inside a message of when it was written; empty: not known. */
  timeField: string;
  /** Path inside a message of the channel; empty: not known. */
  channelField: string;
  /** Path inside a message of the id of the contact (ticket, call, session); empty: all are of one contact. */
  contactField: string;
  /** Values at `authorField`, by who is meant. Capitals and spaces around them make no difference. */
  authorValues: Readonly<Record<MessageAuthor, readonly string[]>>;
  /** Path in the item of the moment that counts as now; empty: the time of the last message. */
  nowField: string;
}

/** Values that systems of customer service write for an author, where a setting does not say otherwise. Chosen: those that Zendesk, Intercom, Freshdesk and the chat APIs of model vendors use. */
export const usualAuthorValues: Readonly<Record<MessageAuthor, string>> = {
  customer: 'customer, user, end-user, contact, visitor',
  agent: 'agent, admin, employee, staff',
  automation: 'automation, bot, assistant, system',
};

/**
 * Values as people type them: with commas between.
 * @example authorValuesOf('Bot, assistant,') // ['Bot', 'assistant']
 */
export function authorValuesOf(text: string): string[] {
  return text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** Names under which nodes and steps hold the settings, all of them texts. */
export type MessageSettingName = Exclude<keyof MessageSetting, 'authorValues'> | `${MessageAuthor}Values`;

/**
 * Reads the settings, which nodes and steps hold under the same names.
 * @param text the trimmed text under a name
 * @example readMessageSetting((name) => String(parameters[name] ?? '').trim())
 */
export function readMessageSetting(text: (name: MessageSettingName) => string): MessageSetting {
  return {
    messagesFrom: text('messagesFrom') === 'text' ? 'text' : 'list',
    textField: text('textField'),
    listField: text('listField'),
    authorField: text('authorField'),
    messageField: text('messageField'),
    timeField: text('timeField'),
    channelField: text('channelField'),
    contactField: text('contactField'),
    authorValues: {
      customer: authorValuesOf(text('customerValues')),
      agent: authorValuesOf(text('agentValues')),
      automation: authorValuesOf(text('automationValues')),
    },
    nowField: text('nowField'),
  };
}

/** A value at the author field, in the form in which it is compared. */
export function comparableAuthor(value: string): string {
  return value.trim().toLowerCase();
}

/**
 * Finds what is wrong with the settings.
 * @returns `invalid_field_path`, `conversation_author_twice`, `conversation_no_customer`, with the setting as path
 * @example checkMessageSetting({ …, messagesFrom: 'list', listField: '' })[0].path // ['listField']
 */
export function checkMessageSetting(setting: MessageSetting): Issue[] {
  const { messagesFrom, textField, listField, nowField } = setting;
  const isList = messagesFrom === 'list';
  const now = pathIssues('nowField', nowField, false);
  if (!isList) return [...pathIssues('textField', textField, true), ...now];
  return [
    ...pathIssues('listField', listField, true),
    ...pathIssues('authorField', setting.authorField, false),
    ...pathIssues('messageField', setting.messageField, true),
    ...pathIssues('timeField', setting.timeField, false),
    ...pathIssues('channelField', setting.channelField, false),
    ...pathIssues('contactField', setting.contactField, false),
    ...now,
    ...(setting.authorField === '' ? [] : authorIssues(setting.authorValues)),
  ];
}

function pathIssues(name: string, path: string, isRequired: boolean): Issue[] {
  const segments = splitPath(path);
  const isRight = segments !== null && (segments.length > 0 || !isRequired);
  return isRight ? [] : [errorIssue('invalid_field_path', [name], { field: path })];
}

function authorIssues(values: MessageSetting['authorValues']): Issue[] {
  const seen = new Map<string, MessageAuthor>();
  const issues: Issue[] = [];
  for (const author of messageAuthors) {
    for (const value of values[author]) {
      const other = seen.get(comparableAuthor(value));
      if (other !== undefined && other !== author) {
        issues.push(errorIssue('conversation_author_twice', [`${author}Values`], { value, one: other, other: author }));
      }
      seen.set(comparableAuthor(value), author);
    }
  }
  if (values.customer.length === 0) issues.push(errorIssue('conversation_no_customer', ['customerValues']));
  return issues;
}
