import type { BriefSection, HandoffBrief } from '../model/handoff-brief.ts';
import type { BriefLabels } from './labels/brief-labels.ts';
import { filled, labelsIn } from './labels/labels-in.ts';
import { entryPresenter, moodText, whenText } from './present-entries.ts';
import type { PresentedBrief, PresentedEntry, PresentedSection } from './presented-brief.ts';

/** What a person reads first stands first: what is wanted and what to do; the whole story stands last. */
const readingOrder: readonly BriefSection[] = [
  'wants',
  'next',
  'say',
  'avoid',
  'promises',
  'who',
  'doNotAsk',
  'feelings',
  'failed',
  'automation',
  'timeline',
];

/** Puts a brief into words. */
export function presentBrief(brief: HandoffBrief): PresentedBrief {
  const labels = labelsIn(brief.language);
  const entries = entriesOf(brief, labels);
  return {
    language: brief.language,
    customerLanguage: brief.customerLanguage,
    title: customerTitle(brief) ?? labels.title,
    outcome: { kind: brief.outcome, text: labels.outcomes[brief.outcome] },
    facts: headFacts(brief, labels),
    situations: brief.situations.map(({ title }) => title),
    why: { title: labels.why, reasons: brief.why },
    sections: readingOrder.flatMap((section) => present(section, entries[section], brief, labels)),
    cut:
      brief.cut.length === 0
        ? null
        : filled(labels.cut, {
            entries: brief.cut
              .map(({ section, entries: count }) => `${count} × ${labels.sections[section]}`)
              .join(', '),
          }),
  };
}

/** The entries of each section, in the order of the brief. */
export function entriesOf(brief: HandoffBrief, labels: BriefLabels): Record<BriefSection, PresentedEntry[]> {
  const presenter = entryPresenter(labels);
  return {
    who: brief.who.map(presenter.who),
    wants: brief.wants.map(presenter.wants),
    timeline: brief.timeline.map(presenter.timeline),
    automation: brief.automation.map(presenter.automation),
    failed: brief.failed.map(presenter.failed),
    feelings: brief.feelings.quotes.map(presenter.feelings),
    promises: brief.promises.map(presenter.promises),
    next: brief.next.map((one, index) => {
      // The first step of each situation says which it is for.
      const isFirst = brief.next[index - 1]?.situation !== one.situation;
      const title = brief.situations.find(({ situation }) => situation === one.situation)?.title;
      return { ...presenter.advice(one), ...(isFirst && title !== undefined && { meta: [title] }) };
    }),
    say: brief.say.map(presenter.spoken),
    avoid: brief.avoid.map(presenter.advice),
    doNotAsk: brief.doNotAsk.map(presenter.doNotAsk),
  };
}

function present(
  section: BriefSection,
  entries: PresentedEntry[],
  brief: HandoffBrief,
  labels: BriefLabels,
): PresentedSection[] {
  const lead = section === 'feelings' ? feelingLines(brief, labels) : [];
  // What was cut is not unknown.
  const isCut = brief.cut.some((one) => one.section === section);
  const empty = entries.length > 0 || isCut ? null : emptyText(section, labels);
  if (entries.length === 0 && lead.length === 0 && empty === null) return [];
  return [{ section, title: labels.sections[section], empty, ordered: section === 'next', lead, entries }];
}

/** Name and number of the customer; null where neither is known. */
function customerTitle({ who }: HandoffBrief): string | null {
  const known = who.filter(({ field, value }) => (field === 'name' || field === 'id') && value !== null);
  return known.length === 0 ? null : known.map(({ value }) => value).join(' · ');
}

/** Of these it matters that there is nothing. */
function emptyText(section: BriefSection, labels: BriefLabels): string | null {
  if (section === 'wants') return labels.wantNotSaid;
  return section === 'promises' || section === 'failed' ? labels.nothing : null;
}

function headFacts(
  { respondWithinHours, queue, customerLanguage, language }: HandoffBrief,
  labels: BriefLabels,
): string[] {
  const facts: string[] = [];
  if (respondWithinHours !== null) {
    const time =
      respondWithinHours < 1
        ? filled(labels.minutes, { n: Math.round(respondWithinHours * 60) })
        : filled(labels.hours, { n: respondWithinHours });
    facts.push(filled(labels.answerWithin, { time }));
  }
  if (queue !== null) facts.push(`${labels.queue}: ${queue.replaceAll('_', ' ')}`);
  if (customerLanguage !== null) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(customerLanguage);
    facts.push(filled(labels.writes, { language: name ?? customerLanguage }));
  }
  return facts;
}

/** From here on a slope is a trend. */
const steadyWithin = 0.05;

function feelingLines({ feelings }: HandoffBrief, labels: BriefLabels): string[] {
  const { now, slope, emotions, since } = feelings;
  if (now === null) return [];
  const trend =
    slope === null ? null : slope <= -steadyWithin ? 'falling' : slope >= steadyWithin ? 'rising' : 'steady';
  const lines = [[moodText(now, labels), ...(trend === null ? [] : [labels.trends[trend]])].join(', ')];
  if (emotions.length > 0) lines.push(emotions.map((emotion) => labels.emotions[emotion]).join(', '));
  if (since !== null) {
    const place = [
      ...(since.at === undefined ? [] : [whenText(since.at)]),
      filled(labels.message, { n: since.message }),
    ];
    lines.push(filled(labels.since, { when: place.join(', ') }));
  }
  return lines;
}
