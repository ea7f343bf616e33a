/**
 * How much less a message counts than the next. Chosen: a half for each two messages, because who reads a conversation goes by its
 * last turns, and one bad word long ago should neither be forgotten at once nor decide alone.
 */
const decayPerMessage = Math.SQRT1_2;

/** Messages that the slope is fitted over at most. Chosen: 8, because in longer stretches a turn of the mood no longer shows. */
const slopeWindow = 8;
/** Below this a line says nothing: two points always lie on one. */
const slopeFrom = 3;

/** Mean, slope and lowest of the scores of a conversation as they come. Every step takes the same time, however long it is. */
export class SentimentTrend {
  private weighted = 0;
  private weight = 0;
  private readonly recent: { score: number; index: number }[] = [];
  /** Index of the message with the lowest score, the earliest of equals; null before the first. */
  worstIndex: number | null = null;
  worst: number | undefined;

  add(score: number, index: number): void {
    this.weighted = this.weighted * decayPerMessage + score;
    this.weight = this.weight * decayPerMessage + 1;
    this.recent.push({ score, index });
    if (this.recent.length > slopeWindow) this.recent.shift();
    if (this.worst === undefined || score < this.worst) {
      this.worst = score;
      this.worstIndex = index;
    }
  }

  clear(): void {
    this.weighted = 0;
    this.weight = 0;
    this.recent.length = 0;
    this.worst = undefined;
    this.worstIndex = null;
  }

  /** Weighted mean, -1 to 1; undefined before the first score. */
  mean(): number | undefined {
    return this.weight === 0 ? undefined : this.weighted / this.weight;
  }

  /** Least squares over the last scores, one message being one step; undefined below three. */
  slope(): number | undefined {
    const { recent } = this;
    const count = recent.length;
    if (count < slopeFrom) return undefined;
    const middle = (count - 1) / 2;
    let upper = 0;
    let lower = 0;
    for (const [place, { score }] of recent.entries()) {
      upper += (place - middle) * score;
      lower += (place - middle) ** 2;
    }
    return upper / lower;
  }

  /** Indexes of the messages that the slope is fitted over. */
  recentIndexes(): number[] {
    return this.recent.map(({ index }) => index);
  }
}
