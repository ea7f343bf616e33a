import { describe, expect, it } from 'vitest';
import { definite } from '../definite.ts';
import { caseAuthors, readConversationCases } from './conversation-cases.ts';
import { caseLanguages } from './message-cases.ts';

const conversations = readConversationCases();

it.each(caseLanguages)('there are two conversations in %s', (language) => {
  expect(conversations.filter((one) => one.language === language)).toHaveLength(2);
});

it('one conversation of twelve messages escalates late, after quieter ones of the same customer', () => {
  const twelve = conversations.filter(({ language, messages }) => language === 'en' && messages.length === 12);
  expect(twelve.map(({ expected }) => expected)).toMatchObject([
    { escalatesAt: 8, outcome: 'escalate', urgentAt: null },
  ]);
  const { messages } = definite(twelve[0]);
  expect(new Set(messages.slice(0, 9).map(({ contact }) => contact)).size).toBe(3);
});

it('conversations have names of their own, and end in each of the three ways', () => {
  expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
  expect(new Set(conversations.map(({ expected }) => expected.outcome))).toEqual(
    new Set(['continue', 'escalate', 'urgent']),
  );
});

describe.each(conversations.map((one) => [one.id, one] as const))('%s', (_, { messages, expected }) => {
  it('has messages in the order of their times, each with its author', () => {
    const times = messages.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(messages.filter(({ author, text }) => !caseAuthors.includes(author) || text.trim() === '')).toEqual([]);
  });

  it('escalates after a message of the customer, and says why', () => {
    const { escalatesAt, urgentAt, outcome, because } = expected;
    expect(because.length).toBeGreaterThan(0);
    expect(outcome === 'continue').toBe(escalatesAt === null);
    expect(outcome === 'urgent').toBe(urgentAt !== null && urgentAt === escalatesAt);
    for (const place of [escalatesAt, urgentAt]) {
      if (place !== null) expect(definite(messages[place]).author).toBe('customer');
    }
    if (urgentAt !== null) expect(urgentAt).toBeGreaterThanOrEqual(definite(escalatesAt ?? undefined));
  });
});
