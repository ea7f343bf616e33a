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
  /** `starts[b]` is the number of cuts in buckets before `b`; one entry more than there are buckets. */
  starts: Int32Array;
  /** Smallest cut, and buckets per unit: bucket of a number = ⌊(number − min) × scale⌋. */
  min: number;
  scale: number;
}

/** Buckets per cut. chosen: 8, because evenly spread cuts then seldom share a bucket. */
const bucketsPerCut = 8;

/** chosen: 65,536 buckets (256 KiB): beyond that the grid falls out of the processor's cache. */
const maxBuckets = 65_536;

/**
 * Cuts the number line. A grid over it leads a number to the few cuts near it; where many cuts crowd into one bucket, a
 * binary search goes on from there, so that no distribution of cuts costs more than its logarithm.
 * @param points the cuts, in any order, duplicates allowed; none is NaN. -Infinity separates nothing and is left out
 * @example stretchOf(makeNumberLine([18, 65]), 40) // 1
 */
export function makeNumberLine(points: Iterable<number>): NumberLine {
  const cuts = Float64Array.from(new Set(points)).sort();
  const kept = cuts[0] === -Infinity ? cuts.subarray(1) : cuts;
  const count = kept.length;
  const min = count === 0 ? 0 : (kept[0] as number);
  const finite = kept[count - 1] === Infinity ? count - 1 : count;
  const span = finite < 2 ? 0 : (kept[finite - 1] as number) - min;
  const buckets = Math.max(1, Math.min(maxBuckets, finite * bucketsPerCut));
  // A span beyond the largest double, or too small to divide by, makes one bucket of all: plain binary search.
  const ratio = (buckets - 1) / span;
  const scale = span > 0 && Number.isFinite(span) && Number.isFinite(ratio) ? ratio : 0;
  const starts = new Int32Array(buckets + 1);
  for (const cut of kept) {
    const bucket = bucketOf(cut, min, scale, buckets);
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number);
  }
  const padded = new Float64Array(count + 1).fill(NaN);
  padded.set(kept);
  return { cuts: padded.subarray(0, count), padded, starts, min, scale };
}

/** Never decreases as the number grows, so that a cut in an earlier bucket is always the smaller one. */
function bucketOf(value: number, min: number, scale: number, buckets: number): number {
  const at = (value - min) * scale;
  return at >= buckets ? buckets - 1 : at > 0 ? at | 0 : 0;
}

/**
 * Index of the stretch that a number lies in: how many cuts are not above it.
 * @param value any number but NaN
 * @example stretchOf(makeNumberLine([18, 65]), 65) // 2
 */
export function stretchOf(line: NumberLine, value: number): number {
  const { padded, starts } = line;
  const bucket = bucketOf(value, line.min, line.scale, starts.length - 1);
  let low = starts[bucket] as number;
  let high = starts[bucket + 1] as number;
  // Without a branch, which a processor could not foresee.
  if (high - low < 2) return low + (Number((padded[low] as number) <= value) | 0);
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
