/** How right a classifier is. */
export interface ClassFigures {
  /** Mean over the classes that occur of the harmonic mean of precision and recall. */
  macroF1: number;
  accuracy: number;
}

/**
 * Compares what was said with what is true.
 * @param truths classes, counted from 0; as many as `answers`; empty gives 0 and 0
 * @example classFigures([0, 1], [0, 0]) // { macroF1: 0.333…, accuracy: 0.5 }
 */
export function classFigures(truths: readonly number[], answers: readonly number[]): ClassFigures {
  const classes = [...new Set(truths)];
  let [sum, right] = [0, 0];
  for (const one of classes) {
    let [hits, said, held] = [0, 0, 0];
    for (const [at, truth] of truths.entries()) {
      if (truth === one) held++;
      if (answers[at] === one) said++;
      if (truth === one && answers[at] === one) hits++;
    }
    sum += (2 * hits) / (said + held);
    right += hits;
  }
  const count = truths.length;
  return { macroF1: count === 0 ? 0 : sum / classes.length, accuracy: count === 0 ? 0 : right / count };
}
