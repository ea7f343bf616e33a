import type { ReadTable } from '../model/weight-table.ts';
import type { ReadText } from '../text/read-text.ts';
import { tokenFlag, type Token } from '../text/token.ts';
import { hashOf } from '../text/word-hash.ts';

/** What a word of the lexicon is; the third byte of its row. */
export const lexiconKind = { valence: 1, negation: 2, booster: 3, damper: 4, contrast: 5 } as const;

/** What the lexicon says of one token of a text. */
export interface WordValence {
  token: number;
  /** About -4 to 4, after what stands around it. */
  valence: number;
  negated: boolean;
  strengthened: boolean;
  weakened: boolean;
}

/** Numbers that `lexiconMeasures` gives. */
export const measureCount = 18;

/** How much words around a valence change it. @source C. J. Hutto, E. Gilbert, VADER, ICWSM 2014, and its code, version 3.3 */
const rules = { boost: 0.293, capitals: 0.733, negation: -0.74, before: 0.5, behind: 1.5, stretched: 1.15 };
const reach = [0, 1, 0.95, 0.9];

/**
 * The lexicon: rows of two bytes of the word's hash, a kind and a valence in tenths, found by open addressing.
 */
export class Lexicon {
  private readonly bytes: Int8Array;
  private readonly mask: number;

  constructor(table: ReadTable) {
    this.bytes = table.bytes;
    this.mask = table.rows - 1;
  }

  /** The offset of a word's kind, its valence being behind it; -1 where the word is not known. */
  find(hash: number, salt: number): number {
    const key = lexiconKey(hash, salt);
    const [low, high] = [(key << 24) >> 24, (key << 16) >> 24];
    for (let row = (key >>> 16) & this.mask; ; row = (row + 1) & this.mask) {
      const at = row * 4;
      if (this.bytes[at + 2] === 0) return -1;
      if (this.bytes[at] === low && this.bytes[at + 1] === high) return at + 2;
    }
  }

  kindAt(offset: number): number {
    return this.bytes[offset] as number;
  }

  /** In tenths. */
  valenceAt(offset: number): number {
    return this.bytes[offset + 1] as number;
  }
}

/** By what a row is found: its two low bytes are kept, the two above them say where it may begin. */
export function lexiconKey(hash: number, salt: number): number {
  const mixed = Math.imul(hash ^ salt, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (mixed >>> 13);
}

/**
 * The words of a text that carry sentiment by themselves, with what negation, boosters, capitals and a later "but" do to them.
 * @param salt of the language; pictograms and emoticons are looked up for all languages together, with 0
 */
export function findValences(read: ReadText, lexicon: Lexicon, salt: number): WordValence[] {
  const { tokens } = read;
  const found: WordValence[] = [];
  let kinds: number[] | null = null;
  let contrast = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if ((token.flags & (tokenFlag.mark | tokenFlag.number | tokenFlag.mention)) !== 0) continue;
    const offset = offsetOf(read, token, lexicon, salt);
    if (offset === -1) continue;
    const kind = lexicon.kindAt(offset);
    const tenths = lexicon.valenceAt(offset);
    // "No" is a negation, and says something by itself.
    if (tenths !== 0) {
      found.push({ token: at, valence: tenths / 10, negated: false, strengthened: false, weakened: false });
    }
    if (kind === lexiconKind.valence) continue;
    if (kind === lexiconKind.contrast) contrast = contrast === -1 ? at : contrast;
    else (kinds ??= new Array<number>(tokens.length).fill(0))[at] = kind;
  }
  if (found.length === 0) return found;
  const mixedCase = tokens.some(isInSmallLetters);
  for (const word of found) change(word, tokens, kinds, contrast, mixedCase);
  return found;
}

/** Of one letter nobody can tell: `I`, `A`. */
function isInSmallLetters({ flags, from, to }: Token): boolean {
  return (flags & (tokenFlag.word | tokenFlag.capitals)) === tokenFlag.word && to - from > 1;
}

function offsetOf(read: ReadText, token: Token, lexicon: Lexicon, salt: number): number {
  if ((token.flags & (tokenFlag.emoji | tokenFlag.emoticon)) !== 0) return lexicon.find(token.hash, 0);
  if (salt === 0) return -1;
  const offset = lexicon.find(token.hash, salt);
  if (offset !== -1 || (token.flags & tokenFlag.stretched) === 0) return offset;
  const doubled = read.raw
    .slice(token.start, token.end)
    .toLowerCase()
    .replace(/(.)\1{2,}/gu, '$1$1');
  return lexicon.find(hashOf(doubled), salt);
}

function change(
  word: WordValence,
  tokens: readonly Token[],
  kinds: readonly number[] | null,
  contrast: number,
  mixedCase: boolean,
): void {
  const token = tokens[word.token] as Token;
  const sign = word.valence > 0 ? 1 : -1;
  let valence = word.valence;
  if (mixedCase && (token.flags & tokenFlag.capitals) !== 0) valence += sign * rules.capitals;
  if ((token.flags & tokenFlag.stretched) !== 0) valence *= rules.stretched;
  for (let back = 1; kinds !== null && back <= 3 && back <= word.token; back++) {
    const before = tokens[word.token - back] as Token;
    if (before.sentence !== token.sentence) break;
    const kind = kinds[word.token - back] as number;
    if (kind === lexiconKind.booster) {
      valence += sign * rules.boost * (reach[back] as number);
      word.strengthened = true;
    } else if (kind === lexiconKind.damper) {
      valence -= sign * rules.boost * (reach[back] as number);
      word.weakened = true;
    } else if (kind === lexiconKind.negation) word.negated = true;
  }
  if (word.negated) valence *= rules.negation;
  if (contrast !== -1) valence *= word.token < contrast ? rules.before : rules.behind;
  word.valence = valence;
}

/**
 * What the valences of a text come to, in `measureCount` numbers of about -1 to 1: sums, squashed sums, the strongest, the first and
 * the last, and exclamation marks. Zeros (but for length and marks) where no word is known.
 */
export function lexiconMeasures(read: ReadText, found: readonly WordValence[], into: Float64Array): void {
  const { tokens } = read;
  let [up, down, highest, lowest, pictured] = [0, 0, 0, 0, 0];
  for (const { token, valence } of found) {
    if (((tokens[token] as Token).flags & (tokenFlag.emoji | tokenFlag.emoticon)) !== 0) pictured += valence;
    if (valence > 0) {
      up += valence;
      if (valence > highest) highest = valence;
    } else {
      down -= valence;
      if (-valence > lowest) lowest = -valence;
    }
  }
  let [shouts, asks] = [0, 0];
  for (const token of tokens) {
    if ((token.flags & tokenFlag.mark) === 0) continue;
    const first = read.characters[token.from];
    if (first === 0x3f) asks = 1;
    if (first === 0x21 || token.to - token.from === 2) shouts += token.end - token.start;
  }
  const sum = up - down;
  const squashed = sum / Math.sqrt(sum * sum + 15);
  const shouted = Math.min(shouts, 4) / 4;
  into[0] = squashed;
  into[1] = sum / Math.sqrt(sum * sum + 4);
  into[2] = bounded(sum) / 5;
  into[3] = bounded(up) / 5;
  into[4] = bounded(down) / 5;
  into[5] = Math.sqrt(bounded(up)) / 2;
  into[6] = Math.sqrt(bounded(down)) / 2;
  into[7] = highest / 3;
  into[8] = lowest / 3;
  into[9] = (found.at(-1)?.valence ?? 0) / 3;
  into[10] = (found[0]?.valence ?? 0) / 3;
  into[11] = bounded(pictured) / 5;
  into[12] = shouted;
  into[13] = shouted * squashed * 2;
  into[14] = asks;
  into[15] = tokens.length === 0 ? 0 : bounded(sum / tokens.length);
  into[16] = tokens.length === 0 ? 0 : bounded(sum / Math.sqrt(tokens.length)) / 2;
  into[17] = Math.min(Math.sqrt(tokens.length) / 8, 1);
}

/** A row of a hundred hearts is not twenty times as glad as one of five. */
function bounded(value: number): number {
  return value > largestSum ? largestSum : value < -largestSum ? -largestSum : value;
}

/** Chosen: 10, three or four strong words. */
const largestSum = 10;
