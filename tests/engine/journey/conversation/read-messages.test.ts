import { describe, expect, it } from 'vitest';
import {
  authorValuesOf,
  checkMessageSetting,
  describeIssue,
  mostMessages,
  readMessages,
  readMoment,
  usualAuthorValues,
  type JsonObject,
  type JsonValue,
  type MessageSetting,
} from '../../../../engine/index.ts';

const list: MessageSetting = {
  messagesFrom: 'list',
  textField: '',
  listField: 'body.messages',
  authorField: 'author',
  messageField: 'text',
  timeField: 'at',
  channelField: 'channel',
  contactField: 'contact',
  authorValues: {
    customer: authorValuesOf(usualAuthorValues.customer),
    agent: authorValuesOf(usualAuthorValues.agent),
    automation: authorValuesOf(usualAuthorValues.automation),
  },
  nowField: '',
};

function read(messages: JsonValue, setting: Partial<MessageSetting> = {}) {
  return readMessages({ body: { messages } }, { ...list, ...setting });
}

function codeOf(result: ReturnType<typeof readMessages>): string {
  return result.ok ? 'none' : (result.issues[0]?.code ?? '');
}

describe('the conversation of an item', () => {
  it('is a list of messages, with author, time, channel and contact', () => {
    const result = read([
      { author: 'User', text: 'Hello', at: '2026-11-20T09:00:00+01:00', channel: 'chat', contact: 7 },
      { author: ' bot ', text: 'Hi' },
    ]);
    expect(result).toEqual({
      ok: true,
      value: {
        messages: [
          { author: 'customer', text: 'Hello', at: '2026-11-20T08:00:00.000Z', channel: 'chat', contact: '7' },
          { author: 'automation', text: 'Hi' },
        ],
        leftOut: 0,
      },
    });
  });

  it('is one text of the customer, which may be empty', () => {
    const setting = { ...list, messagesFrom: 'text' as const, textField: 'mail.body' };
    expect(readMessages({ mail: { body: '' } }, setting)).toEqual({
      ok: true,
      value: { messages: [{ author: 'customer', text: '' }], leftOut: 0 },
    });
    expect(codeOf(readMessages({ mail: {} }, setting))).toBe('conversation_text_missing');
    expect(codeOf(readMessages({ mail: { body: 7 } }, setting))).toBe('conversation_text_missing');
  });

  it('reads authors by values of one’s own, and all as the customer where no field names them', () => {
    const own = {
      authorField: 'from.isCompany',
      authorValues: { customer: ['false'], agent: ['TRUE'], automation: [] },
    };
    const result = read(
      [
        { text: 'a', from: { isCompany: false } },
        { text: 'b', from: { isCompany: true } },
      ],
      own,
    );
    expect(result.ok && result.value.messages.map(({ author }) => author)).toEqual(['customer', 'agent']);
    const all = read([{ text: 'a', author: 'bot' }], { authorField: '' });
    expect(all.ok && all.value.messages[0]?.author).toBe('customer');
  });

  it('reads a message without a text as empty, and a time that cannot be read as not known', () => {
    const result = read([{ author: 'user', at: 'yesterday' }]);
    expect(result.ok && result.value.messages).toEqual([{ author: 'customer', text: '' }]);
  });

  it('leaves out the oldest of more than a thousand, and says how many', () => {
    const many = Array.from({ length: mostMessages + 3 }, (_, index) => ({ author: 'user', text: String(index) }));
    const result = read(many);
    expect(result.ok && [result.value.leftOut, result.value.messages.length, result.value.messages[0]?.text]).toEqual([
      3,
      mostMessages,
      '3',
    ]);
  });

  it.each<[string, JsonValue, string]>([
    ['no list', 'hello', 'conversation_list_missing'],
    ['a text in place of a message', ['hello'], 'conversation_message_malformed'],
    ['a text that is none', [{ author: 'user', text: { html: 'x' } }], 'conversation_message_malformed'],
    ['an author nobody knows', [{ author: 'Ada Example', text: 'x' }], 'conversation_author_unknown'],
    ['no author', [{ text: 'x' }], 'conversation_author_unknown'],
  ])('refuses %s, without a word of it', (_name, messages, code) => {
    const result = read(messages);
    expect(codeOf(result)).toBe(code);
    const words = result.ok ? '' : result.issues.map(describeIssue).join();
    expect(words).not.toMatch(/hello|Ada|html/);
  });

  it('takes the moment that counts as now, and refuses one that cannot be read', () => {
    const item: JsonObject = { body: { messages: [] }, now: '2026-11-22T10:00:00Z', bad: 'soon' };
    const result = readMessages(item, { ...list, nowField: 'now' });
    expect(result.ok && result.value.now).toBe('2026-11-22T10:00:00.000Z');
    expect(codeOf(readMessages(item, { ...list, nowField: 'bad' }))).toBe('conversation_now_unreadable');
  });
});

describe('a moment', () => {
  it.each<[JsonValue, string | null]>([
    ['2026-11-22T21:05:00Z', '2026-11-22T21:05:00.000Z'],
    ['2026-11-22T21:05:00+0100', '2026-11-22T20:05:00.000Z'],
    ['2026-11-22 21:05', '2026-11-22T21:05:00.000Z'],
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['Sun, 22 Nov 2026 21:05:00 +0100', '2026-11-22T20:05:00.000Z'],
    [1_795_381_500, '2026-11-22T21:05:00.000Z'],
    ['1795381500.123', '2026-11-22T21:05:00.123Z'],
    [1_795_381_500_000, '2026-11-22T21:05:00.000Z'],
    ['2026-02-30', null],
    ['2026-13-01T00:00:00Z', null],
    ['22.11.2026', null],
    ['', null],
    [1e300, null],
    [true, null],
    [null, null],
  ])('is read from %j', (value, moment) => {
    expect(readMoment(value)).toBe(moment);
  });
});

describe('the settings of a conversation', () => {
  it.each<[Partial<MessageSetting>, string]>([
    [{ listField: '' }, 'invalid_field_path listField'],
    [{ messageField: 'a..b' }, 'invalid_field_path messageField'],
    [{ timeField: '__proto__' }, 'invalid_field_path timeField'],
    [{ messagesFrom: 'text' }, 'invalid_field_path textField'],
    [{ nowField: 'a.' }, 'invalid_field_path nowField'],
    [{ authorValues: { ...list.authorValues, agent: ['USER'] } }, 'conversation_author_twice agentValues'],
    [{ authorValues: { ...list.authorValues, customer: [] } }, 'conversation_no_customer customerValues'],
  ])('%j is wrong in one place', (wrong, expected) => {
    const issues = checkMessageSetting({ ...list, ...wrong });
    expect(issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([expected]);
  });

  it('are right as they are for a list, and need no author where no field names one', () => {
    expect(checkMessageSetting(list)).toEqual([]);
    const nobody = { customer: [], agent: [], automation: [] };
    expect(checkMessageSetting({ ...list, authorField: '', authorValues: nobody })).toEqual([]);
  });
});
