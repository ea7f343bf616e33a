import type { Emotion } from '../../../sentiment/model/text-score.ts';
import type { MessageAuthor } from '../../../sentiment/model/message.ts';
import type { BriefSection, CustomerField, TimelineEntry } from '../../model/handoff-brief.ts';
import type { ConversationOutcome } from '../../model/judgement.ts';

/** The words of a brief in one language. `{n}` and the like stand for what is filled in. */
export interface BriefLabels {
  title: string;
  outcomes: Record<ConversationOutcome, string>;
  /** `{time}`: one of the next two. */
  answerWithin: string;
  minutes: string;
  hours: string;
  queue: string;
  why: string;
  /** `{language}`. */
  writes: string;
  sections: Record<BriefSection, string>;
  /** What stands in a section without entries. */
  nothing: string;
  wantNotSaid: string;
  notKnown: string;
  yes: string;
  no: string;
  fields: Record<CustomerField, string>;
  consents: Record<'granted' | 'refused' | 'unknown', string>;
  /** By kind of fact. */
  given: Record<string, string>;
  authors: Record<MessageAuthor, string>;
  marks: Record<TimelineEntry['marks'][number], string>;
  /** From the lowest mood to the highest. */
  moods: readonly [string, string, string, string, string];
  trends: Record<'falling' | 'steady' | 'rising', string>;
  emotions: Record<Emotion, string>;
  /** `{when}`. */
  since: string;
  /** `{by}`. */
  promisedBy: string;
  /** `{due}`. */
  due: string;
  overdue: string;
  /** `{n}`. */
  message: string;
  /** `{stream}`, `{n}`. */
  ledger: string;
  notRecorded: string;
  /** `{entries}`: `{n} × section`, with commas. */
  cut: string;
}
