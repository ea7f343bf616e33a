/**
 * The number line cut into stretches: between two neighbouring cuts no cell of a column changes its mind.
 *
 * Stretch `k` holds the numbers from cut `k - 1`, included, up to cut `k`, not included; stretch 0 lies below all cuts.
 */
export interface NumberLine {
  /** Ascending, without duplicates. */
  cuts: Float64Array;
  /** The same with NaN behind them, which no number reaches. */
  padded: Float64Array;
  /**
   * By bucket `b` of a grid over the line: the number of cuts in the buckets before it, `~` of that number where several
   * cuts crowd into it. One entry more than there are buckets, never crowded.
   */
  starts: Int32Array;
  /** Bucket of a number = ⌊(number − min) × scale⌋; the first and the last one also take what lies beyond. */
  min: number;
  scale: number;
}

/** Buckets per cut. chosen: 4, because of evenly spread cuts then 1 in 40 numbers meets a crowded bucket. */
const bucketsPerCut = 4;

/** chosen: 65,536 buckets (256 KiB): beyond that the grid falls out of the processor's cache. */
const maxBuckets = 65_536;

/**
 * Cuts the number line. A grid over it leads a number to the one cut near it; where several cuts crowd into one bucket, a
 * binary search goes on from there, so that no distribution of cuts costs more than its logarithm.
 * @param points the cuts, in any order, duplicates allowed; none is NaN. -Infinity separates nothing and is left out
 * @example stretchOf(makeNumberLine([18, 65]), 40) // 1
 */
export function makeNumberLine(points: Iterable<number>): NumberLine {
  const sorted = Float64Array.from(new Set(points)).sort();
  const kept = sorted[0] === -Infinity ? sorted.subarray(1) : sorted;
  const count = kept.length;
  const padded = new Float64Array(count + 1).fill(NaN);
  padded.set(kept);
  const { min, scale, buckets } = gridOver(kept);
  const starts = new Int32Array(buckets + 1);
  for (const cut of kept) {
    const bucket = bucketOf(cut, min, scale, buckets - 1);
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }
  let before = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const own = starts[bucket + 1] as number;
    starts[bucket] = own > 1 ? ~before : before;
    before += own;
  }
  starts[buckets] = before;
  return { cuts: padded.subarray(0, count), padded, starts, min, scale };
}

/**
 * Lays the grid where most cuts are: over the middle three quarters and as far again on both sides. One cut far away, the
 * "and no more than 1e12" of a last row, would otherwise push all others into one bucket. Half a width of empty buckets
 * around it keeps values beyond the last cut off the ends, where the processor would have to guess.
 */
function gridOver(cuts: Float64Array): { min: number; scale: number; buckets: number } {
  const eighth = cuts.length >>> 3;
  const finite = cuts[cuts.length - 1] === Infinity ? cuts.length - 1 : cuts.length;
  const low = cuts[eighth] ?? 0;
  const width = (cuts[finite - 1 - eighth] ?? 0) - low;
  const first = Math.max(cuts[0] ?? 0, low - width);
  const last = cuts.findLast((cut) => cut <= low + 2 * width) ?? first;
  const margin = (last - first) / 2;
  const min = first - margin;
  const buckets = Math.max(1, Math.min(maxBuckets, cuts.length * 2 * bucketsPerCut));
  const scale = (buckets - 1) / (last + margin - min);
  // A span beyond the largest double, or too small to divide by, makes one bucket of all: plain binary search.
  const isGrid = margin > 0 && Number.isFinite(min) && Number.isFinite(scale) && scale > 0;
  return isGrid ? { min, scale, buckets } : { min: 0, scale: 0, buckets: 1 };
}

/** Never decreases as the number grows, so that a cut in an earlier bucket is always the smaller one. */
function bucketOf(value: number, min: number, scale: number, last: number): number {
  const at = (value - min) * scale;
  return at >= last ? last : at > 0 ? at | 0 : 0;
}

/**
 * Index of the stretch that a number lies in: how many cuts are not above it.
 * @param value any number but NaN
 * @example stretchOf(makeNumberLine([18, 65]), 65) // 2
 */
export function stretchOf(line: NumberLine, value: number): number {
  const { padded, starts, min, scale } = line;
  const bucket = bucketOf(value, min, scale, starts.length - 2);
  const start = starts[bucket] as number;
  // Without a branch, which a processor could not foresee.
  return start >= 0 ? start + (Number((padded[start] as number) <= value) | 0) : stretchFrom(line, bucket, value);
}

/** Binary search among the cuts of a crowded bucket. */
export function stretchFrom({ padded, starts }: NumberLine, bucket: number, value: number): number {
  let low = ~(starts[bucket] as number);
  const next = starts[bucket + 1] as number;
  let high = next < 0 ? ~next : next;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((padded[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);
const lowHalf = new Uint8Array(Float64Array.of(-0).buffer)[7] === 0x80 ? 0 : 1;

/**
 * The next larger double: `> x` and `>= nextUp(x)` are the same test.
 * @param value any number but NaN; Infinity stays
 * @example nextUp(1) // 1.0000000000000002
 */
export function nextUp(value: number): number {
  if (value === Infinity) return value;
  if (value === 0) return Number.MIN_VALUE;
  double[0] = value;
  const low = halves[lowHalf] as number;
  const highAt = 1 - lowHalf;
  if (value > 0) {
    halves[lowHalf] = low + 1;
    if (low === -1) halves[highAt] = (halves[highAt] as number) + 1;
  } else {
    halves[lowHalf] = low - 1;
    if (low === 0) halves[highAt] = (halves[highAt] as number) - 1;
  }
  return double[0];
}
