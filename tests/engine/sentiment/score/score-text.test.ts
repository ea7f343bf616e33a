import { describe, expect, test } from 'vitest';
import { textLanguages } from '../../../../engine/sentiment/model/language.ts';
import { wordsShown } from '../../../../engine/sentiment/model/text-score.ts';
import { loadTextModel } from '../../../../engine/sentiment/score/load-text-model.ts';
import { scoreOf } from '../../../../engine/sentiment/score/score-of.ts';
import { scoreText } from '../../../../engine/sentiment/score/score-text.ts';
import { textModelDocument } from '../../../../rules/text-model.ts';
import { shippedModel } from '../shipped-model.ts';

const score = (text: string) => scoreText(shippedModel, text);

describe('the sentiment of a text', () => {
  test.each([
    ['negative', 'This is unacceptable, I am furious!'],
    ['positive', 'Thank you so much, great service!'],
    ['negative', 'Das ist eine Frechheit, ich bin stinksauer.'],
    ['positive', 'Vielen Dank, alles bestens!'],
    ['negative', "C'est scandaleux, je suis très déçue."],
    ['positive', 'Merci beaucoup, service parfait !'],
    ['negative', 'Es una vergüenza, pésimo servicio.'],
    ['positive', 'Muchas gracias, excelente atención.'],
    ['negative', 'Che schifo, servizio pessimo.'],
    ['positive', 'Grazie mille, ottimo servizio!'],
    ['negative', 'Péssimo atendimento, uma vergonha.'],
    ['positive', 'Muito obrigado, excelente atendimento!'],
    ['positive', '😍👍'],
    ['negative', '😡👎'],
    ['neutral', ''],
  ])('is %s: %s', (label, text) => {
    expect(score(text).label).toBe(label);
  });

  test('negation turns a word', () => {
    expect(score('The food was good.').score).toBeGreaterThan(score('The food was not good.').score + 0.4);
    expect(score('Der Service ist gut.').score).toBeGreaterThan(score('Der Service ist nicht gut.').score);
  });

  test.each([
    ['capitals', 'this is TERRIBLE', 'this is terrible'],
    ['a later but', 'nice shop but a terrible service', 'terrible service but a nice shop'],
  ])('%s makes it worse', (_, worse, better) => {
    expect(score(worse).score).toBeLessThan(score(better).score);
  });

  test('probabilities are those of three labels, and the score is within its range', () => {
    for (const text of ['Hello there', 'love '.repeat(500), 'hate '.repeat(500), '?!', '<p></p>', 'مرحبا', '\ud800']) {
      const { probabilities, score: value, probability, label } = score(text);
      const sum = probabilities.negative + probabilities.neutral + probabilities.positive;
      expect(sum).toBeCloseTo(1, 9);
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      expect(probability).toBe(probabilities[label]);
    }
  });

  test('the same text has the same score, whatever was scored before', () => {
    const before = score('Not bad at all, thank you');
    score('furious '.repeat(3000));
    expect(score('Not bad at all, thank you')).toEqual(before);
  });

  test('a language that is given is not detected', () => {
    expect(scoreText(shippedModel, 'Gift', { language: 'de' })).toMatchObject({
      language: 'de',
      languageProbability: 1,
    });
  });

  test('a megabyte is scored', () => {
    expect(score('I hate this. '.repeat(90_000)).label).toBe('negative');
  });
});

describe('the score as one number', () => {
  const balanced = { negative: 0.7, neutral: 0.2, positive: 0.1 };

  test('is the balance of probabilities where no ratings were learned', () => {
    expect(scoreOf(balanced, null)).toEqual({ score: 0.1 - 0.7, label: 'negative' });
  });

  test('leans on ratings where there are some', () => {
    expect(scoreOf(balanced, -0.5).score).toBeCloseTo(-0.62, 9);
  });

  test('claims no side where rating and probabilities contradict one another', () => {
    expect(scoreOf(balanced, 0.6).label).toBe('neutral');
  });

  test('a tie is neutral', () => {
    expect(scoreOf({ negative: 0.4, neutral: 0.4, positive: 0.2 }, null).label).toBe('neutral');
  });
});

describe('the words that moved a score', () => {
  test('are named with offsets, the strongest first', () => {
    const text = 'Well, that was a <b>horrible</b> experience';
    const [first] = score(text).words.filter(({ on }) => on === 'score');
    expect(first).toMatchObject({ text: 'horrible', start: text.indexOf('horrible'), end: text.indexOf('</b>') });
    expect(first?.effect).toBeLessThan(-0.2);
  });

  test('say what turned or strengthened them', () => {
    const { words } = score('It is not really helpful');
    expect(words.find(({ text, on }) => text === 'helpful' && on === 'score')?.changedBy).toEqual([
      'negated',
      'strengthened',
    ]);
  });

  test('are at most as many as are shown', () => {
    expect(
      score('hate awful terrible horrible bad worst disgusting useless stupid ugly nasty dreadful poor cruel').words,
    ).toHaveLength(wordsShown);
  });
});

describe('loading a model', () => {
  test('every language is there', () => {
    expect(shippedModel.languages).toEqual(textLanguages);
  });

  test.each([
    ['a table is missing', {}],
    [
      'a table is cut',
      { ...textModelDocument.weights.tables, language: { ...textModelDocument.weights.tables['language'], rows: 8 } },
    ],
  ])('is refused where %s', (_, tables) => {
    const weights = { ...textModelDocument.weights, tables } as typeof textModelDocument.weights;
    expect(() => loadTextModel({ ...textModelDocument, weights })).toThrow('damaged');
  });

  test('all weights together are below 3 MiB as they are kept', () => {
    expect(JSON.stringify(textModelDocument.weights).length).toBeLessThan(3 * 1024 * 1024);
  });
});
