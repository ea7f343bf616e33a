import type { JsonObject } from '../../json.ts';
import type { FullLanguage } from '../../sentiment/model/language.ts';
import type { ConversationJudgement } from './judgement.ts';
import type { Playbook } from './playbook.ts';

/** Everything that a brief is made of. What is not given is not known, and nothing is made up for it. */
export interface HandoffInput {
  /** Who the customer is, from `readCustomer` or put together by the caller. */
  customer?: HandoffCustomer;
  /** The conversation across all channels, judged; its messages are quoted by their place in it. */
  judgement: ConversationJudgement;
  /** As they stand in `steward.decisions` of the item, with `step` and, where recorded, `ledger: { stream, sequence }`. */
  decisions?: readonly JsonObject[];
  /** That were made elsewhere, in a CRM or on the phone. */
  promises?: readonly KnownPromise[];
  /** What was tried without success. */
  failed?: readonly FailedAttempt[];
  /** ISO 8601 with offset: what is overdue is held against it. @default the time of the last message */
  now?: string;
  settings: HandoffSettings;
}

export interface HandoffSettings {
  /** Of the brief; what is said to the customer is in theirs. @default 'en' */
  language?: FullLanguage;
  /** Most characters of the brief as Markdown, 1,000 to 100,000; what is outside counts as the nearest. @default 8,000 */
  maxCharacters?: number;
  playbook: Playbook;
}

/** What is known of a customer. An absent member is not known. */
export interface HandoffCustomer {
  name?: string;
  /** As the company counts its customers. */
  id?: string;
  email?: string;
  phone?: string;
  /** `YYYY-MM-DD` or whatever the record says. */
  since?: string;
  tier?: string;
  lifetimeValue?: number;
  /** ISO 4217. */
  currency?: string;
  /** As the record says it; the language of the conversation is found in its texts. */
  language?: string;
  preferredChannel?: string;
  /** On record as vulnerable. */
  vulnerable?: boolean;
  /** What the customer agreed to, or did not, by purpose or channel. */
  consents?: readonly { to: string; state: 'granted' | 'refused' | 'unknown' }[];
  /** Further fields that the person should see, in order. */
  further?: readonly { label: string; value: string }[];
}

export interface KnownPromise {
  text: string;
  /** Name or role. */
  by?: string;
  /** When it was given; ISO 8601. */
  at?: string;
  /** Until when; ISO 8601, a moment or a day. */
  due?: string;
}

export interface FailedAttempt {
  /** What was tried, in a few words. */
  what: string;
  at?: string;
  /** Why it failed. */
  why?: string;
}
