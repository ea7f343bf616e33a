import { readPath, splitPath } from '../../decision/facts/read-path.ts';
import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { messageAuthors, type Message, type MessageAuthor } from '../../sentiment/model/message.ts';
import { comparableAuthor, type MessageSetting } from './message-setting.ts';
import { readMoment } from './read-moment.ts';

/** A conversation as an item holds it. */
export interface ReadConversation {
  /** In the order of the item. */
  messages: Message[];
  /** ISO 8601 in UTC; absent: the time of the last message counts. */
  now?: string;
  /** Messages at the beginning that were not read, because there are more than `mostMessages`. */
  leftOut: number;
}

/** The newest messages that are read. Chosen: 1,000, because no case of a customer has as many, and they are read in a second. */
export const mostMessages = 1_000;

/**
 * Reads the conversation that an item holds. A time that cannot be read counts as not known, since a message that may announce
 * danger is worth more than its time; a text that is missing in a message is empty, as of an attachment.
 * @param item as it stands in n8n
 * @param setting that `checkMessageSetting` finds nothing wrong with
 * @returns `conversation_text_missing`, `conversation_list_missing`, `conversation_message_malformed`,
 *   `conversation_author_unknown`, `conversation_now_unreadable`; none of them holds a value of the item
 * @example readMessages({ body: { text: 'Hello' } }, { …, messagesFrom: 'text', textField: 'body.text' })
 */
export function readMessages(item: JsonObject, setting: MessageSetting): Result<ReadConversation> {
  const now = setting.nowField === '' ? undefined : readMoment(readPath(item, setting.nowField));
  if (now === null) return refused('conversation_now_unreadable', setting.nowField);
  const at = now === undefined ? {} : { now };
  if (setting.messagesFrom === 'text') {
    const text = readPath(item, setting.textField);
    if (typeof text !== 'string') return refused('conversation_text_missing', setting.textField);
    return { ok: true, value: { messages: [{ author: 'customer', text }], leftOut: 0, ...at } };
  }
  const list = readPath(item, setting.listField);
  if (!Array.isArray(list)) return refused('conversation_list_missing', setting.listField);
  const leftOut = Math.max(0, list.length - mostMessages);
  const authors = authorsByValue(setting);
  const messages: Message[] = [];
  for (const [index, entry] of list.slice(leftOut).entries()) {
    const message = readMessage(entry, leftOut + index + 1, setting, authors);
    if (!message.ok) return message;
    messages.push(message.value);
  }
  return { ok: true, value: { messages, leftOut, ...at } };
}

function readMessage(
  entry: unknown,
  number: number,
  setting: MessageSetting,
  authors: ReadonlyMap<string, MessageAuthor>,
): Result<Message> {
  const wrong = (code: string, field: string): Result<never> => ({
    ok: false,
    issues: [errorIssue(code, splitPath(setting.listField) ?? [], { field, number })],
  });
  if (!isJsonObject(entry)) return wrong('conversation_message_malformed', setting.messageField);
  const text = readPath(entry, setting.messageField) ?? '';
  if (typeof text !== 'string') return wrong('conversation_message_malformed', setting.messageField);
  const author = authorOf(entry, setting, authors);
  if (author === null) return wrong('conversation_author_unknown', setting.authorField);
  const at = setting.timeField === '' ? null : readMoment(readPath(entry, setting.timeField));
  const channel = shortText(entry, setting.channelField);
  const contact = shortText(entry, setting.contactField);
  return {
    ok: true,
    value: {
      author,
      text,
      ...(at !== null && { at }),
      ...(channel !== '' && { channel }),
      ...(contact !== '' && { contact }),
    },
  };
}

function authorOf(
  entry: JsonObject,
  { authorField }: MessageSetting,
  authors: ReadonlyMap<string, MessageAuthor>,
): MessageAuthor | null {
  if (authorField === '') return 'customer';
  const value = readPath(entry, authorField);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? (authors.get(comparableAuthor(String(value))) ?? null)
    : null;
}

function authorsByValue({ authorValues }: MessageSetting): Map<string, MessageAuthor> {
  return new Map(
    messageAuthors.flatMap((author) =>
      authorValues[author].map((value): [string, MessageAuthor] => [comparableAuthor(value), author]),
    ),
  );
}

/** Characters of the name of a channel, or the id of a contact. Chosen: 200, more than any system writes. */
const longestName = 200;

function shortText(entry: JsonObject, field: string): string {
  const value = field === '' ? undefined : readPath(entry, field);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, longestName) : '';
}

function refused(code: string, field: string): { ok: false; issues: Issue[] } {
  return { ok: false, issues: [errorIssue(code, splitPath(field) ?? [], { field })] };
}
