import { distressRule } from '../../conversation/judge/decide-conversation.ts';
import type { ConversationJudgement, ConversationOutcome } from '../../conversation/model/judgement.ts';
import type { Decision } from '../../decision/decision.ts';
import { recordDecision } from '../../decision/record/record-decision.ts';
import type { JsonObject } from '../../json.ts';
import {
  chatModelResult,
  escalationKey,
  messageResult,
  type EscalationResult,
  type TextModelName,
} from './escalation-result.ts';
import type { JudgedItem } from './judge-item.ts';
import { openOutcomes, type SecondOpinion } from './second-opinion.ts';

/** An item whose way is decided. */
export interface EscalatedItem {
  port: ConversationOutcome;
  item: JsonObject;
  decision: Decision;
  /** Absent where the table, or distress, decided. */
  by?: { kind: 'model'; name: string };
}

/** What the decision is called that a chat model makes where the table is in doubt. */
const chatModelRule = 'chat-model-in-doubt';

/**
 * Puts what is known of a conversation into its item, under `escalation`, with the decision beside it.
 * @param item as it came
 * @param stepName under which the decision is noted
 * @param asks whether the step asks a chat model where it is in doubt
 * @param opinion what it said; null where it was not asked. It counts among the outcomes that the doubt leaves open, and nowhere else: of
 *   `urgent` there is no doubt
 */
export function escalateItem(
  item: JsonObject,
  stepName: string,
  { conversation, judgement }: JudgedItem,
  textModel: TextModelName,
  { asks, opinion }: { asks: boolean; opinion: SecondOpinion | null },
): EscalatedItem {
  const { leftOut } = conversation;
  const numbered = (index: number | null): number | null => (index === null ? null : index + leftOut + 1);
  const { outcome, results, decision, by } = settled(judgement, opinion);
  const { outcome: _, ...further } = results;
  const chatModel = chatModelResult(opinion, asks);
  const result: EscalationResult = {
    outcome,
    results: further,
    reasons: decision.reasons.map(({ text }) => text),
    because: judgement.because,
    decidedBy: by !== undefined ? 'chat-model' : decision.ruleId === distressRule ? 'distress' : 'table',
    ledBy: numbered(judgement.ledBy),
    first: {
      escalate: numbered(judgement.first?.escalate ?? null),
      urgent: numbered(judgement.first?.urgent ?? null),
    },
    facts: judgement.facts,
    evidence: judgement.evidence.map(({ path, messages, words }) => ({
      fact: path,
      messages: messages.map((index) => index + leftOut + 1),
      words,
    })),
    messages: judgement.messages.map((one, index) => messageResult(one, index + leftOut + 1)),
    doubt: judgement.doubt === null ? null : { mildest: judgement.doubt.mildest, darkest: judgement.doubt.darkest },
    ...(chatModel !== undefined && { chatModel }),
    leftOut,
    textModel,
  };
  // The result is made of texts, numbers and lists alone.
  const escalation = result as unknown as JsonObject;
  return {
    port: outcome,
    item: recordDecision({ ...item, [escalationKey]: escalation }, stepName, decision),
    decision,
    ...(by !== undefined && { by }),
  };
}

function settled(
  judgement: ConversationJudgement,
  opinion: SecondOpinion | null,
): Pick<ConversationJudgement, 'outcome' | 'results' | 'decision'> & Pick<EscalatedItem, 'by'> {
  const { outcome, results, decision, doubt } = judgement;
  const unchanged = { outcome, results, decision };
  if (opinion?.kind !== 'given' || doubt === null) return unchanged;
  const open = openOutcomes(outcome, doubt);
  if (opinion.outcome === outcome || !open.includes(opinion.outcome)) return unchanged;
  const percent = Math.round(opinion.probability * 100);
  return {
    outcome: opinion.outcome,
    // As the table would say it of a reading with that outcome; where no reading came to it, nothing is said.
    results: doubt.results[opinion.outcome] ?? {},
    decision: {
      kind: 'logged',
      outcome: opinion.outcome,
      reasons: [
        {
          row: chatModelRule,
          text: `The text leaves open ${open.join(' or ')}. The table says ${outcome}; a chat model, ${percent} % sure, says ${opinion.outcome}.`,
        },
      ],
      ruleId: chatModelRule,
      matched: [chatModelRule],
      tableId: chatModelRule,
      tableVersion: '',
      tableDigest: '',
      required: [decision],
    },
    by: { kind: 'model', name: opinion.model },
  };
}
