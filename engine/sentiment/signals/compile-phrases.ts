import type { PhraseGroup, PhrasesDocument } from '../model/text-model.ts';
import type { FullLanguage } from '../model/language.ts';
import { foldWord } from './fold-word.ts';
import { readPhrase } from './phrase-notation.ts';
import { PhraseTrie } from './phrase-trie.ts';

/** The phrases of one language in the form that is searched with. */
export interface CompiledPhrases {
  readonly language: FullLanguage;
  readonly trie: PhraseTrie;
  /** By number of the phrase: the group it stands in. */
  readonly groups: readonly PhraseGroup[];
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
  const trie = new PhraseTrie();
  const groups: PhraseGroup[] = [];
  for (const group of document.groups)
    for (const phrase of group.phrases) {
      for (const way of readPhrase(phrase, lists, language)) trie.add(way, groups.length);
      groups.push(group);
    }
  const spellings = new Map<string, readonly string[]>();
  for (const [typed, meant] of Object.entries(document.spellings)) {
    const words = meant.split(' ').flatMap((word) => foldWord(word, language));
    spellings.set(foldWord(typed, language).join(''), words);
  }
  return { language, trie, groups, spellings };
}
