import { seededRandom } from '../../seeded-random.ts';
import { portableExp, portableLn } from '../model/portable-math.ts';
import type { SparseExample } from './sparse-example.ts';

/** What a learner is told. */
export interface LearnOptions {
  classes: number;
  /** Rows of the table, a power of two. */
  tableRows: number;
  denseCount: number;
  /** Blocks of dense weights; 1 where there is only the one of all. */
  groups: number;
  epochs: number;
  rate: number;
  denseRate: number;
  /** Rows that fewer examples have stay without weight. */
  leastExamples: number;
  seed: number;
  /** Per class; 1 for all where it is absent. */
  classWeights?: readonly number[];
}

/** Weights per class: of rows (row by row), of dense numbers per group, and intercepts per group. */
export interface LearnedClasses {
  table: Float32Array;
  dense: Float64Array;
  intercepts: Float64Array;
}

/**
 * Learns a multinomial logistic regression by stochastic gradient descent whose step per weight follows the naive-Bayes log ratio of
 * its row and class: what tells classes apart moves first. Same input, same bytes.
 * @param examples in any order; they are shuffled by the seed, epoch by epoch
 * @source S. Wang, C. D. Manning, "Baselines and Bigrams", ACL 2012, for the ratio
 */
export function learnClasses(examples: readonly SparseExample[], options: LearnOptions): LearnedClasses {
  const { classes, tableRows, denseCount, groups, epochs, rate, denseRate } = options;
  const steps = stepSizes(examples, options);
  const table = new Float32Array(tableRows * classes);
  const dense = new Float64Array((groups + 1) * denseCount * classes);
  const intercepts = new Float64Array((groups + 1) * classes);
  const random = seededRandom(options.seed);
  const order = examples.map((_, at) => at);
  const logits = new Float64Array(classes);
  const total = epochs * examples.length;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index] as SparseExample;
      const { rows, wordCount, group, target } = example;
      predictClasses({ table, dense, intercepts }, example, logits);
      softmax(logits);
      const pace = rate * (1 - done++ / total) * (options.classWeights?.[target] ?? 1);
      for (let at = 0; at < classes; at++) {
        const gradient = ((at === target ? 1 : 0) - (logits[at] as number)) * pace;
        logits[at] = gradient;
        intercepts[at] = (intercepts[at] as number) + 0.02 * gradient;
        const own = (group + 1) * classes + at;
        intercepts[own] = (intercepts[own] as number) + 0.02 * gradient;
      }
      for (let at = 0; at < rows.length; at++) {
        const scale = at < wordCount ? example.wordScale : example.sequenceScale;
        const offset = (rows[at] as number) * classes;
        for (let c = 0; c < classes; c++) {
          const place = offset + c;
          table[place] = (table[place] as number) + (steps[place] as number) * scale * (logits[c] as number);
        }
      }
      for (let at = 0; at < denseCount; at++) {
        const value = (example.dense[at] as number) * denseRate;
        if (value === 0) continue;
        for (let c = 0; c < classes; c++) {
          const all = at * classes + c;
          const own = ((group + 1) * denseCount + at) * classes + c;
          dense[all] = (dense[all] as number) + value * (logits[c] as number);
          dense[own] = (dense[own] as number) + value * (logits[c] as number);
        }
      }
    }
  }
  return { table, dense, intercepts };
}

/** The sums per class, written into `logits`. */
export function predictClasses(learned: LearnedClasses, example: SparseExample, logits: Float64Array): void {
  const classes = logits.length;
  const { table, dense, intercepts } = learned;
  const { rows, wordCount, group } = example;
  const denseCount = example.dense.length;
  for (let c = 0; c < classes; c++) {
    logits[c] = (intercepts[c] as number) + (intercepts[(group + 1) * classes + c] as number);
  }
  for (let at = 0; at < rows.length; at++) {
    const scale = at < wordCount ? example.wordScale : example.sequenceScale;
    const offset = (rows[at] as number) * classes;
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] as number) + (table[offset + c] as number) * scale;
  }
  for (let at = 0; at < denseCount; at++) {
    const value = example.dense[at] as number;
    if (value === 0) continue;
    for (let c = 0; c < classes; c++) {
      const weight =
        (dense[at * classes + c] as number) + (dense[((group + 1) * denseCount + at) * classes + c] as number);
      logits[c] = (logits[c] as number) + weight * value;
    }
  }
}

/** Probabilities from sums, in place. */
export function softmax(logits: Float64Array): void {
  let highest = -Infinity;
  for (const logit of logits) if (logit > highest) highest = logit;
  let sum = 0;
  for (let at = 0; at < logits.length; at++) {
    logits[at] = portableExp((logits[at] as number) - highest);
    sum += logits[at] as number;
  }
  for (let at = 0; at < logits.length; at++) logits[at] = (logits[at] as number) / sum;
}

/** Per row and class, the absolute log ratio of its share within the class to that outside of it. */
function stepSizes(examples: readonly SparseExample[], options: LearnOptions): Float32Array {
  const { classes, tableRows, leastExamples } = options;
  const counts = new Float32Array(tableRows * classes);
  const perClass = new Float64Array(classes);
  for (const { rows, target } of examples) {
    perClass[target] = (perClass[target] as number) + 1;
    for (const row of new Set(rows)) {
      const place = row * classes + target;
      counts[place] = (counts[place] as number) + 1;
    }
  }
  const steps = new Float32Array(tableRows * classes);
  for (let row = 0; row < tableRows; row++) {
    let all = 0;
    for (let c = 0; c < classes; c++) all += counts[row * classes + c] as number;
    if (all < leastExamples) continue;
    for (let c = 0; c < classes; c++) {
      const within = counts[row * classes + c] as number;
      const inside = (within + 1) / ((perClass[c] as number) + 2);
      const outside = (all - within + 1) / (examples.length - (perClass[c] as number) + 2);
      const ratio = Math.abs(portableLn(inside / outside));
      // A step is the square of the ratio to the power of 3/4, of which 0.7 to 1 were alike in cross-validation; roots are exact.
      steps[row * classes + c] = ratio * Math.sqrt(ratio);
    }
  }
  return steps;
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}
