import type { JsonValue } from '../../json.ts';
import type { CompiledCondition, CompiledLeaf } from './compiled-condition.ts';

/** Chosen: 4 MB of masks per fact; further values are held against the rules one by one. */
const maxRemembered = 1_000_000;

/**
 * The comparisons of one fact with constants, over all rules that are a plain `all` of such: which rules pass for a value is
 * one mask, bit n for rule n. The numbers that rules name cut the number line, and between two cuts all numbers have one
 * mask; texts, truth values and null have one each. Masks are made when a value is first met.
 */
export class PlaceMasks {
  private readonly leaves: { bit: number; leaf: CompiledLeaf }[] = [];
  private readonly wordCount: number;
  private readonly all: Int32Array;
  /** Null when a number can make a difference by which none is named, as where it is looked for in a text. */
  private cuts: Float64Array | null = null;
  private byNumber: (Int32Array | undefined)[] = [];
  private readonly byValue = new Map<JsonValue | undefined, Int32Array>();
  private remembered = 0;

  constructor(wordCount: number) {
    this.wordCount = wordCount;
    this.all = new Int32Array(wordCount).fill(-1);
  }

  add(bit: number, leaf: CompiledLeaf): void {
    this.leaves.push({ bit, leaf });
  }

  /** Ends the adding. */
  finish(): void {
    const numbers = new Set<number>();
    for (const { leaf } of this.leaves) {
      const { name, constant } = leaf;
      const isOrder = /Than/.test(name);
      if (isOrder ? typeof constant !== 'number' : /(?:^|:)(?:in|notIn)$/.test(name) && !Array.isArray(constant))
        return;
      for (const value of Array.isArray(constant) ? constant : [constant])
        if (typeof value === 'number') numbers.add(value);
    }
    this.cuts = Float64Array.from(numbers).sort();
    this.byNumber = new Array<undefined>(2 * this.cuts.length + 1).fill(undefined);
  }

  /** The rules that pass, as far as this fact goes. */
  maskOf(value: JsonValue | undefined): Int32Array {
    if (typeof value === 'number' && this.cuts !== null && Number.isFinite(value)) {
      const place = placeOf(value, this.cuts);
      const known = this.byNumber[place];
      if (known !== undefined) return known;
      const mask = this.make(value);
      if (this.hasRoom(0)) this.byNumber[place] = mask;
      return mask;
    }
    const known = this.byValue.get(value);
    if (known !== undefined) return known;
    const mask = this.make(value);
    // A list is another list in each run.
    const isList = typeof value === 'object' && value !== null;
    if (!isList && this.hasRoom(typeof value === 'string' ? value.length : 0)) this.byValue.set(value, mask);
    return mask;
  }

  private hasRoom(length: number): boolean {
    this.remembered += this.wordCount + length;
    return this.remembered < maxRemembered;
  }

  private make(value: JsonValue | undefined): Int32Array {
    const mask = Int32Array.from(this.all);
    for (const { bit, leaf } of this.leaves) {
      if (!leaf.operator(value, leaf.constant)) mask[bit >>> 5] = (mask[bit >>> 5] as number) & ~(1 << (bit & 31));
    }
    return mask;
  }
}

/** 0 before the first cut, 1 at it, 2 between the first and the second, and so on. */
function placeOf(value: number, cuts: Float64Array): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return cuts[low] === value ? 2 * low + 1 : 2 * low;
}

/**
 * The comparisons of a rule that is a plain `all`: every one of a fact with a constant, each once.
 * @returns null for any other rule
 */
export function leavesOfPlainRule(root: CompiledCondition): CompiledLeaf[] | null {
  const seen = new Set<CompiledCondition>();
  const leaves: CompiledLeaf[] = [];
  const open = [root];
  for (let condition = open.pop(); condition !== undefined; condition = open.pop()) {
    if (seen.has(condition)) continue;
    seen.add(condition);
    if (condition.kind === 'all') open.push(...condition.sets.flat());
    else if (condition.kind === 'leaf' && condition.value === null) leaves.push(condition);
    else return null;
  }
  return leaves;
}
