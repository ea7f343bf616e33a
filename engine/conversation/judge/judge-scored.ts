import { itemIsFacts } from '../../decision/facts/fact-mapping.ts';
import type { Result } from '../../issue.ts';
import { conversationFacts, nowOf } from '../facts/conversation-facts.ts';
import { FactScan } from '../facts/fact-scan.ts';
import { inOrder } from '../facts/in-order.ts';
import type { ConversationJudgement, FirstTimes, JudgeOptions } from '../model/judgement.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { decideConversation } from './decide-conversation.ts';
import { doubtAbout } from './doubt-about.ts';
import { inWords } from './in-words.ts';
import { evidenceFor } from './evidence-for.ts';

/**
 * Judges a conversation whose messages are scored: by a decision table over its facts. Distress is urgent, whatever the table says.
 *
 * `whenFirst` decides once more after every message, each as if it were the last and now were its time; the time that this takes grows
 * with the number of messages, not with its square.
 * @param messages in any order; see `inOrder`. None is a conversation in which nobody has said anything
 * @param options table, further facts, now and day
 * @returns the judgement; or issues as `checkEscalationTable` and `decideTable` give them, and `no_match`
 * @example judgeScored([{ message, score: scoreText(model, message.text) }], { table: tablePacks.escalation.table })
 */
export function judgeScored(messages: readonly ScoredMessage[], options: JudgeOptions): Result<ConversationJudgement> {
  const { facts, evidence } = conversationFacts(messages, options.now);
  const decided = decideConversation(facts, options);
  if (!decided.ok) return decided;
  const { outcome, results, decision, item } = decided.value;
  const behind = evidenceFor(decision, options.table, options.mapping ?? itemIsFacts, evidence);
  const places = inOrder(messages).map(({ index }) => index);
  const ledBy =
    outcome === 'continue'
      ? null
      : lastOf(
          behind.flatMap((one) => one.messages),
          places,
        );
  return {
    ok: true,
    value: {
      outcome,
      results,
      decision,
      facts,
      item,
      messages,
      evidence: behind,
      ledBy,
      because: inWords({ outcome, decision, facts, evidence: behind, messages, table: options.table }),
      doubt: doubtAbout(outcome, messages, options),
      first: options.whenFirst === true ? firstTimes(messages, options) : null,
    },
  };
}

/** Of some messages the one that stands last in the conversation. */
function lastOf(some: readonly number[], places: readonly number[]): number | null {
  const wanted = new Set(some);
  return places.findLast((index) => wanted.has(index)) ?? null;
}

function firstTimes(messages: readonly ScoredMessage[], options: JudgeOptions): FirstTimes {
  const scan = new FactScan();
  const first: FirstTimes = { escalate: null, urgent: null };
  for (const placed of inOrder(messages)) {
    scan.add(placed);
    const decided = decideConversation(scan.facts(nowOf(placed.moment, undefined)), options);
    if (!decided.ok || decided.value.outcome === 'continue') continue;
    first.escalate ??= placed.index;
    if (decided.value.outcome !== 'urgent') continue;
    first.urgent = placed.index;
    break;
  }
  return first;
}
