import type { FullLanguage } from '../model/language.ts';
import { foldWord } from './fold-word.ts';

/** A word, the beginning (`hop*`) or the end (`*less`) of one, or a gap of up to `words` words. */
export type PhrasePart = { kind: 'word' | 'begins' | 'ends'; text: string } | { kind: 'gap'; words: number };

/** A phrase is wrong as written: what and where. */
export class PhraseError extends Error {
  constructor(phrase: string, problem: string) {
    super(`The phrase “${phrase}” ${problem}`);
    this.name = 'PhraseError';
  }
}

/** Ways to say one phrase at most. Chosen: more of them is a list that wants a name, or two phrases. */
export const variantsAllowed = 3000;
/** Words that `…` stands for at most when no number follows. */
const usualGap = 3;
const token = /\s*(…\d?|[()|[\]]|<[a-z-]+>|[^\s()|[\]<>…]+)/uy;

/**
 * Reads a phrase in the notation of docs/text-model.md and writes out every way to say it.
 * @param lists words by name, for `<name>`; each is a phrase itself
 * @returns sequences of parts; none is empty, and a gap stands only between words
 * @throws PhraseError where brackets do not match, a list is not known, or the phrase has too many ways
 * @example readPhrase('(smell|odour) of gas', {}, 'en') // [[smell, of, gas], [odour, of, gas]]
 */
export function readPhrase(
  phrase: string,
  lists: Readonly<Record<string, string>>,
  language: FullLanguage,
): PhrasePart[][] {
  const ways = new PhraseReader(phrase, lists, language).read();
  for (const way of ways) {
    if (way.length === 0) throw new PhraseError(phrase, 'may be said without any word');
    if (way[0]?.kind === 'gap' || way.at(-1)?.kind === 'gap')
      throw new PhraseError(phrase, 'begins or ends with a gap');
  }
  return ways;
}

class PhraseReader {
  private readonly phrase: string;
  private readonly lists: Readonly<Record<string, string>>;
  private readonly language: FullLanguage;
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(phrase: string, lists: Readonly<Record<string, string>>, language: FullLanguage) {
    this.phrase = phrase;
    this.lists = lists;
    this.language = language;
    this.tokens = tokensOf(phrase);
  }

  read(): PhrasePart[][] {
    const ways = this.alternatives();
    if (this.at < this.tokens.length)
      throw new PhraseError(this.phrase, `has a ${this.tokens[this.at] ?? ''} too many`);
    return ways;
  }

  private alternatives(): PhrasePart[][] {
    const ways = this.sequence();
    while (this.tokens[this.at] === '|') {
      this.at++;
      ways.push(...this.sequence());
    }
    return ways;
  }

  private sequence(): PhrasePart[][] {
    let ways: PhrasePart[][] = [[]];
    for (let next = this.tokens[this.at]; next !== undefined && !'|)]'.includes(next); next = this.tokens[this.at]) {
      const parts = this.part(next);
      if (ways.length * parts.length > variantsAllowed)
        throw new PhraseError(this.phrase, 'has too many ways to be said');
      const before = ways;
      ways = [];
      for (const way of before) for (const part of parts) ways.push([...way, ...part]);
    }
    return ways;
  }

  private part(next: string): PhrasePart[][] {
    this.at++;
    if (next === '(') return this.bracket(')');
    if (next === '[') return [[], ...this.bracket(']')];
    if (next.startsWith('…')) return [[{ kind: 'gap', words: Number(next.slice(1) || usualGap) }]];
    if (next.startsWith('<')) return this.list(next.slice(1, -1));
    return [this.words(next)];
  }

  private bracket(closing: string): PhrasePart[][] {
    const ways = this.alternatives();
    if (this.tokens[this.at++] !== closing) throw new PhraseError(this.phrase, `lacks a ${closing}`);
    return ways;
  }

  private list(name: string): PhrasePart[][] {
    const list = this.lists[name];
    if (list === undefined) throw new PhraseError(this.phrase, `names a list that is not known: ${name}`);
    return new PhraseReader(list, this.lists, this.language).read();
  }

  private words(text: string): PhrasePart[] {
    const words = foldWord(text.replaceAll('*', ''), this.language);
    if (words.length === 0) throw new PhraseError(this.phrase, `has no word in ${text}`);
    return words.map((word, at) => ({
      kind:
        at === words.length - 1 && text.endsWith('*') ? 'begins' : at === 0 && text.startsWith('*') ? 'ends' : 'word',
      text: word,
    }));
  }
}

function tokensOf(phrase: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(phrase); match !== null; match = token.exec(phrase)) tokens.push(match[1] as string);
  return tokens;
}
