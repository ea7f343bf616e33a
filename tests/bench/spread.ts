import { median } from './median.ts';

/** The middle of some measurements, and between what the middle half of them lies. */
export interface Spread {
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  return {
    median: median(sorted),
    lowerQuartile: median(sorted.slice(0, half)),
    upperQuartile: median(sorted.slice(-half)),
  };
}
