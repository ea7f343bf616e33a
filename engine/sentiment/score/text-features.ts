import type { ReadText } from '../text/read-text.ts';
import { tokenFlag } from '../text/token.ts';

/** Rows of a table that a text touches, in the order of its tokens. */
export interface FeatureList {
  rows: Int32Array;
  count: number;
  /** Per token, how many rows were listed up to and with it. */
  ends: Int32Array;
}

/** Shortest and longest sequence of characters. Chosen: 2 to 4, the best in cross-validation; longer ones added nothing. */
const longestSequence = 4;
const numberHash = 99;
const capitalsHash = 13;
const stretchedHash = 14;
const pairMark = 12;
const distantMark = 17;
const bothMark = 23;
/** Chosen: 3; words farther apart added nothing in cross-validation. */
const farthest = 3;
const firstMark = 7;
/** The salt of rows that all languages share. */
const shared = 0x51ed270b;

/** An empty list, to be filled again and again. */
export function featureList(): FeatureList {
  return { rows: new Int32Array(4096), count: 0, ends: new Int32Array(256) };
}

/**
 * Lists the rows of words and pairs of words: each for the language and for all languages, so that what is learned of one
 * (`:)`, `super`, a name) serves the others.
 * @param salt of the language, any whole number; 0 for none: then the shared rows alone
 * @param shift 32 minus the binary logarithm of the table's rows
 */
export function listWords(read: ReadText, salt: number, shift: number, list: FeatureList): void {
  const { tokens } = read;
  reserve(list, tokens.length * 8, tokens.length);
  const { rows, ends } = list;
  let [count, previous] = [0, firstMark];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as ReadText['tokens'][number];
    const hash = (token.flags & tokenFlag.number) === 0 ? token.hash : numberHash;
    const pair = Math.imul(previous ^ pairMark, 0x85ebca6b) ^ hash;
    rows[count++] = rowOf(hash, shared, shift);
    rows[count++] = rowOf(pair, shared, shift);
    if (salt !== 0) {
      rows[count++] = rowOf(hash, salt, shift);
      rows[count++] = rowOf(pair, salt, shift);
    }
    if ((token.flags & marked) !== 0) {
      if ((token.flags & tokenFlag.capitals) !== 0) rows[count++] = rowOf(capitalsHash, shared, shift);
      if ((token.flags & tokenFlag.stretched) !== 0) rows[count++] = rowOf(stretchedHash, shared, shift);
    }
    previous = hash;
    ends[at] = count;
  }
  list.count = count;
}

const marked = tokenFlag.capitals | tokenFlag.stretched;

/**
 * Lists the rows of two words that stand two or three apart, for the language: what belongs together around a word ("never … came").
 * Each counts for the later of the two.
 */
export function listDistantPairs(read: ReadText, salt: number, shift: number, list: FeatureList): void {
  const { tokens } = read;
  reserve(list, tokens.length * farthest, tokens.length);
  const { rows, ends } = list;
  let count = 0;
  for (let at = 0; at < tokens.length; at++) {
    for (let apart = 2; apart <= farthest && apart <= at; apart++) {
      const pair = Math.imul(wordHash(tokens, at - apart) ^ distantMark, 0x85ebca6b) ^ wordHash(tokens, at);
      rows[count++] = rowOf(pair, salt, shift);
    }
    ends[at] = count;
  }
  list.count = count;
}

function wordHash(tokens: ReadText['tokens'], at: number): number {
  const { flags, hash } = tokens[at] as ReadText['tokens'][number];
  return (flags & tokenFlag.number) === 0 ? hash : numberHash;
}

/** The row of two things that stand in one text, wherever: numbers of both. */
export function rowOfBoth(one: number, other: number, shift: number): number {
  return rowOf(Math.imul(one ^ bothMark, 0x85ebca6b) ^ other, shared, shift);
}

/** Lists the rows of sequences of two to four characters, which go over the borders of words; each counts for the token it begins in. */
export function listSequences(read: ReadText, salt: number, shift: number, list: FeatureList): void {
  const { tokens, characters } = read;
  reserve(list, characters.length * (longestSequence - 1), tokens.length);
  const { rows, ends } = list;
  const mixed = Math.imul(salt, 0x9e3779b1);
  let [count, at] = [0, 0];
  for (let index = 0; index < tokens.length; index++) {
    const { to } = tokens[index] as ReadText['tokens'][number];
    // A sequence of the last token still reads the blank behind it.
    for (; at < to; at++) {
      const most = Math.min(at + longestSequence, characters.length);
      let hash = Math.imul(mixed ^ (characters[at] as number), 0x01000193);
      for (let next = at + 1; next < most; next++) {
        hash = Math.imul(hash ^ (characters[next] as number), 0x01000193);
        rows[count++] = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> shift;
      }
    }
    ends[index] = count;
  }
  list.count = count;
}

function rowOf(hash: number, salt: number, shift: number): number {
  const mixed = Math.imul(hash ^ salt, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> shift;
}

function reserve(list: FeatureList, rows: number, tokens: number): void {
  if (list.rows.length < rows) list.rows = new Int32Array(rows * 2);
  if (list.ends.length < tokens) list.ends = new Int32Array(tokens * 2);
}
