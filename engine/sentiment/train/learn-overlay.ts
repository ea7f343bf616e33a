import { seededRandom } from '../../seeded-random.ts';
import { softmax } from './learn-classes.ts';

/** A labelled message as the learner of an overlay sees it. */
export interface OverlayExample {
  /** Of the base model, against neutral. */
  sums: readonly [number, number];
  /** What phrases add to the sums, whatever is learned. */
  shift: readonly [number, number];
  /** Hashed words. */
  rows: Int32Array;
  scale: number;
  /** 0 negative, 1 neutral, 2 positive. */
  target: number;
}

/** What is learned of a company's labels. */
export interface LearnedOverlay {
  trust: number;
  intercepts: [number, number];
  /** Columns negative and positive. */
  table: Float32Array;
}

/** Chosen: of eight settings, tried on 50 to 1,000 comments of another kind than the tweets (GoEmotions), none was clearly better. */
const [epochs, wordRate, sumRate, decay] = [12, 1, 0.02, 0.0005];

/**
 * Learns what to add to the sums of the base model: how far to trust it, which labels are commoner than it thinks, and what words
 * mean here. Starts from the base model, so that few messages change little. Same input, same bytes.
 */
export function learnOverlay(examples: readonly OverlayExample[], tableRows: number, seed: number): LearnedOverlay {
  const learned: LearnedOverlay = { trust: 1, intercepts: [0, 0], table: new Float32Array(tableRows * 2) };
  const { intercepts, table } = learned;
  const random = seededRandom(seed);
  const probabilities = new Float64Array(3);
  const total = epochs * examples.length;
  for (let done = 0; done < total; done++) {
    const example = examples[Math.floor(random() * examples.length)] as OverlayExample;
    const { sums, rows, scale, target } = example;
    overlayLogits(learned, example, probabilities);
    softmax(probabilities);
    const pace = 1 - done / total;
    const down = ((target === 0 ? 1 : 0) - (probabilities[0] as number)) * pace;
    const up = ((target === 2 ? 1 : 0) - (probabilities[2] as number)) * pace;
    learned.trust = Math.max(0.2, learned.trust + sumRate * (down * sums[0] + up * sums[1]));
    intercepts[0] += 2 * sumRate * down;
    intercepts[1] += 2 * sumRate * up;
    for (const row of rows) {
      table[row * 2] = (table[row * 2] as number) * (1 - decay) + wordRate * scale * down;
      table[row * 2 + 1] = (table[row * 2 + 1] as number) * (1 - decay) + wordRate * scale * up;
    }
  }
  return learned;
}

/** The sums of negative, neutral and positive, written into `logits`. */
export function overlayLogits(learned: LearnedOverlay, example: OverlayExample, logits: Float64Array): void {
  const { sums, shift, rows, scale } = example;
  let [down, up] = [0, 0];
  for (const row of rows) {
    down += learned.table[row * 2] as number;
    up += learned.table[row * 2 + 1] as number;
  }
  logits[0] = sums[0] * learned.trust + shift[0] + learned.intercepts[0] + down * scale;
  logits[1] = 0;
  logits[2] = sums[1] * learned.trust + shift[1] + learned.intercepts[1] + up * scale;
}
