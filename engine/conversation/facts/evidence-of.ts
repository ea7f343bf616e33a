import type { TextScore, WordEffect } from '../../sentiment/model/text-score.ts';
import { emotions } from '../../sentiment/model/text-score.ts';
import type { FactEvidence } from '../model/conversation-facts.ts';
import type { SentimentTrend } from './sentiment-trend.ts';
import type { SignalTrail } from './signal-trail.ts';

/** What a scan has kept of the messages behind its facts. */
export interface Trails {
  trend: SentimentTrend;
  trail: SignalTrail;
  unanswered: readonly number[];
  repeating: readonly number[];
  contacts: readonly number[];
}

/** Words that are shown for a fact. Chosen: 5, because more are not read. */
const wordsShown = 5;

/** Which messages each fact rests on, and which of their words; facts without a message are left out. */
export function evidenceOf(
  { trend, trail, unanswered, repeating, contacts }: Trails,
  scores: ReadonlyMap<number, TextScore>,
): FactEvidence[] {
  const recent = trend.recentIndexes();
  const { worstIndex } = trend;
  const felt = trail.emotions();
  const needed = trail.need();
  const rows: [path: string, messages: readonly number[], on: WordEffect['on'][]][] = [
    ['conversation.sentiment', recent, ['score']],
    ['conversation.sentimentSlope', trend.slope() === undefined ? [] : recent, ['score']],
    ['conversation.worstSentiment', worstIndex === null ? [] : [worstIndex], ['score']],
    ['conversation.unansweredMessages', unanswered, []],
    ['conversation.unansweredQuestions', unanswered, []],
    ['conversation.hoursWaiting', unanswered.slice(0, 1), []],
    ['conversation.repeatedQuestions', repeating, []],
    ['conversation.contacts7d', contacts, []],
    ['conversation.emotions', trail.messagesWith(felt), emotions.filter((one) => felt.includes(one))],
    ['conversation.need', needed === null ? [] : [needed.index], ['need', 'urgency', 'distress']],
    ['signals.distress', trail.distress, ['distress']],
    ['signals.vulnerability', trail.vulnerability, ['vulnerability']],
    ['signals.urgency', trail.mostUrgent === null ? [] : [trail.mostUrgent], ['urgency']],
    ['signals.threats', [...trail.threats.values()].flat(), ['threat']],
    ['signals.asksForPerson', trail.asks, ['asksForPerson']],
  ];
  return rows
    .filter(([, messages]) => messages.length > 0)
    .map(([path, messages, on]) => ({
      path,
      messages: [...new Set(messages)],
      words: wordsOn(messages, on, scores),
    }));
}

/** Words that moved one of the measures, strongest first; of the sentiment only those that lowered it. */
function wordsOn(
  messages: readonly number[],
  on: readonly WordEffect['on'][],
  scores: ReadonlyMap<number, TextScore>,
): string[] {
  const effects = messages.flatMap((index) => (on.length === 0 ? [] : (scores.get(index)?.words ?? [])));
  const strongest = effects
    .filter((word) => on.includes(word.on) && (word.on !== 'score' || word.effect < 0))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return [...new Set(strongest.map(({ text }) => text))].slice(0, wordsShown);
}
