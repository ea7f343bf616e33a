import type { Emotion, TextScore, ThreatKind } from '../../sentiment/model/text-score.ts';
import { distressHeard, emotions as allEmotions } from '../../sentiment/model/text-score.ts';
import { emotionWindow, foundFrom } from './found-from.ts';

/** Signals and emotions of a conversation as its messages come, with the messages that they were found in. */
export class SignalTrail {
  readonly distress: number[] = [];
  readonly vulnerability: number[] = [];
  readonly threats = new Map<ThreatKind, number[]>();
  readonly asks: number[] = [];
  /** Index of the most urgent message since a person last wrote; null when none is urgent at all. */
  mostUrgent: number | null = null;
  urgency = 0;
  private readonly felt: { index: number; strengths: TextScore['emotions']; need: number | null }[] = [];

  add(score: TextScore, index: number): void {
    if (score.signals.distress >= distressHeard) this.distress.push(index);
    if (score.signals.vulnerability >= foundFrom) this.vulnerability.push(index);
    if (score.asksForPerson) this.asks.push(index);
    if (score.signals.urgency > this.urgency) {
      this.urgency = score.signals.urgency;
      this.mostUrgent = index;
    }
    for (const kind of score.threats) {
      const messages = this.threats.get(kind);
      if (messages === undefined) this.threats.set(kind, [index]);
      else messages.push(index);
    }
    this.felt.push({ index, strengths: score.emotions, need: score.need });
    if (this.felt.length > emotionWindow) this.felt.shift();
  }

  /** A person of the company wrote: what the customer asked to happen at once is in somebody's hands. */
  personWrote(): void {
    this.asks.length = 0;
    this.urgency = 0;
    this.mostUrgent = null;
  }

  /** The customer says that the matter is settled; distress stays. */
  settled(): void {
    this.personWrote();
    this.vulnerability.length = 0;
    this.threats.clear();
    this.felt.length = 0;
  }

  /** Those found in the last messages, strongest first; of equals in the order of `emotions`. */
  emotions(): Emotion[] {
    const strongest = (emotion: Emotion) => Math.max(0, ...this.felt.map(({ strengths }) => strengths[emotion]));
    return allEmotions
      .map((emotion) => ({ emotion, strength: strongest(emotion) }))
      .filter(({ strength }) => strength >= foundFrom)
      .sort((a, b) => b.strength - a.strength)
      .map(({ emotion }) => emotion);
  }

  /** The highest need of a person in the last messages, and the message; null where none of them could be judged. */
  need(): { need: number; index: number } | null {
    let highest: { need: number; index: number } | null = null;
    for (const { need, index } of this.felt)
      if (need !== null && (highest === null || need >= highest.need)) highest = { need, index };
    return highest;
  }

  /** Indexes of the last messages in which one of the emotions was found. */
  messagesWith(emotions: readonly Emotion[]): number[] {
    return this.felt
      .filter(({ strengths }) => emotions.some((emotion) => strengths[emotion] >= foundFrom))
      .map(({ index }) => index);
  }
}
