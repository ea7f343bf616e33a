import type { BlockingPass } from './blocking-pass.ts';
import type { CandidatePlan } from './candidate-plan.ts';

/** Bits of the whole numbers that processors work with: one for each key. */
const wordBits = 32;

/** Whether a pair was brought before, and by whom. */
export const broughtBy = { nobody: 0, anotherRule: 1, sameRule: 2 } as const;

/** The passes before one: which of them has a pair already. */
export class EarlierPasses {
  readonly #plan: CandidatePlan;
  readonly #rule: number;
  /** Whether it matters which rule brought a pair. */
  readonly #asksForRule: boolean;
  readonly #passes: readonly BlockingPass[];
  /** Keys of those passes. */
  readonly #keys: Int32Array;
  readonly #words: number;
  /** The keys of a pass, a bit for each by its place in `#keys`: `#masks[pass * words + word]`. */
  readonly #masks: Int32Array;
  /** The keys on which the pair at hand agrees. */
  readonly #agreement: Int32Array;
  /** Codes of the record at hand; -1, which nobody has, where it has none. */
  readonly #codes: Int32Array;
  #record = 0;
  #isFlagged = false;

  /** @param pass the passes before this one; their number: all */
  constructor(plan: CandidatePlan, pass: number) {
    const { rule, roots } = plan.passes[pass] ?? { rule: -1, roots: null };
    this.#plan = plan;
    this.#rule = rule;
    this.#asksForRule = roots !== null;
    this.#passes = plan.passes.slice(0, pass).filter(({ blocks }) => blocks.order.length > 0);
    this.#keys = Int32Array.from(new Set(this.#passes.flatMap(({ keys }) => keys)));
    this.#words = Math.ceil(this.#keys.length / wordBits);
    this.#agreement = new Int32Array(this.#words);
    this.#codes = new Int32Array(this.#keys.length);
    this.#masks = new Int32Array(this.#passes.length * this.#words);
    for (const [index, { keys }] of this.#passes.entries()) {
      for (const key of keys) {
        const place = this.#keys.indexOf(key);
        const word = index * this.#words + Math.floor(place / wordBits);
        this.#masks[word] = (this.#masks[word] as number) | (1 << (place % wordBits));
      }
    }
  }

  /** Whether any of them brings a pair. */
  bring(one: number, other: number): boolean {
    this.take(one);
    return this.bringerOf(other) !== broughtBy.nobody;
  }

  /** Takes the record whose pairs come next. */
  take(record: number): void {
    const { rows, width, isFlagged } = this.#plan;
    this.#record = record;
    this.#isFlagged = isFlagged[record] === 1;
    for (let place = 0; place < this.#keys.length; place++) {
      this.#codes[place] = rows[record * width + (this.#keys[place] as number)] || -1;
    }
  }

  /**
   * Who brought the pair with another record.
   * @returns `sameRule` only where the pass splits an oversized block; otherwise any other than `nobody` says that it was brought
   */
  bringerOf(other: number): number {
    this.#agree(other);
    let bringer: number = broughtBy.nobody;
    for (let index = 0; index < this.#passes.length; index++) {
      if (!this.#hasKeys(index)) continue;
      const pass = this.#passes[index] as BlockingPass;
      if (this.#isFlagged && !this.#holds(pass, other)) continue;
      if (!this.#asksForRule) return broughtBy.anotherRule;
      if (pass.rule === this.#rule) return broughtBy.sameRule;
      bringer = broughtBy.anotherRule;
    }
    return bringer;
  }

  #agree(other: number): void {
    const { rows, width } = this.#plan;
    const [keys, codes] = [this.#keys, this.#codes];
    const theirs = other * width;
    for (let word = 0, place = 0; word < this.#words; word++) {
      const end = Math.min(keys.length, place + wordBits);
      let bits = 0;
      for (let bit = 0; place < end; place++, bit++) {
        if (rows[theirs + (keys[place] as number)] === codes[place]) bits |= 1 << bit;
      }
      this.#agreement[word] = bits;
    }
  }

  #hasKeys(index: number): boolean {
    for (let word = 0; word < this.#words; word++) {
      const mask = this.#masks[index * this.#words + word] as number;
      if (((this.#agreement[word] as number) & mask) !== mask) return false;
    }
    return true;
  }

  /** Of two records that agree on the keys of a pass: whether they are in a block of it, and near enough. */
  #holds({ within, oversized, places, window }: BlockingPass, other: number): boolean {
    const { flags } = this.#plan;
    if (within !== -1 && (flags[within] as Uint8Array)[this.#record] === 0) return false;
    if (oversized !== -1 && (flags[oversized] as Uint8Array)[this.#record] === 1) return false;
    return places === null || Math.abs((places[this.#record] as number) - (places[other] as number)) <= window;
  }
}
