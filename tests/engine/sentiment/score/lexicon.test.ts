import { describe, expect, test } from 'vitest';
import { saltOf } from '../../../../engine/sentiment/score/language-salt.ts';
import { findValences, lexiconMeasures, measureCount } from '../../../../engine/sentiment/score/lexicon.ts';
import { opened } from '../../../../engine/sentiment/score/loaded-text-model.ts';
import { readText } from '../../../../engine/sentiment/text/read-text.ts';
import { shippedModel } from '../shipped-model.ts';

const { lexicon } = opened(shippedModel);
const valences = (text: string) => findValences(readText(text), lexicon, saltOf('en'));
const valence = (text: string) => valences(text)[0]?.valence ?? 0;

describe('words that carry sentiment by themselves', () => {
  test('have the valence that people gave them', () => {
    expect(valence('a horrible day')).toBe(-2.5);
    expect(valence('a wonderful day')).toBe(2.7);
  });

  test.each([
    ['a booster strengthens by 0.293', 'a very horrible day', -2.5 - 0.293],
    ['a damper weakens by 0.293', 'a slightly horrible day', -2.5 + 0.293],
    ['a booster two words before counts a little less', 'a very very horrible day', -2.5 - 0.293 - 0.293 * 0.95],
    ['a negation turns', 'not a wonderful day', 2.7 * -0.74],
    ['a negation in the sentence before does not', 'I did not. Wonderful day', 2.7],
    ['capitals among small letters strengthen by 0.733', 'a HORRIBLE day', -2.5 - 0.733],
    ['capitals alone say nothing', 'A HORRIBLE DAY', -2.5],
    ['stretching strengthens', 'a horrrrible day', -2.5 * 1.15],
    ['what stands before "but" counts half', 'wonderful, but', 2.7 * 0.5],
    ['what stands behind it counts half as much again', 'but wonderful', 2.7 * 1.5],
  ])('%s', (_, text, expected) => {
    expect(valence(text)).toBeCloseTo(expected, 9);
  });

  test('a stretched word is found with one letter or two', () => {
    expect(valence('sooo saaad')).toBeLessThan(0);
    expect(valence('cooool')).toBeGreaterThan(0);
  });

  test('pictograms are the same in every language', () => {
    expect(findValences(readText('😡'), lexicon, 0)[0]?.valence).toBeLessThan(-2);
  });

  test('come to measures that are bounded, however long the text', () => {
    const text = readText('horrible! '.repeat(2000));
    const measures = new Float64Array(measureCount);
    lexiconMeasures(text, findValences(text, lexicon, saltOf('en')), measures);
    for (const measure of measures) expect(Math.abs(measure)).toBeLessThanOrEqual(10);
  });
});
