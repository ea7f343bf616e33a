import type { SentimentLabel } from '../model/text-score.ts';

/** Side and strength of a sentiment. */
export interface JudgedSentiment {
  /** -1 to 1. */
  score: number;
  label: SentimentLabel;
}

/**
 * One number for both the side and the strength of a sentiment, and the label. Where ratings by people were learned (English), the
 * score is what people would rate on average, with a fifth of the balance of probabilities, which in cross-validation came nearer
 * to people than either; elsewhere it is that balance. The label is the likeliest (of equals the lesser claim), but neutral where
 * the rating is on the other side: two halves of the model that contradict one another claim nothing.
 * @param rating about -1 to 1; null where there is none
 * @example scoreOf({ negative: 0.8, neutral: 0.15, positive: 0.05 }, null) // { score: -0.75, label: 'negative' }
 */
export function scoreOf(
  { negative, neutral, positive }: Readonly<Record<SentimentLabel, number>>,
  rating: number | null,
): JudgedSentiment {
  const balance = positive - negative;
  const score = rating === null ? balance : Math.max(-1, Math.min(1, rating + 0.2 * balance));
  if (neutral >= negative && neutral >= positive) return { score, label: 'neutral' };
  const label = negative >= positive ? 'negative' : 'positive';
  return { score, label: (label === 'negative') === score < 0 ? label : 'neutral' };
}
