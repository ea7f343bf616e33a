import type { ConversationFacts } from '../../conversation/model/conversation-facts.ts';
import type { ConversationOutcome, Doubt } from '../../conversation/model/judgement.ts';
import type { ScoredMessage } from '../../conversation/model/scored-message.ts';
import type { JsonObject } from '../../json.ts';
import type { MessageAuthor } from '../../sentiment/model/message.ts';
import type { TextScore } from '../../sentiment/model/text-score.ts';
import type { SecondOpinion } from './second-opinion.ts';

/** The member of an item under which the result stands. */
export const escalationKey = 'escalation';

/** What is known of the conversation of an item; it stands under `escalation`. Messages are numbered from 1, as they stand in the item. */
export interface EscalationResult {
  outcome: ConversationOutcome;
  /** Further results of the table, such as `respondWithinHours` and `queue`. */
  results: JsonObject;
  reasons: readonly string[];
  /** Row, ground and messages in sentences. */
  because: string;
  decidedBy: 'table' | 'distress' | 'chat-model';
  /** The message that led to the outcome; null for `continue`. */
  ledBy: number | null;
  /** The messages with which the conversation was first worth escalating, and first urgent. */
  first: { escalate: number | null; urgent: number | null };
  facts: ConversationFacts;
  /** What the deciding row rests on: messages, and words of the customer. */
  evidence: readonly { fact: string; messages: readonly number[]; words: readonly string[] }[];
  messages: readonly MessageResult[];
  doubt: Pick<Doubt, 'mildest' | 'darkest'> | null;
  /** Only where the step asks one: the opinion, or why there is none; `asked: false` where there was no doubt. */
  chatModel?: ChatModelResult;
  /** Messages at the beginning that were not read. */
  leftOut: number;
  textModel: TextModelName;
}

/** What one message says of its author; of the company's messages the author alone. */
export interface MessageResult {
  number: number;
  author: MessageAuthor;
  at?: string;
  language?: TextScore['language'];
  score?: number;
  label?: TextScore['label'];
  probability?: number;
  /** Those that were found, by name. */
  emotions?: Readonly<Record<string, number>>;
  signals?: Readonly<Record<string, number>>;
  threats?: TextScore['threats'];
  vulnerabilities?: TextScore['vulnerabilities'];
  /** How likely it needs a person, 0 to 1. */
  need?: number;
  asksForPerson?: true;
  settled?: true;
  words?: TextScore['words'];
}

export type ChatModelResult =
  | { asked: false }
  | { asked: true; used: 'chat-model'; outcome: ConversationOutcome; probability: number; model: string }
  | { asked: true; used: 'built-in'; why: string; model?: string; outcome?: ConversationOutcome; probability?: number };

/** Which model read the texts. */
export interface TextModelName {
  id: string;
  version: string;
  /** Id of the own labels that adapted it. */
  overlay?: string;
}

/** One message as the item shows it. */
export function messageResult({ message, score }: ScoredMessage, number: number): MessageResult {
  const { author, at } = message;
  const placed = { number, author, ...(at !== undefined && { at }) };
  if (score === null) return placed;
  const { language, label, probability, threats, vulnerabilities, need, asksForPerson, settled, words } = score;
  return {
    ...placed,
    language,
    score: score.score,
    label,
    probability,
    emotions: found(score.emotions),
    signals: found(score.signals),
    ...(threats.length > 0 && { threats }),
    ...(vulnerabilities.length > 0 && { vulnerabilities }),
    ...(need !== null && { need }),
    ...(asksForPerson && { asksForPerson }),
    ...(settled && { settled }),
    words,
  };
}

function found(strengths: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(strengths).filter(([, strength]) => strength > 0));
}

/** What the item says of the chat model; undefined where the step asks none. */
export function chatModelResult(opinion: SecondOpinion | null, asks: boolean): ChatModelResult | undefined {
  if (!asks) return undefined;
  if (opinion === null) return { asked: false };
  const { model } = opinion;
  return opinion.kind === 'given'
    ? {
        asked: true,
        used: 'chat-model',
        outcome: opinion.outcome,
        probability: opinion.probability,
        model: opinion.model,
      }
    : { asked: true, used: 'built-in', why: opinion.why, ...(model !== undefined && { model }) };
}
