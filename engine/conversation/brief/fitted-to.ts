import { briefSections, type BriefSection, type HandoffBrief } from '../model/handoff-brief.ts';
import { briefAsMarkdown, entryLines } from './brief-as-markdown.ts';
import { labelsIn } from './labels/labels-in.ts';
import { entriesOf } from './present-brief.ts';

interface Candidate {
  section: BriefSection;
  index: number;
  importance: number;
  length: number;
}

/** Room for the line that says what was cut. */
const cutLine = 200;

/**
 * Cuts whole entries, the least important first, until the Markdown of the brief keeps to a length; `cut` says how many of which
 * section. What stands in the header is not cut, so that a brief may be longer than the limit where that alone is.
 * @param most characters
 */
export function fittedTo(brief: HandoffBrief, most: number): HandoffBrief {
  let length = briefAsMarkdown(brief).length;
  if (length <= most) return brief;
  const candidates = candidatesOf(brief);
  const cut = new Map<BriefSection, Set<number>>();
  let next = 0;
  const cutOne = () => {
    const one = candidates[next++];
    if (one === undefined) return false;
    cut.set(one.section, (cut.get(one.section) ?? new Set()).add(one.index));
    length -= one.length;
    return true;
  };
  while (length > most - cutLine && cutOne());
  let fitted = without(brief, cut);
  while (briefAsMarkdown(fitted).length > most && cutOne()) fitted = without(brief, cut);
  return fitted;
}

/** What may be cut, the least important first; of equals the first in the section. */
function candidatesOf(brief: HandoffBrief): Candidate[] {
  const entries = entriesOf(brief, labelsIn(brief.language));
  return briefSections
    .flatMap((section) =>
      entries[section].map((entry, index) => ({
        section,
        index,
        importance: importanceOf(brief, section, index),
        length: entryLines(entry, '1.').join('\n').length + 1,
      })),
    )
    .sort((a, b) => a.importance - b.importance);
}

/**
 * How much a person would miss an entry, 0 to 100. Chosen: what to do and what is wanted before what was, promises before moods, the
 * newest of the story before the oldest, since the old is found in the channels.
 */
function importanceOf(brief: HandoffBrief, section: BriefSection, index: number): number {
  const first = brief.situations[0]?.situation;
  switch (section) {
    case 'next':
      return brief.next[index]?.situation === first ? 99 - index / 100 : 84 - index / 100;
    case 'wants':
      return 95 - index;
    case 'promises':
      return brief.promises[index]?.overdue === true ? 94 : 88;
    case 'doNotAsk':
      return 72;
    case 'avoid':
      return brief.avoid[index]?.situation === first ? 78 : 52;
    case 'say':
      return brief.say[index]?.situation === first ? 76 : 50;
    case 'failed':
      return 74 - index / 10;
    case 'who':
      return whoImportance(brief, index);
    case 'feelings':
      return 66 - index;
    case 'automation':
      // Newer ones last: what is decided last explains most.
      return 54 + (10 * (index + 1)) / brief.automation.length;
    case 'timeline':
      return timelineImportance(brief, index);
  }
}

function whoImportance(brief: HandoffBrief, index: number): number {
  const field = brief.who[index];
  if (field === undefined || field.value === null) return 40;
  if (field.field === 'name' || field.field === 'id' || field.field === 'vulnerable') return 92;
  return field.field === 'other' ? 45 : 70;
}

function timelineImportance(brief: HandoffBrief, index: number): number {
  const entry = brief.timeline[index];
  if (entry?.marks.includes('led') === true) return 80;
  if (entry !== undefined && entry.marks.length > 0) return 68;
  const fromEnd = brief.timeline.length - index;
  return fromEnd <= 2 ? 67 : 10 + (30 * (index + 1)) / brief.timeline.length;
}

function without(brief: HandoffBrief, cut: ReadonlyMap<BriefSection, ReadonlySet<number>>): HandoffBrief {
  const kept = <Entry>(section: BriefSection, entries: readonly Entry[]): Entry[] =>
    entries.filter((_, index) => cut.get(section)?.has(index) !== true);
  return {
    ...brief,
    who: kept('who', brief.who),
    wants: kept('wants', brief.wants),
    timeline: kept('timeline', brief.timeline),
    automation: kept('automation', brief.automation),
    failed: kept('failed', brief.failed),
    feelings: { ...brief.feelings, quotes: kept('feelings', brief.feelings.quotes) },
    promises: kept('promises', brief.promises),
    next: kept('next', brief.next),
    say: kept('say', brief.say),
    avoid: kept('avoid', brief.avoid),
    doNotAsk: kept('doNotAsk', brief.doNotAsk),
    cut: briefSections.flatMap((section) => {
      const entries = cut.get(section)?.size ?? 0;
      return entries === 0 ? [] : [{ section, entries }];
    }),
  };
}
