import type { KeyColumn } from './key-columns.ts';

/** Records that agree on some keys, block after block; blocks of one record are left out. */
export interface Blocks {
  /** Indexes of records. */
  order: Int32Array;
  /** Where each block begins in `order`, and where the last one ends. */
  starts: Int32Array;
}

/**
 * Sorts records into blocks of those that agree on all keys.
 * @param columns one key or more
 * @param count of records
 * @param among indexes of the records that take part; absent: all
 * @returns blocks of two records and more, records ascending within; a record without one of the keys is in none
 * @source LSD counting sort by each key (Knuth, The Art of Computer Programming 3, 5.2.5), linear in records and different values
 */
export function blocksOf(columns: readonly KeyColumn[], count: number, among?: Int32Array): Blocks {
  let order = recordsWithAll(columns, count, among);
  let sorted = new Int32Array(order.length);
  for (let at = columns.length - 1; at >= 0; at--) {
    const { codes, counts } = columns[at] as KeyColumn;
    sortByCode(order, sorted, codes, counts.length);
    [order, sorted] = [sorted, order];
  }
  return withoutSingles(order, columns);
}

/** Only those whose every key is shared by somebody. */
function recordsWithAll(columns: readonly KeyColumn[], count: number, among: Int32Array | undefined): Int32Array {
  const found = new Int32Array(among?.length ?? count);
  let size = 0;
  for (let at = 0; at < found.length; at++) {
    const record = among === undefined ? at : (among[at] as number);
    let isShared = true;
    for (let key = 0; key < columns.length && isShared; key++) {
      const { codes, counts } = columns[key] as KeyColumn;
      // The count of code 0 may be anything.
      const code = codes[record] as number;
      isShared = code !== 0 && (counts[code] as number) > 1;
    }
    if (isShared) found[size++] = record;
  }
  return found.subarray(0, size);
}

function sortByCode(from: Int32Array, to: Int32Array, codes: Int32Array, codeCount: number): void {
  const next = new Int32Array(codeCount + 1);
  for (let at = 0; at < from.length; at++) (next[(codes[from[at] as number] as number) + 1] as number)++;
  for (let code = 1; code <= codeCount; code++) next[code] = (next[code] as number) + (next[code - 1] as number);
  for (let at = 0; at < from.length; at++) {
    const record = from[at] as number;
    const code = codes[record] as number;
    const place = next[code] as number;
    to[place] = record;
    next[code] = place + 1;
  }
}

function withoutSingles(order: Int32Array, columns: readonly KeyColumn[]): Blocks {
  const starts: number[] = [];
  let size = 0;
  let begin = 0;
  for (let at = 1; at <= order.length; at++) {
    if (at < order.length && agree(columns, order[at - 1] as number, order[at] as number)) continue;
    if (at - begin > 1) {
      starts.push(size);
      order.copyWithin(size, begin, at);
      size += at - begin;
    }
    begin = at;
  }
  starts.push(size);
  return { order: order.slice(0, size), starts: Int32Array.from(starts) };
}

function agree(columns: readonly KeyColumn[], left: number, right: number): boolean {
  for (let key = 0; key < columns.length; key++) {
    const { codes } = columns[key] as KeyColumn;
    if (codes[left] !== codes[right]) return false;
  }
  return true;
}

/** Blocks chosen by their size. */
export function blocksWhere({ order, starts }: Blocks, isChosen: (size: number) => boolean): Blocks {
  const chosen: number[] = [];
  const chosenStarts: number[] = [];
  let size = 0;
  for (let block = 0; block + 1 < starts.length; block++) {
    const length = (starts[block + 1] as number) - (starts[block] as number);
    if (!isChosen(length)) continue;
    chosen.push(block);
    chosenStarts.push(size);
    size += length;
  }
  if (size === order.length) return { order, starts };
  const chosenOrder = new Int32Array(size);
  for (let at = 0; at < chosen.length; at++) {
    const block = chosen[at] as number;
    chosenOrder.set(order.subarray(starts[block], starts[block + 1]), chosenStarts[at] as number);
  }
  chosenStarts.push(size);
  return { order: chosenOrder, starts: Int32Array.from(chosenStarts) };
}

/** Pairs within blocks, `window` neighbours each; 0: all. */
export function pairsIn({ starts }: Blocks, window = 0): number {
  let pairs = 0;
  for (let block = 0; block + 1 < starts.length; block++) {
    pairs += pairsOf((starts[block + 1] as number) - (starts[block] as number), window);
  }
  return pairs;
}

/** Pairs of `size` records, `window` neighbours each; 0: all. */
export function pairsOf(size: number, window = 0): number {
  if (window === 0 || window >= size) return (size * (size - 1)) / 2;
  return window * size - (window * (window + 1)) / 2;
}
