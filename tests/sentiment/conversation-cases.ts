import { readFileSync } from 'node:fs';
import type { caseLanguages, caseOutcomes } from './message-cases.ts';

export const caseAuthors = ['customer', 'agent', 'bot'] as const;

export interface CaseMessage {
  readonly author: (typeof caseAuthors)[number];
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly channel: string;
  /** Of the ticket, call or chat session that the message belongs to. */
  readonly contact: string;
  readonly text: string;
}

/** One conversation of `tests/cases/conversation/conversations.json`. */
export interface ConversationCase {
  readonly id: string;
  readonly language: (typeof caseLanguages)[number];
  /** What it shows, in its own language. */
  readonly title: string;
  /** As a record of a CRM has it; the members are those of a handoff's customer. */
  readonly customer: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly messages: readonly CaseMessage[];
  readonly expected: {
    /** Place of the message after which a person is needed for the first time, from 0; null: automation may go on to the end. */
    readonly escalatesAt: number | null;
    /** After that message; `continue` where there is none. */
    readonly outcome: (typeof caseOutcomes)[number];
    /** Place of the message after which it is urgent for the first time; null: never. */
    readonly urgentAt: number | null;
    /** For people who read the case, in its language. */
    readonly because: readonly string[];
  };
}

export function readConversationCases(): ConversationCase[] {
  const file = new URL('../cases/conversation/conversations.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ConversationCase[];
}
