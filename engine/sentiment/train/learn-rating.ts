import { seededRandom } from '../../seeded-random.ts';
import type { SparseExample } from './sparse-example.ts';

/** Weights of rows and dense numbers, and an intercept, whose sum is the rating. */
export interface LearnedRating {
  table: Float32Array;
  dense: Float64Array;
  intercept: number;
}

/**
 * Learns a number by least squares, by stochastic gradient descent with a little decay. Same input, same bytes.
 * @param examples `target` is the number, about -1 to 1; sequences are not looked at
 */
export function learnRating(
  examples: readonly SparseExample[],
  options: { tableRows: number; epochs: number; rate: number; seed: number },
): LearnedRating {
  const { tableRows, epochs, rate, seed } = options;
  const learned = {
    table: new Float32Array(tableRows),
    dense: new Float64Array(examples[0]?.dense.length ?? 0),
    intercept: 0,
  };
  const { table, dense } = learned;
  const random = seededRandom(seed);
  const total = epochs * examples.length;
  for (let done = 0; done < total; done++) {
    const example = examples[Math.floor(random() * examples.length)] as SparseExample;
    const step = (example.target - ratingOf(learned, example)) * rate * (1 - done / total);
    learned.intercept += 0.02 * step;
    for (let at = 0; at < dense.length; at++) {
      dense[at] = (dense[at] as number) + 0.05 * step * (example.dense[at] as number);
    }
    for (let at = 0; at < example.wordCount; at++) {
      const row = example.rows[at] as number;
      table[row] = (table[row] as number) * (1 - decay) + step * example.wordScale;
    }
  }
  return learned;
}

/** Chosen by cross-validation: 0.00003 per step that touches a row. */
const decay = 3e-5;

/** The number that was learned, for one example. */
export function ratingOf(learned: LearnedRating, example: SparseExample): number {
  let sum = learned.intercept;
  for (let at = 0; at < learned.dense.length; at++)
    sum += (learned.dense[at] as number) * (example.dense[at] as number);
  for (let at = 0; at < example.wordCount; at++) {
    sum += (learned.table[example.rows[at] as number] as number) * example.wordScale;
  }
  return sum;
}
