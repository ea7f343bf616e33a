import type { JsonValue } from '../../json.ts';
import type { FullLanguage } from '../../sentiment/model/language.ts';
import type { Emotion } from '../../sentiment/model/text-score.ts';
import type { MessageAuthor } from '../../sentiment/model/message.ts';
import type { ConversationOutcome } from './judgement.ts';
import type { Situation } from './situation.ts';

/**
 * What a person needs to take a conversation over, so that the customer need not repeat anything. Extractive: every word of the customer or of
 * the company stands in a message, and every field in a record. JSON Schema: `rules/schema/handoff-brief.schema.json`.
 */
export interface HandoffBrief {
  schemaVersion: 1;
  /** Of labels, steps and things to avoid. */
  language: FullLanguage;
  /** In which the customer writes, as found; null where it could not be told. ISO 639-1. */
  customerLanguage: string | null;
  outcome: ConversationOutcome;
  /** Hours within which somebody answers; null where the table does not say it. */
  respondWithinHours: number | null;
  queue: string | null;
  /** Why a person is needed: the reasons of the table's rows. In the table's own language. */
  why: string[];
  /** Gravest first; at least one. */
  situations: { situation: Situation; title: string }[];
  who: BriefField[];
  /** What the customer wants, in their words, newest first; empty: it is not said anywhere. */
  wants: BriefQuote[];
  /** Oldest first, across channels. */
  timeline: TimelineEntry[];
  /** What automation decided, oldest first. */
  automation: AutomationEntry[];
  failed: FailedEntry[];
  feelings: BriefFeelings;
  promises: PromiseEntry[];
  next: BriefAdvice[];
  /** Sentences for the customer, in their language where the playbook has it, else in the brief's. */
  say: BriefAdvice[];
  avoid: BriefAdvice[];
  /** What the customer has said already. */
  doNotAsk: GivenFact[];
  /** What the length limit took out, by section; empty: nothing. */
  cut: { section: BriefSection; entries: number }[];
}

/** Sections that entries can be cut from. */
export const briefSections = [
  'who',
  'wants',
  'timeline',
  'automation',
  'failed',
  'feelings',
  'promises',
  'next',
  'say',
  'avoid',
  'doNotAsk',
] as const;
export type BriefSection = (typeof briefSections)[number];

/** Fields of a customer, in the order of a brief. `other`: a further one, with a label of the caller's. */
export const customerFields = [
  'name',
  'id',
  'email',
  'phone',
  'since',
  'tier',
  'lifetimeValue',
  'language',
  'preferredChannel',
  'vulnerable',
  'consent',
  'other',
] as const;
export type CustomerField = (typeof customerFields)[number];

export interface BriefField {
  field: CustomerField;
  label: string;
  /** Null: not known, which is said of fields that everybody expects. */
  value: string | null;
}

/** Where in the conversation a thing stands. */
export interface BriefPlace {
  /** Number of the message as given, from 1. */
  message: number;
  /** As the message has it; absent: not known. */
  at?: string;
  channel?: string;
}

export interface BriefQuote extends BriefPlace {
  text: string;
}

export interface TimelineEntry extends BriefQuote {
  author: MessageAuthor;
  /** -1 to 1, of messages of the customer that were scored. */
  score?: number;
  /** `led`: led to the handover; `worst`: the worst of the customer; `turned`: where the mood fell. */
  marks: ('led' | 'worst' | 'turned')[];
  /** True where `text` is only the beginning of the message. */
  shortened: boolean;
}

export interface AutomationEntry {
  /** Name of the step in the workflow; null where the record does not say it. */
  step: string | null;
  /** Name and version of table, or what the decision is called. */
  by: string;
  outcome: JsonValue;
  /** Row and reason. */
  reasons: { row: string; text: string }[];
  /** Where it is recorded; null: it is not in the ledger. */
  ledger: { stream: string; sequence: number } | null;
}

export interface FailedEntry {
  what: string;
  at?: string;
  why?: string;
  /** Message that says so; absent where it was given as known. */
  message?: number;
}

export interface BriefFeelings {
  /** Mean of the open part of the conversation, -1 to 1; null: nothing could be read. */
  now: number | null;
  /** Change per message; null below three messages. */
  slope: number | null;
  emotions: Emotion[];
  /** The first message from which on the mood is low; null where it is not. */
  since: BriefQuote | null;
  /** Scores of the customer's messages, oldest first. */
  scores: { message: number; score: number }[];
  /** Words in which it shows, worst first. */
  quotes: BriefQuote[];
}

export interface PromiseEntry {
  /** The sentence of the promise. */
  text: string;
  /** `agent`, `automation`, or whom the caller named; null: not known. */
  by: string | null;
  at?: string;
  /** As it was said: "by Friday". */
  dueText?: string;
  /** ISO 8601 day or moment, where it can be told; absent otherwise. */
  due?: string;
  /** Held against now; null where either is not known. */
  overdue: boolean | null;
  message?: number;
}

export interface BriefAdvice {
  situation: Situation;
  text: string;
}

export interface GivenFact {
  /** `order`, `email`, `phone`, `address`, …: see docs/conversations.md. */
  what: string;
  label: string;
  /** As the customer wrote it; masked where it must not be read on (cards, accounts, credentials). */
  value: string;
  message: number;
}
