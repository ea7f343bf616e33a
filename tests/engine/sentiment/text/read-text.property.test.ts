import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../../../engine/sentiment/text/read-text.ts';
import { hashOf } from '../../../../engine/sentiment/text/word-hash.ts';

/** Pieces that the reader treats in ways of their own, beside any characters at all. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    ...[
      '<b>',
      '</p>',
      '&eacute;',
      '&lt;',
      '<!--',
      '-->',
      '<style>',
      '\n',
      '\n> ',
      '\n-- \n',
      'On 3 May wrote:\n',
      'From: a\n',
    ],
    ...[
      "l'",
      '’',
      '#aB',
      '@x',
      'a@b.c',
      'http://',
      ':-)',
      '<3',
      '🤦🏽‍♀️',
      '🇩🇪',
      '\u0301',
      '\u200d',
      '!!!',
      '...',
      '1.5',
      'SOOO',
      ' ',
    ],
  ),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('tokens of any text stand in order within it, each known by the hash of its text', () => {
  fc.assert(
    fc.property(text, (raw) => {
      let [end, sentence, clause] = [0, 0, 0];
      for (const token of readText(raw).tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.sentence).toBeGreaterThanOrEqual(sentence);
        expect(token.clause).toBeGreaterThanOrEqual(clause);
        expect(token.text).not.toBe('');
        expect(token.hash).toBe(hashOf(token.text));
        ({ end, sentence, clause } = token);
      }
      expect(end).toBeLessThanOrEqual(raw.length);
    }),
  );
});

test('what is left out of any text is in order, within it, and holds no token', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const { tokens, leftOut } = readText(raw);
      let before = 0;
      for (const { start, end, what } of leftOut) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(raw.length);
        // Markup may stand within a word: `<b>b</b>ad`.
        if (what !== 'markup') expect(tokens.filter((token) => token.start >= start && token.end <= end)).toEqual([]);
        before = end;
      }
    }),
  );
});
