import type { PhraseGroup, PhrasesDocument } from '../model/text-model.ts';
import type { FullLanguage } from '../model/language.ts';
import { foldWord } from './fold-word.ts';
import { type PhrasePart, readPhrase } from './phrase-notation.ts';
import { PhraseAutomaton } from './phrase-automaton.ts';

/** The phrases of one language in the form that is searched with. */
export interface CompiledPhrases {
  readonly language: FullLanguage;
  readonly automaton: PhraseAutomaton;
  /** By number of the phrase: the group it stands in. */
  readonly groups: readonly PhraseGroup[];
  /** Phrases that have a word of negation themselves: "does not work". */
  readonly negates: ReadonlySet<number>;
  /** Ways to type a word, folded, and the words they stand for. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes the phrases of a language searchable. Takes some milliseconds: once per language, when it is first needed.
 * @throws PhraseError where a phrase is wrong as written; the phrases of the product are checked by tests
 * @example compilePhrases(textModelDocument.phrases.en)
 */
export function compilePhrases(document: PhrasesDocument): CompiledPhrases {
  const { language, lists } = document;
  const automaton = new PhraseAutomaton();
  const groups: PhraseGroup[] = [];
  const negations = negationsOf(document);
  const negates = new Set<number>();
  for (const group of document.groups)
    for (const phrase of group.phrases) {
      const parts = readPhrase(phrase, lists, language);
      if (hasWord(parts, negations)) negates.add(groups.length);
      automaton.add(parts, groups.length);
      groups.push(group);
    }
  const spellings = new Map<string, readonly string[]>();
  for (const [typed, meant] of Object.entries(document.spellings)) {
    const words = meant.split(' ').flatMap((word) => foldWord(word, language));
    spellings.set(foldWord(typed, language).join(''), words);
  }
  return { language, automaton, groups, negates, spellings };
}

function negationsOf({ groups, language }: PhrasesDocument): ReadonlySet<string> {
  const phrases = groups.filter(({ on }) => on === 'negation').flatMap((group) => group.phrases);
  return new Set(phrases.flatMap((phrase) => foldWord(phrase, language)));
}

function hasWord(parts: readonly PhrasePart[], words: ReadonlySet<string>): boolean {
  return parts.some((part) =>
    part.kind === 'choice' ? part.of.some((way) => hasWord(way, words)) : part.kind === 'word' && words.has(part.text),
  );
}
