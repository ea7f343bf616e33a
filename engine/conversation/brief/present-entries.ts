import type {
  AutomationEntry,
  BriefField,
  BriefPlace,
  BriefQuote,
  FailedEntry,
  GivenFact,
  HandoffBrief,
  PromiseEntry,
  TimelineEntry,
} from '../model/handoff-brief.ts';
import type { JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { BriefLabels } from './labels/brief-labels.ts';
import { filled } from './labels/labels-in.ts';
import type { PresentedEntry } from './presented-brief.ts';

/** How each kind of entry of a brief reads. */
export interface EntryPresenter {
  who(field: BriefField): PresentedEntry;
  wants(quote: BriefQuote): PresentedEntry;
  timeline(entry: TimelineEntry): PresentedEntry;
  automation(entry: AutomationEntry): PresentedEntry;
  failed(entry: FailedEntry): PresentedEntry;
  feelings(quote: BriefQuote): PresentedEntry;
  promises(entry: PromiseEntry): PresentedEntry;
  advice(entry: HandoffBrief['next'][number]): PresentedEntry;
  spoken(entry: HandoffBrief['say'][number]): PresentedEntry;
  doNotAsk(fact: GivenFact): PresentedEntry;
}

export function entryPresenter(labels: BriefLabels): EntryPresenter {
  const number = (message: number | undefined) =>
    message === undefined ? [] : [filled(labels.message, { n: message })];
  const place = ({ at, channel, message }: Partial<BriefPlace>) => [
    ...(at === undefined ? [] : [whenText(at)]),
    ...(channel === undefined ? [] : [channel]),
    ...number(message),
  ];
  const plain = (text: string, parts: Partial<PresentedEntry> = {}): PresentedEntry => ({
    text,
    quote: false,
    meta: [],
    marks: [],
    lines: [],
    ...parts,
  });
  const authorOf = (by: string) => labels.authors[by as keyof BriefLabels['authors']] ?? by;
  return {
    who: ({ label, value }) => plain(value ?? labels.notKnown, { label }),
    wants: (quote) => plain(quote.text, { quote: true, meta: place(quote) }),
    timeline: (entry) =>
      plain(entry.text, {
        quote: true,
        label: labels.authors[entry.author],
        meta: [...place(entry), ...(entry.score === undefined ? [] : [moodText(entry.score, labels)])],
        marks: entry.marks.map((mark) => ({ text: labels.marks[mark], tone: mark === 'led' ? 'bad' : 'warn' })),
      }),
    automation: ({ step, by, outcome, reasons, ledger }) =>
      plain(outcomeText(outcome, labels), {
        label: step ?? by,
        meta: [
          ...(step === null || by === '' ? [] : [by]),
          ledger === null ? labels.notRecorded : filled(labels.ledger, { stream: ledger.stream, n: ledger.sequence }),
        ],
        lines: reasons.map(({ row, text }) => (row === '' ? text : `${row}: ${text}`)),
      }),
    failed: ({ what, why, at, message }) =>
      plain(what, {
        quote: message !== undefined,
        meta: place({ ...(at !== undefined && { at }), ...(message !== undefined && { message }) }),
        lines: why === undefined ? [] : [why],
      }),
    feelings: (quote) => plain(quote.text, { quote: true, meta: place(quote) }),
    promises: ({ text, by, at, dueText, due, overdue, message }) =>
      plain(text, {
        quote: message !== undefined,
        meta: [
          ...(by === null ? [] : [filled(labels.promisedBy, { by: authorOf(by) })]),
          ...place({ ...(at !== undefined && { at }), ...(message !== undefined && { message }) }),
          ...(due === undefined
            ? dueText === undefined
              ? []
              : [dueText]
            : [filled(labels.due, { due: whenText(due) })]),
        ],
        marks: overdue === true ? [{ text: labels.overdue, tone: 'bad' }] : [],
      }),
    advice: ({ text }) => plain(text),
    spoken: ({ text }) => plain(text, { quote: true }),
    doNotAsk: ({ label, value, message }) => plain(value, { label, meta: number(message) }),
  };
}

/** `2026-11-22 10:05 UTC`; as given where it has another form. */
export function whenText(at: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(at.trim());
  if (parts === null) return at;
  const [, day = '', time = '', offset = ''] = parts;
  return `${day} ${time}${offset === '' ? '' : /^z$/i.test(offset) ? ' UTC' : ` ${offset}`}`;
}

/** A score in words, with its figure. */
export function moodText(score: number, { moods }: BriefLabels): string {
  const step = score <= -0.6 ? 0 : score <= -0.2 ? 1 : score < 0.2 ? 2 : score < 0.6 ? 3 : 4;
  const sign = score > 0 ? '+' : score < 0 ? '\u2212' : '';
  return `${moods[step] ?? ''} (${sign}${Math.abs(score).toFixed(2)})`;
}

function outcomeText(outcome: JsonValue, labels: BriefLabels): string {
  if (outcome === null) return labels.notKnown;
  if (Array.isArray(outcome)) return outcome.map((one) => outcomeText(one, labels)).join('; ');
  if (isJsonObject(outcome)) {
    return Object.entries(outcome)
      .map(([name, value]) => `${name}: ${outcomeText(value ?? null, labels)}`)
      .join(', ');
  }
  return typeof outcome === 'boolean' ? (outcome ? labels.yes : labels.no) : String(outcome);
}
