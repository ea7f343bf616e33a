import { portableLn } from '../model/portable-math.ts';
import { softmax } from './learn-classes.ts';

/**
 * What sums are to be multiplied by so that probabilities are true: the factor of greatest likelihood, from 0.2 to 3 in steps of 0.05.
 * @param sums per class, of texts that the learner had not seen
 * @param targets the classes that people named
 * @source C. Guo et al., "On Calibration of Modern Neural Networks", ICML 2017: temperature scaling; this is its inverse
 */
export function sharpnessOf(sums: readonly Float64Array[], targets: readonly number[]): number {
  let [best, least] = [1, Infinity];
  for (let step = 4; step <= 60; step++) {
    const factor = step / 20;
    let loss = 0;
    for (const [at, row] of sums.entries()) {
      const scaled = row.map((sum) => sum * factor);
      softmax(scaled);
      loss -= portableLn(Math.max(scaled[targets[at] as number] as number, 1e-12));
    }
    if (loss < least) [best, least] = [factor, loss];
  }
  return best;
}
