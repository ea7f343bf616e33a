import type { HandoffBrief } from '../model/handoff-brief.ts';
import { presentBrief } from './present-brief.ts';
import type { PresentedEntry } from './presented-brief.ts';
import { withoutControls } from './without-controls.ts';

/**
 * A brief as Markdown (CommonMark): for a note in a ticket. Whatever people wrote is escaped: it makes no heading, link, list or HTML.
 * @example briefAsMarkdown(brief).startsWith('# Urgent')
 */
export function briefAsMarkdown(brief: HandoffBrief): string {
  const { title, outcome, facts, situations, why, sections, cut } = presentBrief(brief);
  const lines = [`# ${[outcome.text, title].map(escaped).join(' · ')}`, ''];
  lines.push([`**${situations.map(escaped).join(' · ')}**`, ...facts.map(escaped)].join(' — '), '');
  if (why.reasons.length > 0)
    lines.push(`## ${escaped(why.title)}`, '', ...why.reasons.map((one) => `- ${escaped(one)}`), '');
  for (const section of sections) {
    lines.push(`## ${escaped(section.title)}`, '');
    if (section.lead.length > 0) lines.push(section.lead.map(escaped).join(' — '), '');
    if (section.empty !== null) lines.push(`_${escaped(section.empty)}_`);
    section.entries.forEach((entry, index) => {
      lines.push(...entryLines(entry, section.ordered ? `${index + 1}.` : '-'));
    });
    lines.push('');
  }
  if (cut !== null) lines.push(`_${escaped(cut)}_`, '');
  return lines.join('\n');
}

/** Lines of one entry, so that its length can be told without the rest. */
export function entryLines({ label, text, quote, meta, marks, lines }: PresentedEntry, bullet: string): string[] {
  const parts = [
    ...(label === undefined ? [] : [`**${escaped(label)}:**`]),
    quote ? `“${escaped(text)}”` : escaped(text),
    ...marks.map((mark) => `**[${escaped(mark.text)}]**`),
    ...(meta.length === 0 ? [] : [`_(${meta.map(escaped).join(', ')})_`]),
  ];
  return [`${bullet} ${parts.join(' ')}`, ...lines.map((line) => `  - ${escaped(line)}`)];
}

function escaped(text: string): string {
  return (
    withoutControls(text)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // Many readers make links of bare addresses.
      .replace(/:\/\//g, '\\://')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
      .replace(/^([-+=]|\d+(?=[.)]))/, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
  );
}
