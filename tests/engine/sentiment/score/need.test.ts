import { describe, expect, test } from 'vitest';
import { acuteUrgency, distressHeard } from '../../../../engine/sentiment/model/text-score.ts';
import { readTable } from '../../../../engine/sentiment/model/weight-table.ts';
import { loadTextModel } from '../../../../engine/sentiment/score/load-text-model.ts';
import { scoreText } from '../../../../engine/sentiment/score/score-text.ts';
import { weighInHalves } from '../../../../engine/sentiment/train/weigh-in-bytes.ts';
import { textModelDocument } from '../../../../rules/text-model.ts';
import { shippedModel } from '../shipped-model.ts';

const calm = [
  'I ordered the blue lamp on Monday and it came on Thursday.',
  'The box was whole, and everything was in it.',
  'My neighbour has the same lamp in his kitchen, and likes it.',
  'Could you tell me which bulb fits, and whether you have it in stock?',
  'I would also like to have the invoice once more, as a file, for my papers.',
  'The address is the old one, and the telephone number has not changed.',
];

describe('the need of a person', () => {
  test.each([
    ['en', 'thanks, that worked'],
    ['en', 'ok'],
    ['de', 'Danke, hat geklappt!'],
    ['fr', 'oui merci'],
    ['es', 'Perfecto, muchas gracias'],
    ['it', 'Il numero è 4471, grazie'],
    ['pt', 'bom dia, tudo bem?'],
  ] as const)('is none in %s: %s', (language, text) => {
    const { need, signals } = scoreText(shippedModel, text, { language });
    expect(need).toBeLessThan(0.5);
    expect(signals.urgency).toBeLessThan(acuteUrgency);
    expect(signals.distress).toBeLessThan(distressHeard);
  });

  test('is not known in languages of which nothing was learned', () => {
    expect(scoreText(shippedModel, 'شكرا', { language: 'ar' }).need).toBeNull();
    expect(scoreText(shippedModel, '12345').need).toBeNull();
  });

  test('names the words that moved it, where they stand', () => {
    const text = 'The insulin pump has been showing an error since last night and she is six.';
    const { need, signals, words } = scoreText(shippedModel, text);
    expect(need).toBeGreaterThan(0.8);
    expect(signals.urgency).toBeGreaterThanOrEqual(acuteUrgency);
    expect(words.some(({ on }) => on === 'urgency')).toBe(true);
    for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
  });

  test('of a long mail is heard in the sentence that has it', () => {
    const quiet = calm.join(' ');
    expect(scoreText(shippedModel, quiet).signals.urgency).toBeLessThan(acuteUrgency);
    const said = 'There is a strong smell of gas in the kitchen and my mother feels dizzy.';
    for (const at of [0, 3, 6]) {
      const text = calm.toSpliced(at, 0, said).join(' ');
      const { signals, words } = scoreText(shippedModel, text);
      expect(signals.urgency).toBeGreaterThanOrEqual(acuteUrgency);
      for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
    }
  });

  test.each(['I want to die', 'Ich will nicht mehr leben', 'je veux mourir', 'me quiero morir'])(
    'words that people say of themselves are heard among any others: %s',
    (said) => {
      const text = [...calm, ...calm, ...calm, said].join(' ');
      const language = said.startsWith('Ich')
        ? 'de'
        : said.startsWith('je')
          ? 'fr'
          : said.startsWith('me')
            ? 'es'
            : 'en';
      expect(scoreText(shippedModel, text, { language }).signals.distress).toBeGreaterThanOrEqual(distressHeard);
    },
  );

  test('of an answer to the company is lower, but plain words are heard there, too', () => {
    const answer = { language: 'en', isAnswer: true } as const;
    const said = 'I had expected something else from you.';
    const [first, later] = [scoreText(shippedModel, said, { language: 'en' }), scoreText(shippedModel, said, answer)];
    expect(later.need).toBeLessThan(first.need ?? 0);
    expect(scoreText(shippedModel, 'suicidal rn', answer).signals.distress).toBeGreaterThanOrEqual(distressHeard);
  });

  test('a model that was trained on other measures is refused', () => {
    const { weights, phrases } = textModelDocument;
    const need = weights.tables['need'];
    if (need === undefined) throw new Error('no table');
    const tables = { ...weights.tables, need: { ...need, settings: { ...need.settings, dense: [1, 2, 3] } } };
    expect(() => loadTextModel({ weights: { ...weights, tables }, phrases })).toThrow(/npm run train/);
  });
});

describe('weights in half bytes', () => {
  test('keep sign and size', () => {
    const written = Float32Array.from([1, -1, 0.5, -0.25, 0.02, 0, -0.001, 0.75]);
    const { bytes, scales, columns } = readTable(weighInHalves(written, 2));
    const read = [...bytes].map((byte, at) => byte * (scales[at % columns] ?? 0));
    for (const [at, weight] of written.entries()) {
      expect(Math.abs((read[at] ?? 9) - weight)).toBeLessThan(0.11);
      if (Math.abs(weight) > 0.05) expect(Math.sign(read[at] ?? 0)).toBe(Math.sign(weight));
    }
  });

  test('of another number than rows and columns are refused', () => {
    expect(() => readTable({ ...weighInHalves(new Float32Array(8), 2), rows: 8 })).toThrow(/damaged/);
  });
});
