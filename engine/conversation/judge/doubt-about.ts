import { emotions as allEmotions, type TextScore } from '../../sentiment/model/text-score.ts';
import { conversationFacts } from '../facts/conversation-facts.ts';
import { foundFrom } from '../facts/found-from.ts';
import { inOrder } from '../facts/in-order.ts';
import type { JsonObject } from '../../json.ts';
import type { ConversationOutcome, Doubt, JudgeOptions } from '../model/judgement.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { decideConversation } from './decide-conversation.ts';

/** How far the strength of an emotion or signal may be off. Chosen: 0.2, because that is a stronger or weaker word for the same thing. */
const strengthOff = 0.2;

/** How far the need of a person may be off. Chosen: 0.15, so that a question is asked from 0.4 to 0.7. */
const needOff = 0.15;

/** Below this probability nobody knows the mood of a text. Chosen: 0.6, because between three labels it is little more than a guess. */
const toldFrom = 0.6;
/** A text that may be this low may be a complaint. As in the table `escalation`. */
const lowFrom = -0.3;

/**
 * Asks whether the conversation would be decided otherwise if its last message meant a little more, or a little less, than it was read
 * to: the score lower or higher by what its probability leaves open, emotions by a fifth, the need by `needOff`, signals by a fifth higher. Where no need
 * is known, a text whose mood could not be told may be a complaint in words that no list has, ironic ones among them: read darkly it is frustrated.
 * @param outcome as it was decided; of `urgent` there is no doubt, since no second opinion may take a person away
 * @returns both outcomes where one of them is another; null otherwise
 */
export function doubtAbout(
  outcome: ConversationOutcome,
  messages: readonly ScoredMessage[],
  options: JudgeOptions,
): Doubt | null {
  if (outcome === 'urgent') return null;
  const last = lastScored(messages);
  if (last === null) return null;
  const results: Partial<Record<ConversationOutcome, JsonObject>> = {};
  const readAs = (shifted: TextScore): ConversationOutcome => {
    const changed = messages.map((one, index) => (index === last.index ? { ...one, score: shifted } : one));
    const decided = decideConversation(conversationFacts(changed, options.now).facts, options);
    if (!decided.ok) return outcome;
    results[decided.value.outcome] ??= decided.value.results;
    return decided.value.outcome;
  };
  const darkest = readAs(darker(last.score));
  const mildest = readAs(milder(last.score));
  return darkest === outcome && mildest === outcome ? null : { darkest, mildest, results };
}

function lastScored(messages: readonly ScoredMessage[]): { index: number; score: TextScore } | null {
  const last = inOrder(messages).findLast(({ score }) => score !== null);
  return last === undefined || last.score === null ? null : { index: last.index, score: last.score };
}

function darker(score: TextScore): TextScore {
  const shifted = felt(score, 1);
  const { distress, vulnerability, threat, urgency } = score.signals;
  const signals = {
    distress: off(distress, 1),
    vulnerability: off(vulnerability, 1),
    threat,
    urgency: off(urgency, 1),
  };
  const isUntold = score.need === null && !score.settled && score.probability < toldFrom && shifted.score <= lowFrom;
  const frustration = isUntold ? Math.max(foundFrom, shifted.emotions.frustration) : shifted.emotions.frustration;
  return { ...shifted, signals, emotions: { ...shifted.emotions, frustration } };
}

/** Signals stay: what was announced is not read away. */
function milder(score: TextScore): TextScore {
  return felt(score, -1);
}

/** @param direction 1: darker, -1: milder */
function felt(score: TextScore, direction: 1 | -1): TextScore {
  const emotions = Object.fromEntries(
    allEmotions.map((one) => [one, one === 'gratitude' ? score.emotions[one] : off(score.emotions[one], direction)]),
  ) as TextScore['emotions'];
  const need = score.need === null ? null : within(0, score.need + direction * needOff, 1);
  return { ...score, score: within(-1, score.score - direction * (1 - score.probability), 1), emotions, need };
}

/** What was not found at all stays so: there is nothing to read in. */
function off(strength: number, direction: 1 | -1): number {
  return strength === 0 ? 0 : within(0, strength + direction * strengthOff, 1);
}

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
