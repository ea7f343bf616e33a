import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullLanguages } from '../../../../engine/sentiment/model/language.ts';
import '../../../property-seed.ts';
import { signalsOf } from './phrases-of.ts';

const despair = {
  en: 'I want to kill myself.',
  de: 'Ich will mir das Leben nehmen.',
  fr: 'Je veux me suicider.',
  es: 'Voy a suicidarme.',
  it: 'Voglio suicidarmi.',
  pt: 'Vou suicidar-me.',
};
const harmless = ['Thanks.', 'All good now!', 'Danke, erledigt.', 'Merci.', '123.', '😀', 'ok', 'Hola.', 'No.'];
const language = fc.constantFrom(...fullLanguages);

it('text around it never takes despair away', () => {
  fc.assert(
    fc.property(
      language,
      fc.array(fc.constantFrom(...harmless)),
      fc.array(fc.constantFrom(...harmless)),
      (spoken, before, after) => {
        const text = [...before, despair[spoken], ...after].join(' ');
        expect(signalsOf(spoken, text).signals.distress).toBeGreaterThan(0.8);
      },
    ),
  );
});

it('neither case nor accents matter to what is announced', () => {
  const texts = [
    ['fr', 'Ma mère est décédée, je suis désespéré et très énervé, ça sent le gaz.'],
    ['es', 'Mi papá falleció, huele a gas y nadie llamó.'],
    ['de', 'Meine Großmutter ist gestorben, über die Kündigung bin ich wütend.'],
    ['pt', 'A minha mãe faleceu, não há solução, cheira a gás.'],
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.boolean(), ([spoken, text], loud) => {
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
      const typed = signalsOf(spoken, loud ? bare.toUpperCase() : bare);
      const written = signalsOf(spoken, text);
      expect(typed.signals).toEqual(written.signals);
      expect(typed.vulnerabilities).toEqual(written.vulnerabilities);
    }),
  );
});

it('whatever is written, strengths stay in range and words within the text', () => {
  fc.assert(
    fc.property(language, fc.string({ unit: 'grapheme', maxLength: 300 }), (spoken, text) => {
      const { signals, emotions, words } = signalsOf(spoken, text);
      for (const value of [...Object.values(signals), ...Object.values(emotions)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      for (const { start, end } of words) expect(0 <= start && start < end && end <= text.length).toBe(true);
    }),
  );
});

it('a megabyte of beginnings of phrases is read, with few words named', () => {
  const text = 'I do not want to be not never again my late the third time nobody it smells a bit of '.repeat(12_000);
  const { words } = signalsOf('en', text);
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(words.length).toBeLessThan(200);
});
