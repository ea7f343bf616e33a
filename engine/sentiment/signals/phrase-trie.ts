import type { PhrasePart } from './phrase-notation.ts';

/** Words of a text that a phrase was found in, and which phrase. */
export interface PhraseHit {
  /** Number that the phrase was added with. */
  phrase: number;
  /** First and last word. */
  from: number;
  to: number;
}

/** Threads at one word at most; beyond it later beginnings are given up. Chosen: hand-written phrases stay far below it. */
const threadsAllowed = 192;
const longestAffix = 24;

/**
 * All phrases of a language as one automaton over numbered words: text is read once, whatever the number of phrases.
 * A node is a number; edges lie in one open-addressed table, because a Map per node costs most of the time of loading.
 */
export class PhraseTrie {
  private readonly numbers = new Map<string, number>();
  private readonly beginnings = new Map<string, number>();
  private readonly endings = new Map<string, number>();
  private words = 0;
  private nodes = 1;
  private edges = new EdgeTable(1 << 14);
  private readonly ends: (number[] | undefined)[] = [];
  /** Per node, the nodes behind a gap, each with its length. */
  private readonly gaps: ({ node: number; words: number }[] | undefined)[] = [];
  /** What words are known as; emptied when full, since texts bring ever new words. */
  private readonly seen = new Map<string, readonly number[]>();

  /** Adds one way to say a phrase. */
  add(parts: readonly PhrasePart[], phrase: number): void {
    let node = 0;
    for (const part of parts)
      node = part.kind === 'gap' ? this.behindGap(node, part.words) : this.next(node, this.number(part));
    const ends = (this.ends[node] ??= []);
    if (!ends.includes(phrase)) ends.push(phrase);
  }

  /** Whether any phrase has the word, by itself or by its beginning or end. */
  knows(word: string): boolean {
    return this.known(word).length > 0;
  }

  /**
   * All phrases in a text, in order of their last word; overlapping ones, too. No phrase crosses the end of a sentence.
   * @param words folded; see `foldWord`
   * @param sentences per word, the number of its sentence
   */
  find(words: readonly string[], sentences: ArrayLike<number>): PhraseHit[] {
    const hits: PhraseHit[] = [];
    let threads: Threads = { nodes: [], begins: [], left: [] };
    let following: Threads = { nodes: [], begins: [], left: [] };
    for (let at = 0; at < words.length; at++) {
      if (at > 0 && sentences[at] !== sentences[at - 1]) clear(threads);
      clear(following);
      const known = this.known(words[at] as string);
      for (let thread = 0; thread < threads.nodes.length; thread++) {
        const node = threads.nodes[thread] as number;
        const begin = threads.begins[thread] as number;
        for (const word of known) this.step(this.edges.get(node, word), begin, at, following, hits);
        const left = threads.left[thread] as number;
        if (left > 0) push(following, node, begin, left - 1);
      }
      for (const word of known) this.step(this.edges.get(0, word), at, at, following, hits);
      [threads, following] = [following, threads];
    }
    return hits;
  }

  private step(node: number, begin: number, at: number, following: Threads, hits: PhraseHit[]): void {
    if (node < 0) return;
    const ends = this.ends[node];
    if (ends !== undefined) for (const phrase of ends) hits.push({ phrase, from: begin, to: at });
    push(following, node, begin, 0);
    const gaps = this.gaps[node];
    if (gaps !== undefined) for (const gap of gaps) push(following, gap.node, begin, gap.words);
  }

  private next(node: number, word: number): number {
    const known = this.edges.get(node, word);
    if (known >= 0) return known;
    this.edges = this.edges.with(node, word, this.nodes);
    return this.nodes++;
  }

  private behindGap(node: number, words: number): number {
    const gaps = (this.gaps[node] ??= []);
    const same = gaps.find((gap) => gap.words === words);
    if (same !== undefined) return same.node;
    gaps.push({ node: this.nodes, words });
    return this.nodes++;
  }

  private number(part: Exclude<PhrasePart, { kind: 'gap' }>): number {
    const numbers = part.kind === 'word' ? this.numbers : part.kind === 'begins' ? this.beginnings : this.endings;
    let number = numbers.get(part.text);
    if (number === undefined) numbers.set(part.text, (number = this.words++));
    return number;
  }

  private known(word: string): readonly number[] {
    let known = this.seen.get(word);
    if (known !== undefined) return known;
    if (this.seen.size >= 20_000) this.seen.clear();
    this.seen.set(word, (known = this.look(word)));
    return known;
  }

  private look(word: string): readonly number[] {
    const found: number[] = [];
    const whole = this.numbers.get(word);
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

/** Phrases that are begun: where they are, where they began, and how many words of a gap are left. */
interface Threads {
  nodes: number[];
  begins: number[];
  left: number[];
}

function push(threads: Threads, node: number, begin: number, left: number): void {
  if (threads.nodes.length >= threadsAllowed) return;
  threads.nodes.push(node);
  threads.begins.push(begin);
  threads.left.push(left);
}

function clear(threads: Threads): void {
  threads.nodes.length = threads.begins.length = threads.left.length = 0;
}

/** (node, word) → node, open addressing; grows at half full. */
class EdgeTable {
  private readonly from: Int32Array;
  private readonly word: Int32Array;
  private readonly to: Int32Array;
  private readonly mask: number;
  private size = 0;

  constructor(capacity: number) {
    this.from = new Int32Array(capacity).fill(-1);
    this.word = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  get(node: number, word: number): number {
    for (let at = this.place(node, word); this.from[at] !== -1; at = (at + 1) & this.mask)
      if (this.from[at] === node && this.word[at] === word) return this.to[at] as number;
    return -1;
  }

  with(node: number, word: number, to: number): EdgeTable {
    if (this.size * 2 < this.mask) {
      this.put(node, word, to);
      return this;
    }
    const larger = new EdgeTable((this.mask + 1) * 2);
    for (let at = 0; at <= this.mask; at++)
      if (this.from[at] !== -1) larger.put(this.from[at] as number, this.word[at] as number, this.to[at] as number);
    larger.put(node, word, to);
    return larger;
  }

  private put(node: number, word: number, to: number): void {
    let at = this.place(node, word);
    while (this.from[at] !== -1) at = (at + 1) & this.mask;
    this.from[at] = node;
    this.word[at] = word;
    this.to[at] = to;
    this.size++;
  }

  private place(node: number, word: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
