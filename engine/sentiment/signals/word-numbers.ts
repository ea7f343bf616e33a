import type { PhraseWord } from './phrase-notation.ts';

const longestAffix = 24;
/** Words remembered at most; texts bring ever new ones. */
const remembered = 20_000;
/** The number of `#`. */
const anyDigits = 0;
const digits = /^\d+$/;

/** What a word of a text is known as. */
export interface KnownWord {
  readonly numbers: readonly number[];
  /** The bits of its numbers; see `bitOf`. */
  readonly bits: number;
}

/** One of 31 bits for a number; different numbers may share one. */
export function bitOf(number: number): number {
  return 1 << (number % 31);
}

/** Numbers for the words that phrases are made of, and by which of them a word of a text is known. */
export class WordNumbers {
  private readonly whole = new Map<string, number>();
  private readonly beginnings = new Map<string, number>();
  private readonly endings = new Map<string, number>();
  private size = anyDigits + 1;
  private readonly known = new Map<string, KnownWord>();

  add(word: PhraseWord): number {
    if (word.kind === 'digits') return anyDigits;
    const numbers = word.kind === 'word' ? this.whole : word.kind === 'begins' ? this.beginnings : this.endings;
    let number = numbers.get(word.text);
    if (number === undefined) numbers.set(word.text, (number = this.size++));
    return number;
  }

  /** All numbers that a word of a text answers to: by itself, by its beginnings and ends, as digits. */
  of(word: string): KnownWord {
    let known = this.known.get(word);
    if (known !== undefined) return known;
    if (this.known.size >= remembered) this.known.clear();
    const numbers = this.look(word);
    known = { numbers, bits: numbers.reduce((bits, number) => bits | bitOf(number), 0) };
    this.known.set(word, known);
    return known;
  }

  private look(word: string): readonly number[] {
    const found = digits.test(word) ? [anyDigits] : [];
    const whole = this.whole.get(word);
    if (whole !== undefined) found.push(whole);
    for (let length = Math.min(word.length, longestAffix); length > 0; length--) {
      const begins = this.beginnings.get(word.slice(0, length));
      if (begins !== undefined) found.push(begins);
      const ends = this.endings.get(word.slice(word.length - length));
      if (ends !== undefined) found.push(ends);
    }
    return found;
  }
}
