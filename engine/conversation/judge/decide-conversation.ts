import type { Decision } from '../../decision/decision.ts';
import { decideTable, noMatchIssue } from '../../decision/evaluate/decide.ts';
import { itemIsFacts } from '../../decision/facts/fact-mapping.ts';
import type { Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { ConversationFacts } from '../model/conversation-facts.ts';
import type { ConversationOutcome, JudgeOptions } from '../model/judgement.ts';
import { asOutcome, checkEscalationTable } from './check-escalation-table.ts';
import { itemWithFacts } from './item-with-facts.ts';

export interface DecidedConversation {
  outcome: ConversationOutcome;
  results: JsonObject;
  decision: Decision;
  item: JsonObject;
}

/** What the decision is called that distress makes where the table does not. */
export const distressRule = 'distress-is-always-urgent';

/**
 * Decides by the facts of a conversation. Distress is urgent, whatever the table says, and also when it cannot decide.
 * @returns issues of `checkEscalationTable`, of `decideTable`, and `no_match`
 */
export function decideConversation(facts: ConversationFacts, options: JudgeOptions): Result<DecidedConversation> {
  const { table, mapping = itemIsFacts, day } = options;
  const issues = checkEscalationTable(table);
  const item = itemWithFacts(options.item ?? {}, mapping.dataField, facts);
  const decided =
    issues.length > 0
      ? { ok: false as const, issues }
      : decideTable(table, item, mapping, day === undefined ? {} : { day });
  const distress = facts.signals?.distress === true;
  if (!decided.ok) return distress ? { ok: true, value: byDistress(item, {}, []) } : decided;
  const { decision, outcome: results } = decided.value;
  const outcome = results === null || Array.isArray(results) ? null : asOutcome(results['outcome']);
  if (distress && outcome !== 'urgent') return { ok: true, value: byDistress(item, {}, [decision]) };
  if (outcome === null) return { ok: false, issues: [noMatchIssue(table)] };
  return { ok: true, value: { outcome, results: { ...(results as JsonObject) }, decision, item } };
}

function byDistress(item: JsonObject, results: JsonObject, required: Decision[]): DecidedConversation {
  const decision: Decision = {
    kind: 'logged',
    outcome: 'urgent',
    reasons: [{ row: distressRule, text: 'The customer may be in distress. That is urgent, whatever the table says.' }],
    ruleId: distressRule,
    matched: [distressRule],
    tableId: distressRule,
    tableVersion: '',
    tableDigest: '',
    ...(required.length > 0 && { required }),
  };
  return { outcome: 'urgent', results: { ...results, outcome: 'urgent' }, decision, item };
}
