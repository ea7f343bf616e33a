import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefAsHtml, briefAsMarkdown, fullLanguages, writeBrief, type ScoredMessage } from '../../../engine/index.ts';
import '../../property-seed.ts';
import { sampleHandoff } from './sample-handoff.ts';
import { fromCompany, fromCustomer } from './sample-score.ts';

const words = fc.constantFrom(
  'Please',
  'call me',
  'order 88213',
  'We will',
  'refund it',
  'by Friday.',
  'Still not here!',
  'ada@example.com',
  '\n',
  'Ich möchte',
  '…',
  '?',
  '<b>',
  '“',
);
const text = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' '));
const message: fc.Arbitrary<ScoredMessage> = fc
  .tuple(text, fc.boolean(), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([said, ofCustomer, score]) => (ofCustomer ? fromCustomer(said, score) : fromCompany(said)));
const messages = fc.array(message, { maxLength: 12 });
const settings = fc.record({
  language: fc.constantFrom(...fullLanguages),
  maxCharacters: fc.integer({ min: 1500, max: 9000 }),
});

describe('any brief', () => {
  it('quotes only what stands in the message that it names', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const { wants, timeline, feelings, promises, failed, doNotAsk } = writeBrief(
          sampleHandoff({ promises: [], failed: [] }, all),
        );
        const quotes = [
          ...wants,
          ...timeline,
          ...feelings.quotes,
          ...promises.map((one) => ({ text: one.text, message: one.message })),
          ...failed.map(({ what, message: number }) => ({ text: what, message: number })),
          ...doNotAsk.map(({ value, message: number }) => ({ text: value, message: number })),
        ];
        for (const quote of quotes) {
          const said = all[(quote.message ?? 0) - 1]?.message.text.replace(/\s+/g, ' ');
          expect(said).toContain(quote.text);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps to its length, loses no entry uncounted, and can be written in every form', () => {
    fc.assert(
      fc.property(messages, settings, (all, chosen) => {
        const { playbook } = sampleHandoff().settings;
        const whole = writeBrief(sampleHandoff({ settings: { playbook, ...chosen, maxCharacters: 100_000 } }, all));
        const brief = writeBrief(sampleHandoff({ settings: { playbook, ...chosen } }, all));
        expect(briefAsMarkdown(brief).length).toBeLessThanOrEqual(chosen.maxCharacters);
        for (const section of ['who', 'wants', 'timeline', 'next', 'say', 'promises', 'doNotAsk'] as const) {
          const cut = brief.cut.find((one) => one.section === section)?.entries ?? 0;
          expect(brief[section].length + cut, section).toBe(whole[section].length);
        }
        expect(briefAsHtml(brief)).toMatch(/<\/html>\n$/);
      }),
      { numRuns: 100 },
    );
  });
});
