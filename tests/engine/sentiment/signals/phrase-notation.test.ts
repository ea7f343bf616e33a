import { describe, expect, it } from 'vitest';
import { fullLanguages } from '../../../../engine/sentiment/model/language.ts';
import { phraseTopics, type PhrasesDocument } from '../../../../engine/sentiment/model/text-model.ts';
import { compilePhrases } from '../../../../engine/sentiment/signals/compile-phrases.ts';
import { foldWord } from '../../../../engine/sentiment/signals/fold-word.ts';
import { PhraseError, readPhrase } from '../../../../engine/sentiment/signals/phrase-notation.ts';
import { definite } from '../../../definite.ts';
import { textModelDocument } from '../../../../rules/text-model.ts';

/** Where a phrase is found in a text: its words, joined. */
function found(phrase: string, text: string, lists: Record<string, string> = {}): string[] {
  const document: PhrasesDocument = {
    schemaVersion: 1,
    language: 'en',
    spellings: {},
    lists,
    groups: [{ on: 'failure', weight: 1, phrases: [phrase] }],
  };
  const sentences = text.split('. ');
  const words = sentences.flatMap((sentence) => sentence.split(' ').flatMap((word) => foldWord(word, 'en')));
  const sentenceOf = sentences.flatMap((sentence, at) =>
    sentence.split(' ').flatMap((word) => foldWord(word, 'en').map(() => at)),
  );
  return compilePhrases(document)
    .automaton.find(words, sentenceOf)
    .map(({ from, to }) => words.slice(from, to + 1).join(' '));
}

describe('a phrase is found', () => {
  it.each<[string, string, string, string[], Record<string, string>?]>([
    ['words in order', 'never came', 'it never came', ['never came']],
    ['the beginning of a word', 'refund*', 'two refunds', ['refunds']],
    ['the end of a word', '*less', 'a useless thing', ['useless']],
    ['any number', '# weeks', 'after 12 weeks', ['12 weeks']],
    ['one of several', '(smell|odour) of gas', 'an odour of gas', ['odour of gas']],
    ['with what may be left out', 'smell of [burnt] plastic', 'smell of plastic', ['smell of plastic']],
    ['over a gap of three words', 'smell … gas', 'smell a bit of gas', ['smell a bit of gas']],
    [
      'over a gap of two digits',
      'smell …10 gas',
      'smell it all day long in the whole house gas',
      ['smell it all day long in the whole house gas'],
    ],
    ['over a gap as wide as it says', 'smell …4 gas', 'smell a little bit of gas', ['smell a little bit of gas']],
    ['by a list', 'my <pet>', 'my cat', ['my cat'], { pet: 'cat|dog' }],
    ['whatever the apostrophe', "can't", 'I can’t', ['can t']],
  ])('%s', (_, phrase, text, expected, lists = {}) => {
    expect(found(phrase, text, lists)).toEqual(expected);
  });

  it.each([
    ['in another order', 'never came', 'came never'],
    ['over a gap that is too wide', 'smell … gas', 'smell a little bit of gas'],
    ['over the end of a sentence', 'never came', 'I never. Came'],
    ['as part of a word', 'rat', 'a rather long wait'],
  ])('not %s', (_, phrase, text) => {
    expect(found(phrase, text)).toEqual([]);
  });
});

it.each([
  ['(open', 'lacks a )'],
  ['closed)', 'has a ) too many'],
  ['<nobody> came', 'names a list that is not known: nobody'],
  ['[all] [of]', 'may be said without any word'],
  ['… came', 'begins or ends with a gap'],
  ['?', 'has no word in ?'],
])('%s is refused: it %s', (phrase, problem) => {
  expect(() => readPhrase(phrase, {}, 'en')).toThrow(new PhraseError(phrase, problem));
});

describe('words are folded', () => {
  it.each([
    ['E-MAIL', 'en', ['e', 'mail']],
    ['l’été', 'fr', ['l', 'ete']],
    ['Übel', 'de', ['ubel']],
    ['uebel', 'de', ['ubel']],
    ['großes', 'de', ['grosses']],
    ['cœur', 'fr', ['coeur']],
    ['não', 'pt', ['nao']],
    ['…', 'en', []],
  ] as const)('%s in %s', (word, language, expected) => {
    expect(foldWord(word, language)).toEqual(expected);
  });
});

describe.each(fullLanguages)('the phrases that ship in %s', (language) => {
  const document = definite(textModelDocument.phrases[language]);

  it('can be read, hundreds of them', () => {
    expect(compilePhrases(document).groups.length).toBeGreaterThan(300);
  });

  it('are in their own language, with strengths in range', () => {
    expect(document.language).toBe(language);
    const strange = document.groups.filter(({ weight }) => Math.abs(weight) > 1 || weight === 0);
    expect(strange).toEqual([]);
  });

  it('are on every topic', () => {
    const topics = new Set(document.groups.map(({ on }) => on));
    expect(phraseTopics.filter((topic) => !topics.has(topic))).toEqual([]);
  });

  it('name every kind of threat and vulnerability', () => {
    const kinds = new Set(document.groups.map(({ kind }) => kind).filter((kind) => kind !== undefined));
    expect(kinds.size).toBe(10);
  });
});
