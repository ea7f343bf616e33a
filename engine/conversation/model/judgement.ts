import type { Decision } from '../../decision/decision.ts';
import type { FactMapping } from '../../decision/facts/fact-mapping.ts';
import type { DecisionTable } from '../../decision/model.ts';
import type { JsonObject } from '../../json.ts';
import type { ConversationFacts, FactEvidence } from './conversation-facts.ts';
import type { ScoredMessage } from './scored-message.ts';

/** What becomes of a conversation, from the mildest to the gravest. */
export const conversationOutcomes = ['continue', 'escalate', 'urgent'] as const;
export type ConversationOutcome = (typeof conversationOutcomes)[number];

/** What a conversation is judged by, besides its messages. */
export interface JudgeOptions {
  /** One outcome (`outcome`: `continue`, `escalate`, `urgent`) from `conversation.*`, `signals.*` and whatever else the item holds. */
  table: DecisionTable;
  /** Facts beside the conversation, such as `customer.lifetimeValue`. @default none */
  item?: JsonObject;
  /** Where in `item` those are; facts of the conversation are put beside them. @default the item itself */
  mapping?: FactMapping;
  /** ISO 8601 with offset. Before the last message it counts as that one's time. @default the time of the last message */
  now?: string;
  /** Day of the decision, `YYYY-MM-DD`, where the table has days of validity. */
  day?: string;
  /** Also say at which message the conversation first escalated: one decision more per message. @default false */
  whenFirst?: boolean;
}

export interface ConversationJudgement {
  outcome: ConversationOutcome;
  /** The table's further results, such as `respondWithinHours` and `queue`. */
  results: JsonObject;
  /**
   * For the ledger; no words of the customer. Of kind `logged` where distress made urgent what the table did not: the table's own decision
   * is then the one that it required.
   */
  decision: Decision;
  facts: ConversationFacts;
  /** The item with `facts` in it, where the table read them. */
  item: JsonObject;
  /** In the order given. */
  messages: readonly ScoredMessage[];
  /** Which messages the deciding row rests on. */
  evidence: FactEvidence[];
  /** Index of the message that led to the outcome: the last one that the deciding row rests on. Null for `continue`. */
  ledBy: number | null;
  /** Row, ground and messages in English sentences; no words of the customer. */
  because: string;
  /** Which further outcome the text allows, read as darkly or as mildly as its uncertainty lets one; null where none does, and for `urgent`. */
  doubt: Doubt | null;
  /** Null where it was not asked. */
  first: FirstTimes | null;
}

/** Outcomes at both ends of what the last message of the customer may mean. */
export interface Doubt {
  darkest: ConversationOutcome;
  mildest: ConversationOutcome;
  /** What the table says besides, such as `queue`, of each of them. */
  results: Readonly<Partial<Record<ConversationOutcome, JsonObject>>>;
}

/** Indexes of the messages with which the conversation was first worth escalating and first urgent; null: never. */
export interface FirstTimes {
  escalate: number | null;
  urgent: number | null;
}
