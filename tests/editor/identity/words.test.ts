import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bitsInWords, percentInWords } from '../../../editor/src/identity/parts/certainty.ts';
import { evidenceOf, waterfallSteps } from '../../../editor/src/identity/parts/evidence.ts';
import { fieldsTitle, fieldTitle, inReadingOrder, lowerFirst } from '../../../editor/src/identity/parts/field-words.ts';
import { markedDifferences } from '../../../editor/src/identity/reviews/marked-differences.ts';
import { createFakeIdentity } from './fake-identity.ts';

const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('a probability in words', () => {
  it.each([
    [1, '100 %'],
    [0.999999, 'over 99.99 %'],
    [0.9999, '99.99 %'],
    [0.99, '99 %'],
    [0.985, '98.5 %'],
    [0.7, '70 %'],
    [0.05, '5 %'],
    [0.034, '3.4 %'],
    [0.00001, 'under 0.01 %'],
    [0, '0 %'],
  ])('%s is %s', (probability, words) => {
    expect(plain(percentInWords(probability))).toBe(words);
  });

  it('is never certain when it is not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (probability) => {
        expect(['100 %', '0 %']).not.toContain(plain(percentInWords(probability)));
      }),
    );
  });
});

describe('evidence', () => {
  it.each([
    [12.44, '+12.4'],
    [-3, '−3.0'],
    [0.01, '0'],
    [-0.01, '0'],
  ])('of %s bits is written %s', (bits, words) => {
    expect(bitsInWords(bits)).toBe(words);
  });

  it('is for, against or missing; what stands in for another is no gap', () => {
    const [review] = createFakeIdentity().reviews;
    if (!review) throw new Error('the sample has no question');
    const { for: supports, against, missing } = evidenceOf(review.explanation);
    expect(supports.every(({ bits }, at) => bits > 0 && bits <= (supports[at - 1]?.bits ?? Infinity))).toBe(true);
    expect(against.map(({ comparison }) => comparison)).toEqual(['email']);
    expect(missing).toContain('city');
    expect(missing).not.toContain('family_name');
  });

  it('climbs and falls bar by bar to the sum', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -50, max: 50 }),
        fc.array(fc.integer({ min: -30, max: 30 })),
        (prior, bits) => {
          const steps = waterfallSteps(prior, bits);
          expect(steps).toHaveLength(bits.length + 1);
          expect(steps.at(-1)?.to).toBeCloseTo(
            bits.reduce((sum, one) => sum + one, prior),
            6,
          );
          steps.forEach(({ from }, at) => expect(from).toBe(at === 0 ? 0 : steps[at - 1]?.to));
        },
      ),
    );
  });
});

describe('the names of fields', () => {
  it('stand in the order in which people read them, unknown ones last', () => {
    expect(inReadingOrder(['vip', 'city', 'email', 'family_name', 'given_name', 'consent'])).toEqual([
      'given_name',
      'family_name',
      'email',
      'city',
      'consent',
      'vip',
    ]);
  });

  it('are readable, also those that Steward does not know', () => {
    expect(fieldTitle('marketing_consent')).toBe('Marketing consent');
    expect(fieldTitle('constructor')).toBe('Constructor');
    expect(fieldsTitle(['given_name', 'email'])).toBe('Given name, e-mail');
    expect(lowerFirst('VIP since')).toBe('VIP since');
  });
});

describe('where two values differ', () => {
  const marked = (left: string, right: string) =>
    markedDifferences(left, right).map((pieces) =>
      pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
    );

  it.each([
    ['Maria Rosi', 'Maria Rossi', 'Maria Rosi', 'Maria Ros[s]i'],
    ['1991-07-03', '1991-03-07', '1991-[07]-[03]', '1991-[03]-[07]'],
    ['Bergstraße', 'Bergstr.', 'Bergstr[aße]', 'Bergstr[.]'],
    ['anna', 'anna', 'anna', 'anna'],
    ['', 'anna', '', '[anna]'],
    ['👩‍👧 Kim', '👩‍👦 Kim', '👩‍[👧] Kim', '👩‍[👦] Kim'],
  ])('%s and %s', (left, right, one, other) => {
    expect(marked(left, right)).toEqual([one, other]);
  });

  it('nothing is lost of either', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const texts = markedDifferences(left, right).map((pieces) => pieces.map(({ text }) => text).join(''));
        expect(texts).toEqual([left, right]);
      }),
    );
  });
});
