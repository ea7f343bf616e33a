import { readPath } from '../../decision/facts/read-path.ts';
import type { Decision } from '../../decision/decision.ts';
import type { DecisionTable } from '../../decision/model.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { ConversationFacts, FactEvidence } from '../model/conversation-facts.ts';
import type { ConversationOutcome } from '../model/judgement.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { distressRule } from './decide-conversation.ts';

interface Judged {
  outcome: ConversationOutcome;
  decision: Decision;
  facts: ConversationFacts;
  evidence: readonly FactEvidence[];
  messages: readonly ScoredMessage[];
  table: DecisionTable;
}

/** Messages that are named for a fact. Chosen: 5, because the judgement itself has them all. */
const named = 5;

/**
 * Why a conversation was judged so, in English sentences: outcome, row and its reason, the facts and the messages behind them (counted
 * from 1, as given). No words of the customer.
 */
export function inWords({ outcome, decision, facts, evidence, messages, table }: Judged): string {
  const [reason] = decision.reasons;
  const by =
    decision.ruleId === distressRule
      ? 'whatever the table says'
      : `by row "${String(decision.ruleId ?? 'default')}" of "${table.name}" ${table.version}`;
  const head = `${titles[outcome]}, ${by}.`;
  const why = reason === undefined ? '' : ` ${reason.text}`;
  const rests = evidence.map((one) => fact(one, facts, table, messages.length));
  return `${head}${why}${rests.length === 0 ? '' : ` It rests on ${rests.join('; ')}.`}`;
}

const titles: Record<ConversationOutcome, string> = {
  continue: 'Continue',
  escalate: 'Escalate to a person',
  urgent: 'Urgent: a person now',
};

function fact({ path, messages }: FactEvidence, facts: ConversationFacts, table: DecisionTable, all: number): string {
  const name = table.inputs.find((input) => input.path === path)?.name ?? path;
  const value = valueText(readPath(facts as unknown as JsonObject, path) ?? null);
  const shown = messages.slice(-named).map((index) => index + 1);
  const more = messages.length > shown.length ? ` and ${messages.length - shown.length} before` : '';
  const where = all === 1 ? '' : ` (message${messages.length === 1 ? '' : 's'} ${shown.join(', ')}${more})`;
  return `${name}: ${value}${where}`;
}

function valueText(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
