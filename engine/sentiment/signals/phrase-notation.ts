import type { FullLanguage } from '../model/language.ts';
import { foldWord } from './fold-word.ts';

/** A word, the beginning (`hop*`) or the end (`*less`) of one, or any number (`#`). */
export type PhraseWord = { kind: 'word' | 'begins' | 'ends'; text: string } | { kind: 'digits' };

/** A word, a gap of up to `words` words, or a choice, of which `optional` ones may be left out. */
export type PhrasePart =
  | PhraseWord
  | { kind: 'gap'; words: number }
  | { kind: 'choice'; of: readonly (readonly PhrasePart[])[]; optional: boolean };

/** A phrase is wrong as written: what and where. */
export class PhraseError extends Error {
  constructor(phrase: string, problem: string) {
    super(`The phrase “${phrase}” ${problem}`);
    this.name = 'PhraseError';
  }
}

/** Words that `…` stands for at most when no number follows. */
const usualGap = 3;
const token = /\s*(…\d*|[()|[\]]|<[a-z-]+>|[^\s()|[\]<>…]+)/uy;

/**
 * Reads a phrase in the notation of docs/text-model.md.
 * @param lists words by name, for `<name>`; each is a phrase itself
 * @returns its parts in order; a gap never stands first or last
 * @throws PhraseError where brackets do not match, a list is not known, or the phrase may be said without any word
 * @example readPhrase('(smell|odour) of gas', {}, 'en') // [{ kind: 'choice', … }, { kind: 'word', text: 'of' }, …]
 */
export function readPhrase(
  phrase: string,
  lists: Readonly<Record<string, string>>,
  language: FullLanguage,
): readonly PhrasePart[] {
  const parts = new PhraseReader(phrase, lists, language).read();
  if (parts.every((part) => part.kind === 'gap' || (part.kind === 'choice' && mayBeEmpty(part))))
    throw new PhraseError(phrase, 'may be said without any word');
  if (parts[0]?.kind === 'gap' || parts.at(-1)?.kind === 'gap')
    throw new PhraseError(phrase, 'begins or ends with a gap');
  return parts;
}

function mayBeEmpty(part: PhrasePart): boolean {
  return part.kind === 'choice' && (part.optional || part.of.some((way) => way.every(mayBeEmpty)));
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

  read(): readonly PhrasePart[] {
    const ways = this.ways();
    if (this.at < this.tokens.length) throw this.error(`has a ${this.tokens[this.at] ?? ''} too many`);
    return ways.length === 1 ? (ways[0] as PhrasePart[]) : [{ kind: 'choice', of: ways, optional: false }];
  }

  private ways(): PhrasePart[][] {
    const ways = [this.sequence()];
    while (this.tokens[this.at] === '|') {
      this.at++;
      ways.push(this.sequence());
    }
    return ways;
  }

  private sequence(): PhrasePart[] {
    const parts: PhrasePart[] = [];
    for (let next = this.tokens[this.at]; next !== undefined && !'|)]'.includes(next); next = this.tokens[this.at]) {
      this.at++;
      if (next.startsWith('<')) parts.push(...this.list(next.slice(1, -1)));
      else if (next === '(' || next === '[') parts.push(this.choice(next));
      else if (next === '#') parts.push({ kind: 'digits' });
      else if (next.startsWith('…')) parts.push({ kind: 'gap', words: Number(next.slice(1) || usualGap) });
      else parts.push(...this.words(next));
    }
    return parts;
  }

  private choice(opening: '(' | '['): PhrasePart {
    const of = this.ways();
    const closing = opening === '(' ? ')' : ']';
    if (this.tokens[this.at++] !== closing) throw this.error(`lacks a ${closing}`);
    return { kind: 'choice', of, optional: opening === '[' };
  }

  private list(name: string): readonly PhrasePart[] {
    const list = this.lists[name];
    if (list === undefined) throw this.error(`names a list that is not known: ${name}`);
    return new PhraseReader(list, {}, this.language).read();
  }

  private words(text: string): PhraseWord[] {
    const words = foldWord(text.replaceAll('*', ''), this.language);
    if (words.length === 0) throw this.error(`has no word in ${text}`);
    return words.map((word, at) => ({ kind: kindOf(text, at === 0, at === words.length - 1), text: word }));
  }

  private error(problem: string): PhraseError {
    return new PhraseError(this.phrase, problem);
  }
}

function kindOf(text: string, first: boolean, last: boolean): 'word' | 'begins' | 'ends' {
  if (last && text.endsWith('*')) return 'begins';
  return first && text.startsWith('*') ? 'ends' : 'word';
}

function tokensOf(phrase: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let read = 0;
  for (let match = token.exec(phrase); match !== null; match = token.exec(phrase)) {
    tokens.push(match[1] as string);
    read = token.lastIndex;
  }
  if (phrase.slice(read).trim() !== '') throw new PhraseError(phrase, `cannot be read from “${phrase.slice(read)}” on`);
  return tokens;
}
