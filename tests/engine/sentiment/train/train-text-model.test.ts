import { describe, expect, test } from 'vitest';
import { portableExp, portableLn } from '../../../../engine/sentiment/model/portable-math.ts';
import { loadTextModel } from '../../../../engine/sentiment/score/load-text-model.ts';
import { scoreText } from '../../../../engine/sentiment/score/score-text.ts';
import { lexiconTable } from '../../../../engine/sentiment/train/lexicon-table.ts';
import { trainTextModel } from '../../../../engine/sentiment/train/train-text-model.ts';
import type { LabelledText, TrainingData } from '../../../../engine/sentiment/train/training-data.ts';
import type { LexiconDocument } from '../../../../engine/sentiment/model/lexicon-document.ts';

// A small language in which glim is good, drok is bad and sool says nothing.
const lexicon: LexiconDocument = {
  schemaVersion: 1,
  language: 'en',
  sources: [],
  negations: 'not',
  boosters: 'very',
  dampers: '',
  contrasts: 'but',
  valences: [
    { valence: 2, words: 'bright' },
    { valence: -2, words: 'dark' },
  ],
};
const words = [['drok'], ['sool'], ['glim']];
const labelled: LabelledText[] = Array.from({ length: 120 }, (_, at) => ({
  text: `the ${words[at % 3]?.[0] ?? ''} thing ${at % 7} of day ${at % 5}`,
  language: at % 2 === 0 ? 'en' : 'de',
  label: at % 3,
}));
const data: TrainingData = {
  labelled,
  rated: Array.from({ length: 60 }, (_, at) => ({
    text: at % 2 ? 'a bright glim' : 'a dark drok',
    rating: at % 2 ? 3 : -3,
  })),
  felt: Array.from({ length: 60 }, (_, at) => ({
    text: at % 2 ? `so scared of the ${at} noise` : `thank you for the ${at} gift`,
    feeling: at % 2 ? ('fear' as const) : ('gratitude' as const),
  })),
  needed: Array.from({ length: 80 }, (_, at) => ({
    text: at % 2 ? `the frum has been plinked ${at} days` : `which colour has thing ${at}`,
    language: 'en' as const,
    need: at % 2 ? ('person-now' as const) : ('none' as const),
    theme: String(at % 10),
  })),
  phrases: { en: { schemaVersion: 1, language: 'en', spellings: {}, lists: {}, groups: [] } },
  byLanguage: [],
  lexicons: [lexicon],
  commonWords: { en: 'the of and day thing', de: 'der die das und Tag' },
};

describe('training a text model', () => {
  const tables = trainTextModel(data, 7);
  const weights = {
    schemaVersion: 1 as const,
    id: 'small',
    version: '1',
    provenance: { sources: [], seed: 7, program: 'test' },
    tables,
  };
  const model = loadTextModel({ weights, phrases: {} });

  test('learns what words mean that no lexicon has', () => {
    expect(scoreText(model, 'a glim thing', { language: 'de' }).label).toBe('positive');
    expect(scoreText(model, 'a drok thing', { language: 'de' }).label).toBe('negative');
    expect(scoreText(model, 'a sool thing', { language: 'de' }).label).toBe('neutral');
  });

  test('learns how strongly people rate', () => {
    expect(scoreText(model, 'a bright glim', { language: 'en' }).score).toBeGreaterThan(0.5);
    expect(scoreText(model, 'a dark drok', { language: 'en' }).score).toBeLessThan(-0.5);
  });

  test('learns feelings, which never count by themselves', () => {
    const { fear, gratitude } = scoreText(model, 'so scared of it', { language: 'en' }).emotions;
    expect(fear).toBeGreaterThan(0.2);
    expect(fear).toBeLessThan(0.5);
    expect(gratitude).toBe(0);
  });

  test('learns what needs a person, and now', () => {
    const { need, signals, words: moved } = scoreText(model, 'my frum is plinked', { language: 'en' });
    expect(need).toBeGreaterThan(0.7);
    expect(signals.urgency).toBeGreaterThan(0.7);
    expect(moved.filter(({ on }) => on === 'urgency').map(({ text }) => text)).toContain('frum');
    expect(scoreText(model, 'which colour is it', { language: 'en' }).need).toBeLessThan(0.3);
    expect(scoreText(model, 'my frum is plinked', { language: 'ar' }).need).toBeNull();
  });

  test('gives the same bytes for the same data and seed, and others for another seed', () => {
    expect(trainTextModel(data, 7)).toEqual(tables);
    expect(trainTextModel(data, 8)).not.toEqual(tables);
  });
});

describe('a lexicon', () => {
  test.each([
    ['a word that stands twice', { valences: [{ valence: 1, words: 'bright Bright' }] }, 'stands twice'],
    ['an entry of two words', { boosters: 'by-far' }, 'is not one word'],
  ])('is refused with %s', (_, change, message) => {
    expect(() => lexiconTable([{ ...lexicon, ...change }])).toThrow(message);
  });

  test('may say that a negation has a valence, too', () => {
    expect(() => lexiconTable([{ ...lexicon, valences: [{ valence: -1.2, words: 'not' }] }])).not.toThrow();
  });
});

describe('arithmetic that is the same everywhere', () => {
  test.each([-40, -3.7, -1e-9, 0, 1e-9, 0.5, 1, 2.5, 30])('e to the power of %d', (x) => {
    expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
  });

  test.each([1e-12, 0.02, 0.7, 1, 1.5, 12_345])('the logarithm of %d', (x) => {
    expect(Math.abs(portableLn(x) - Math.log(x))).toBeLessThan(1e-12);
  });
});
