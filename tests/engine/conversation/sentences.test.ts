import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../engine/conversation/facts/sentences.ts';
import '../../property-seed.ts';

function texts(text: string): string[] {
  return sentencesIn(text).map((sentence) => sentence.text);
}

describe('sentences', () => {
  it.each([
    ['Hello! It is no. 5. Why?', ['Hello!', 'It is no. 5.', 'Why?']],
    ['Das kostet z. B. 5 Euro. Warum?', ['Das kostet z. B. 5 Euro.', 'Warum?']],
    ['¿Dónde está? ¡Ya!', ['¿Dónde está?', '¡Ya!']],
    ['no stop\nand another', ['no stop', 'and another']],
    ['He said "Never." Then he left', ['He said "Never."', 'Then he left']],
    ['See https://example.com/a.b?c now', ['See https://example.com/a.b?c now']],
    ['It was 12.50 euros.', ['It was 12.50 euros.']],
    ['...', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('stand in the text where they say, and hold all its letters', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '\n', '"', '5') })),
        (text) => {
          const found = sentencesIn(text);
          for (const one of found) expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text);
          const letters = (some: string) => some.replace(/[^\p{L}\p{N}]/gu, '');
          expect(found.map((one) => letters(one.text)).join('')).toBe(letters(text));
        },
      ),
    );
  });

  it.each(['.', '?', 'a.', '. ', '\n', 'no. ', '."', '>?'])('of a million times %j are found in one go', (part) => {
    expect(sentencesIn(part.repeat(1_000_000 / part.length)).length).toBeLessThanOrEqual(500_000);
  });
});
