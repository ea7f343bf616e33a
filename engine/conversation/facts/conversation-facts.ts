import type { TextScore } from '../../sentiment/model/text-score.ts';
import type { ConversationFacts, FactEvidence } from '../model/conversation-facts.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { FactScan } from './fact-scan.ts';
import { inOrder } from './in-order.ts';
import { momentOf } from './moment.ts';

/**
 * What a conversation says of itself: mood and its trend, what waits for an answer, what was announced.
 * @param messages in any order; see `inOrder` for those without a time
 * @param now ISO 8601 with offset; before the last message, absent or unreadable it is the time of the last message
 * @returns the facts that the table `escalation` reads, and the messages behind each
 * @example conversationFacts([{ message: { author: 'customer', text: 'Thank you!' }, score }]).facts.conversation.unansweredMessages // 1
 */
export function conversationFacts(
  messages: readonly ScoredMessage[],
  now?: string,
): { facts: ConversationFacts; evidence: FactEvidence[] } {
  const scan = new FactScan();
  const placed = inOrder(messages);
  for (const one of placed) scan.add(one);
  const facts = scan.facts(nowOf(placed.at(-1)?.moment ?? null, now));
  return { facts, evidence: scan.evidence(scoresOf(messages)) };
}

/** The moment at which a conversation is judged; null where no message has a time. */
export function nowOf(last: number | null, now: string | undefined): number | null {
  return last === null ? null : Math.max(last, momentOf(now) ?? last);
}

function scoresOf(messages: readonly ScoredMessage[]): Map<number, TextScore> {
  return new Map(messages.flatMap(({ score }, index) => (score === null ? [] : [[index, score] as const])));
}
