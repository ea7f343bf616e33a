import type { SentimentLabel } from '../model/text-score.ts';

/**
 * One number from -1 to 1 for both the side and the strength of a sentiment. Where ratings by people were learned (English), it
 * is what people would rate on average, with three tenths of the balance of probabilities, which in cross-validation comes
 * nearer to people than either; elsewhere it is that balance. It never stands on the other side than the label: where the
 * rating would, a fifth of the balance is left of it.
 * @param rating about -1 to 1; null where there is none
 * @example scoreOf({ negative: 0.8, neutral: 0.15, positive: 0.05 }, 'negative', null) // -0.75
 */
export function scoreOf(
  { negative, positive }: Readonly<Record<SentimentLabel, number>>,
  label: SentimentLabel,
  rating: number | null,
): number {
  const balance = positive - negative;
  if (rating === null) return balance;
  const score = Math.max(-1, Math.min(1, rating + 0.3 * balance));
  const contradicts = (label === 'negative' && score > 0) || (label === 'positive' && score < 0);
  return contradicts ? 0.2 * balance : score;
}
