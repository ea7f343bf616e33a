import { EdgeTable } from './edge-table.ts';
import type { PhrasePart, PhraseWord } from './phrase-notation.ts';
import { bitOf, WordNumbers } from './word-numbers.ts';

/** Words of a text that a phrase was found in, and which phrase. */
export interface PhraseHit {
  /** Number that the phrase was added with. */
  phrase: number;
  /** First and last word. */
  from: number;
  to: number;
}

/** Begun phrases at one word at most; beyond it later beginnings are given up. Chosen: texts of people stay far below it. */
const threadsAllowed = 1500;

/**
 * All phrases of a language as one automaton over numbered words: a text is read once, whatever the number of phrases.
 * A node is a number, 0 the beginning.
 */
export class PhraseAutomaton {
  private readonly words = new WordNumbers();
  private nodes = 1;
  private readonly one = new Threads();
  private readonly other = new Threads();
  private readonly edges = new EdgeTable();
  /** By node: bits of the words that lead on from it; most words are turned away by them, without a look into the table. */
  private readonly expected: number[] = [];
  /** By node: the phrases that are complete there. */
  private readonly ends: (number[] | undefined)[] = [];
  /** By node: the nodes behind a gap, each with the words that it may skip. */
  private readonly gaps: ({ node: number; words: number }[] | undefined)[] = [];

  add(parts: readonly PhrasePart[], phrase: number): void {
    for (const node of this.lay(parts, [0], null)) (this.ends[node] ??= []).push(phrase);
  }

  /**
   * All phrases in a text, in order of their last word; overlapping ones, too. No phrase crosses the end of a sentence.
   * @param words folded; see `foldWord`
   * @param sentences by word: the number of its sentence
   */
  find(words: readonly string[], sentences: ArrayLike<number>): PhraseHit[] {
    const hits: PhraseHit[] = [];
    let [threads, following] = [this.one, this.other];
    threads.clear();
    for (let at = 0; at < words.length; at++) {
      if (at > 0 && sentences[at] !== sentences[at - 1]) threads.clear();
      following.clear();
      const { numbers, bits } = this.words.of(words[at] as string);
      for (let thread = 0; thread < threads.size; thread++) {
        const node = threads.node[thread] as number;
        const begin = threads.begin[thread] as number;
        if (((this.expected[node] ?? 0) & bits) !== 0)
          for (const number of numbers) this.step(node, number, begin, at, following, hits);
        const left = threads.left[thread] as number;
        if (left > 0) following.push(node, begin, left - 1);
      }
      for (const number of numbers) this.step(0, number, at, at, following, hits);
      [threads, following] = [following, threads];
    }
    return hits;
  }

  private step(node: number, number: number, begin: number, at: number, following: Threads, hits: PhraseHit[]): void {
    const targets = this.edges.get(node, number);
    if (targets === undefined) return;
    for (const target of targets) {
      const ends = this.ends[target];
      if (ends !== undefined) for (const phrase of ends) hits.push({ phrase, from: begin, to: at });
      if ((this.expected[target] ?? 0) !== 0) following.push(target, begin, 0);
      const gaps = this.gaps[target];
      if (gaps !== undefined) for (const gap of gaps) following.push(gap.node, begin, gap.words);
    }
  }

  /** Lays parts behind the nodes `from`; the last leads to `target` where one is given. Returns where it may continue. */
  private lay(parts: readonly PhrasePart[], from: readonly number[], target: number | null): readonly number[] {
    let here = from;
    parts.forEach((part, at) => {
      here = this.layPart(part, here, at === parts.length - 1 ? target : null);
    });
    return here;
  }

  private layPart(part: PhrasePart, from: readonly number[], wanted: number | null): readonly number[] {
    if (part.kind === 'gap') return this.layGap(from, part.words);
    const target = wanted ?? this.nodes++;
    if (part.kind !== 'choice') {
      this.layWord(part, from, target);
      return [target];
    }
    const reached = new Set<number>([target]);
    for (const way of part.of) for (const node of this.lay(way, from, target)) reached.add(node);
    if (part.optional) for (const node of from) reached.add(node);
    return [...reached];
  }

  private layWord(word: PhraseWord, from: readonly number[], target: number): void {
    const number = this.words.add(word);
    for (const node of from) {
      this.edges.add(node, number, target);
      this.expected[node] = (this.expected[node] ?? 0) | bitOf(number);
    }
  }

  private layGap(from: readonly number[], words: number): readonly number[] {
    const node = this.nodes++;
    for (const before of from) (this.gaps[before] ??= []).push({ node, words });
    return [node];
  }
}

/** Phrases that are begun: where they are, where they began, and how many words of a gap are left. */
class Threads {
  readonly node = new Int32Array(threadsAllowed);
  readonly begin = new Int32Array(threadsAllowed);
  readonly left = new Int32Array(threadsAllowed);
  size = 0;

  push(node: number, begin: number, left: number): void {
    if (this.size >= threadsAllowed) return;
    this.node[this.size] = node;
    this.begin[this.size] = begin;
    this.left[this.size++] = left;
  }

  clear(): void {
    this.size = 0;
  }
}
