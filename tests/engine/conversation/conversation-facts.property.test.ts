import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationFacts, type ScoredMessage } from '../../../engine/index.ts';
import '../../property-seed.ts';
import { sampleScore, sampleSignals } from './sample-score.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

const scored: fc.Arbitrary<ScoredMessage> = fc
  .record({
    author: fc.constantFrom('customer' as const, 'customer' as const, 'agent' as const, 'automation' as const),
    text: fc.oneof(
      fc.string(),
      fc.constantFrom('', 'Where is it now?', '??', 'a.b?c', '\u200b', 'Wo?\nWann denn nun?'),
    ),
    at: fc.option(
      fc.oneof(
        fc
          .date({ min: new Date('2026-11-01'), max: new Date('2026-11-30'), noInvalidDate: true })
          .map((date) => date.toISOString()),
        fc.constantFrom('soon', '2026-11-22T10:00:00', '2026-11-22T10:00:00+14:00'),
      ),
      { nil: undefined },
    ),
    contact: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
    score: fc.double({ min: -1, max: 1, noNaN: true }),
    distress: unit,
    settled: fc.boolean(),
  })
  .map(({ author, text, at, contact, score, distress, settled }) => ({
    message: { author, text, ...(at !== undefined && { at }), ...(contact !== undefined && { contact }) },
    score:
      author === 'customer' && text.trim() !== ''
        ? sampleScore({ score, settled, signals: sampleSignals({ distress }) })
        : null,
  }));

describe('facts of any conversation', () => {
  it('stay within the ranges that the table allows', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 30 }), (messages) => {
        const { conversation, signals } = conversationFacts(messages).facts;
        const {
          sentiment = 0,
          sentimentSlope = 0,
          worstSentiment = -1,
          hoursWaiting = 0,
          contacts7d = 0,
        } = conversation;
        expect(Math.abs(sentiment)).toBeLessThanOrEqual(1);
        expect(Math.abs(sentimentSlope)).toBeLessThanOrEqual(2);
        expect(worstSentiment).toBeLessThanOrEqual(Math.max(sentiment, -1));
        expect(hoursWaiting).toBeGreaterThanOrEqual(0);
        expect(contacts7d).toBeLessThanOrEqual(conversation.customerMessages);
        expect(conversation.unansweredMessages).toBeLessThanOrEqual(conversation.customerMessages);
        expect(signals?.urgency ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('do not depend on the order in which messages of different times are given', () => {
    const withTimes = fc.array(scored, { maxLength: 15 }).map((messages) =>
      messages.map((one, index) => ({
        ...one,
        message: { ...one.message, at: new Date(index * 3.6e6).toISOString() },
      })),
    );
    fc.assert(
      fc.property(
        withTimes.chain((messages) =>
          fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length })),
        ),
        ([messages, shuffled]) => {
          expect(conversationFacts(shuffled).facts).toEqual(conversationFacts(messages).facts);
        },
      ),
    );
  });

  it('name only messages that exist, and none of the company for what the customer feels', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 20 }), (messages) => {
        for (const { messages: behind } of conversationFacts(messages).evidence) {
          for (const index of behind) expect(messages[index]?.message.author).toBe('customer');
        }
      }),
    );
  });

  it('once there is distress, keep it', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 20 }), (messages) => {
        const before = conversationFacts(messages).facts.signals?.distress ?? false;
        const [first] = messages.map(({ message }) => message.at);
        // Without times, so that what is added comes last.
        if (first !== undefined) return;
        const after = conversationFacts([
          ...messages,
          { message: { author: 'agent', text: 'Yes' }, score: null },
        ]).facts;
        expect(after.signals?.distress ?? false).toBe(before);
      }),
    );
  });
});
