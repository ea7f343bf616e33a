import { describe, expect, it } from 'vitest';
import { conversationFacts, type ConversationFacts, type ScoredMessage } from '../../../engine/index.ts';
import { fromCompany, fromCustomer, minute, sampleEmotions, sampleSignals } from './sample-score.ts';

function conversation(messages: ScoredMessage[], now?: string): ConversationFacts['conversation'] {
  return conversationFacts(messages, now).facts.conversation;
}

function signals(messages: ScoredMessage[]): ConversationFacts['signals'] {
  return conversationFacts(messages).facts.signals;
}

describe('the sentiment of a conversation', () => {
  it('of one message is its score', () => {
    expect(conversation([fromCustomer('Bad', -0.6)])).toMatchObject({ sentiment: -0.6, worstSentiment: -0.6 });
  });

  it('weighs a message half as much as the one two places later', () => {
    const facts = conversation([fromCustomer('a', -1), fromCustomer('b', 0), fromCustomer('c', 0)]);
    const weights = [0.5, Math.SQRT1_2, 1];
    expect(facts.sentiment).toBeCloseTo(-0.5 / weights.reduce((sum, one) => sum + one), 2);
  });

  it('is not known where nothing was said, and where nothing can be read', () => {
    for (const messages of [
      [],
      [fromCompany('Hello')],
      [{ message: { author: 'customer' as const, text: ' \u200b\n' }, score: null }],
    ]) {
      const facts = conversation(messages);
      expect(facts).not.toHaveProperty('sentiment');
      expect(facts).not.toHaveProperty('worstSentiment');
      expect(facts).not.toHaveProperty('emotions');
      expect(signals(messages)).toBeUndefined();
    }
  });

  it('has a slope from three messages on, fitted by least squares', () => {
    expect(conversation([fromCustomer('a', 0.5), fromCustomer('b', -0.5)])).not.toHaveProperty('sentimentSlope');
    const falling = [0.5, 0.2, -0.1, -0.4].map((score) => fromCustomer('x', score));
    expect(conversation(falling).sentimentSlope).toBe(-0.3);
    expect(conversation([...falling].reverse()).sentimentSlope).toBe(0.3);
  });

  it('has a slope over the last eight messages only', () => {
    const calm = Array.from({ length: 50 }, () => fromCustomer('x', 0));
    const fall = Array.from({ length: 8 }, (_, step) => fromCustomer('x', -0.1 * step));
    expect(conversation([...calm, ...fall]).sentimentSlope).toBe(-0.1);
  });
});

describe('the order of messages', () => {
  const early = fromCustomer('early', 1, { at: '2026-11-22T09:00:00+01:00' });
  const middle = fromCustomer('middle', 0, { at: '2026-11-22T08:30:00Z' });
  const late = fromCustomer('late', -1, { at: '2026-11-22T05:00:00-05:00' });

  it('is by time, whatever offset it is written with', () => {
    const facts = conversation([late, early, middle]);
    expect(facts.sentimentSlope).toBe(-1);
    expect(facts).toEqual(conversation([early, middle, late]));
  });

  it('is as given where times are equal, or where none is known', () => {
    const at = minute(0);
    const equal = [1, 0, -1].map((score) => fromCustomer('x', score, { at }));
    expect(conversation(equal).sentimentSlope).toBe(-1);
    expect(conversation([1, 0, -1].map((score) => fromCustomer('x', score))).sentimentSlope).toBe(-1);
  });

  it('keeps a message without a time behind the one before it in the list', () => {
    const untimed = fromCustomer('untimed', 0);
    expect(conversation([late, early, untimed]).sentimentSlope).toBe(-1);
  });

  it.each(['2026-11-22T10:00:00', '2026-11-22', 'yesterday', ''])(
    'takes no time from "%s", which has no offset',
    (at) => {
      const facts = conversation([fromCustomer('x', 0, { at })]);
      expect(facts).not.toHaveProperty('hoursWaiting');
      expect(facts).not.toHaveProperty('contacts7d');
    },
  );
});

describe('what waits for an answer', () => {
  it('is what the customer wrote since the company last did, person or automation', () => {
    const ask = fromCustomer('Where is it?', 0, { at: minute(0) });
    const again = fromCustomer('Hello? Anybody there?', 0, { at: minute(30) });
    expect(conversation([ask, again])).toMatchObject({
      unansweredMessages: 2,
      unansweredQuestions: 3,
      hoursWaiting: 0.5,
    });
    const bot: ScoredMessage = { message: { author: 'automation', text: 'Soon.', at: minute(40) }, score: null };
    expect(conversation([ask, again, bot])).toMatchObject({
      unansweredMessages: 0,
      unansweredQuestions: 0,
      hoursWaiting: 0,
    });
  });

  it('waits until now, and never less than until the last message', () => {
    const ask = fromCustomer('Where is it?', 0, { at: minute(0) });
    expect(conversation([ask], minute(90)).hoursWaiting).toBe(1.5);
    expect(conversation([ask], minute(-90)).hoursWaiting).toBe(0);
  });

  it('is rounded down, so that a limit is reached when it is reached', () => {
    const ask = fromCustomer('x', 0, { at: '2026-11-21T10:00:00Z' });
    expect(conversation([ask], '2026-11-22T09:59:59Z').hoursWaiting).toBe(23.99);
  });

  it('counts a message without any text, too: it may be an attachment', () => {
    const facts = conversation([{ message: { author: 'customer', text: '' }, score: null }]);
    expect(facts).toMatchObject({ unansweredMessages: 1, unreadable: true });
  });

  it('is nothing after the customer said that all is settled', () => {
    const facts = conversation([fromCustomer('Where is it?'), fromCustomer('Found it, thanks', { settled: true })]);
    expect(facts).toMatchObject({ unansweredMessages: 0, unansweredQuestions: 0, settled: true });
  });
});

describe('questions', () => {
  it('are repeated when most of their words were asked before', () => {
    const messages = [
      fromCustomer('Where is my order from Monday?'),
      fromCompany('We will look.'),
      fromCustomer('So where is my order of Monday now?'),
    ];
    expect(conversation(messages).repeatedQuestions).toBe(1);
    expect(conversation([...messages, fromCustomer('May I change the colour instead?')]).repeatedQuestions).toBe(1);
  });

  it('are none in an address, nor where there is no word', () => {
    expect(conversation([fromCustomer('See https://example.com/a?b=1 now. ??? Fine.')]).unansweredQuestions).toBe(0);
  });

  it('in what was quoted from an earlier e-mail do not count', () => {
    const text = 'No.\n> Where is it?\n> And when?';
    const leftOut = [{ what: 'quoted' as const, start: 4, end: text.length }];
    expect(conversation([fromCustomer(text, { leftOut })]).unansweredQuestions).toBe(0);
  });
});

describe('contacts of seven days', () => {
  const day = (date: number, message = {}) =>
    fromCustomer('x', 0, { at: `2026-11-${String(date).padStart(2, '0')}T10:00:00Z`, ...message });

  it('are told apart by their ids', () => {
    expect(
      conversation([day(20, { contact: 'A' }), day(21, { contact: 'A' }), day(22, { contact: 'B' })]).contacts7d,
    ).toBe(2);
  });

  it('without ids end after a day of silence, and are counted by channel', () => {
    expect(conversation([day(18), day(20), day(22)]).contacts7d).toBe(3);
    expect(conversation([day(22, { channel: 'chat' }), day(22, { channel: 'phone' })]).contacts7d).toBe(2);
  });

  it('are over after seven days to the second', () => {
    const messages = [day(10, { contact: 'A' }), day(12, { contact: 'B' })];
    expect(conversation(messages, '2026-11-17T09:59:59Z').contacts7d).toBe(2);
    expect(conversation(messages, '2026-11-17T10:00:00Z').contacts7d).toBe(1);
    expect(conversation(messages, '2026-11-30T10:00:00Z').contacts7d).toBe(0);
  });

  it('that only the company made are none', () => {
    expect(conversation([fromCompany('Hello', { at: minute(0), contact: 'A' })]).contacts7d).toBe(0);
  });
});

describe('signals', () => {
  it('of distress stay, whatever is said afterwards', () => {
    const messages = [
      fromCustomer('I cannot go on', { signals: sampleSignals({ distress: 0.35 }) }),
      fromCompany('I am here.'),
      fromCustomer('All fine now', { settled: true }),
    ];
    expect(signals(messages)?.distress).toBe(true);
  });

  it('of urgency and the wish for a person hold until a person of the company has written', () => {
    const gas = fromCustomer('It smells of gas', { signals: sampleSignals({ urgency: 0.9 }), asksForPerson: true });
    const bot: ScoredMessage = { message: { author: 'automation', text: 'Received.' }, score: null };
    expect(signals([gas, bot])).toMatchObject({ urgency: 0.9, asksForPerson: true });
    expect(signals([gas, fromCompany('Open the windows.')])).toMatchObject({ urgency: 0, asksForPerson: false });
  });

  it('of threats and vulnerability hold until the customer says that all is settled', () => {
    const threat = fromCustomer('My lawyer will write', {
      threats: ['legal', 'press'],
      signals: sampleSignals({ vulnerability: 0.5 }),
    });
    expect(signals([threat, fromCustomer('Well')])).toMatchObject({ threats: ['legal', 'press'], vulnerability: true });
    const settled = fromCustomer('Solved, thanks', { settled: true });
    expect(signals([threat, settled])).toMatchObject({ threats: [], vulnerability: false });
  });

  it('that are announced in the very message that settles the matter count', () => {
    expect(
      signals([fromCustomer('Refunded. I go to the press anyway.', { settled: true, threats: ['press'] })]),
    ).toMatchObject({
      threats: ['press'],
    });
  });

  it('of emotions are those of the last three messages, strongest first', () => {
    const angry = fromCustomer('x', { emotions: sampleEmotions({ anger: 0.6, fear: 0.9, sadness: 0.49 }) });
    const calm = fromCustomer('y');
    expect(conversation([angry, calm, calm]).emotions).toEqual(['fear', 'anger']);
    expect(conversation([angry, calm, calm, calm]).emotions).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const unknown = { language: 'und' as const, languageProbability: 0 };

  it('is a text of an unknown language, as long as nothing else was said', () => {
    const foreign = fromCustomer('Dzień dobry, gdzie jest moja paczka', unknown);
    expect(conversation([foreign]).unreadable).toBe(true);
    expect(conversation([foreign, fromCustomer('Where is my parcel')]).unreadable).toBe(false);
  });

  it.each(['ok', '👍', '88213', 'Anna'])('is not "%s", which no language is needed for', (text) => {
    expect(conversation([fromCustomer(text, unknown)]).unreadable).toBe(false);
  });
});
