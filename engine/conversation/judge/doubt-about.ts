import { emotions as allEmotions, type TextScore } from '../../sentiment/model/text-score.ts';
import { conversationFacts } from '../facts/conversation-facts.ts';
import type { ConversationOutcome, Doubt, JudgeOptions } from '../model/judgement.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { decideConversation } from './decide-conversation.ts';

/** How far the strength of an emotion or signal may be off. Chosen: 0.2, because that is a stronger or weaker word for the same thing. */
const strengthOff = 0.2;

/**
 * Asks whether the conversation would be decided otherwise if its last message meant a little more, or a little less, than it was read
 * to: the score lower or higher by what its probability leaves open, emotions and signals by a fifth.
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
  const readAs = (shifted: TextScore): ConversationOutcome => {
    const changed = messages.map((one, index) => (index === last.index ? { ...one, score: shifted } : one));
    const decided = decideConversation(conversationFacts(changed, options.now).facts, options);
    return decided.ok ? decided.value.outcome : outcome;
  };
  const darkest = readAs(shiftedBy(last.score, 1));
  const mildest = readAs(shiftedBy(last.score, -1));
  return darkest === outcome && mildest === outcome ? null : { darkest, mildest };
}

function lastScored(messages: readonly ScoredMessage[]): { index: number; score: TextScore } | null {
  const index = messages.findLastIndex(({ score }) => score !== null);
  const score = messages[index]?.score ?? null;
  return score === null ? null : { index, score };
}

/** @param direction 1: darker, -1: milder */
function shiftedBy(score: TextScore, direction: 1 | -1): TextScore {
  const off = direction * strengthOff;
  // What was not found at all stays so: there is nothing to read in.
  const shift = (strength: number) => (strength === 0 ? 0 : within(0, strength + off, 1));
  return {
    ...score,
    score: within(-1, score.score - direction * (1 - score.probability), 1),
    emotions: {
      ...score.emotions,
      ...Object.fromEntries(
        allEmotions.filter((one) => one !== 'gratitude').map((one) => [one, shift(score.emotions[one])]),
      ),
    },
    signals: {
      distress: shift(score.signals.distress),
      vulnerability: shift(score.signals.vulnerability),
      threat: shift(score.signals.threat),
      urgency: shift(score.signals.urgency),
    },
  };
}

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
