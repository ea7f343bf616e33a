import type { BriefSection } from '../model/handoff-brief.ts';
import type { ConversationOutcome } from '../model/judgement.ts';

/** A brief in the words and the order in which people read it; Markdown and HTML are written from it. */
export interface PresentedBrief {
  /** ISO 639-1, of the brief. */
  language: string;
  /** ISO 639-1, of quotes; null: not known. */
  customerLanguage: string | null;
  /** Name and number of the customer; where neither is known the name of the document. */
  title: string;
  outcome: { kind: ConversationOutcome; text: string };
  /** Beside the outcome: time to answer, queue, language. */
  facts: string[];
  situations: string[];
  why: { title: string; reasons: string[] };
  /** In the order of reading; those with nothing to say are left out. */
  sections: PresentedSection[];
  /** What was cut; null: nothing. */
  cut: string | null;
}

export interface PresentedSection {
  section: BriefSection;
  title: string;
  /** Said where there are no entries. */
  empty: string | null;
  /** Steps to be followed in order. */
  ordered: boolean;
  /** Lines before the entries. */
  lead: string[];
  entries: PresentedEntry[];
}

export interface PresentedEntry {
  /** What the text is, as a name: "E-mail". */
  label?: string;
  text: string;
  /** Words of a person. */
  quote: boolean;
  /** Small print: when, where, by whom. */
  meta: string[];
  /** Short marks that stand out. */
  marks: { text: string; tone: 'bad' | 'warn' | 'plain' }[];
  /** Lines below. */
  lines: string[];
}
