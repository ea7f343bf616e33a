import { conversationOutcomes, type ConversationJudgement } from '../../conversation/model/judgement.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { escalationKey } from './escalation-result.ts';
import type { JudgedItem } from './judge-item.ts';

/**
 * The judgement of an item with the outcome of the step that decided before, where there is one: a chat model or another table may
 * have said otherwise, and who takes over is told what was decided.
 * @param item which may hold anything under `escalation`; what does not have its form is left aside
 * @example knownEscalation({ escalation: { outcome: 'urgent' } }, judged).outcome // 'urgent'
 */
export function knownEscalation(item: JsonObject, { conversation, judgement }: JudgedItem): ConversationJudgement {
  const known = item[escalationKey];
  if (!isJsonObject(known)) return judgement;
  const outcome = conversationOutcomes.find((one) => one === known['outcome']);
  if (outcome === undefined) return judgement;
  const { results, reasons, because, ledBy } = known;
  const texts = Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : [];
  const index = typeof ledBy === 'number' ? ledBy - 1 - conversation.leftOut : null;
  return {
    ...judgement,
    outcome,
    results: { ...(isJsonObject(results) ? results : {}), outcome },
    decision: { ...judgement.decision, outcome, reasons: texts.map((text) => ({ row: '', text })) },
    because: typeof because === 'string' ? because : judgement.because,
    ledBy: index !== null && index in judgement.messages ? index : null,
  };
}
