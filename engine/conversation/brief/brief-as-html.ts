import type { BriefSection, HandoffBrief } from '../model/handoff-brief.ts';
import { briefStyles } from './brief-styles.ts';
import { presentBrief } from './present-brief.ts';
import type { PresentedBrief, PresentedEntry, PresentedSection } from './presented-brief.ts';
import { withoutControls } from './without-controls.ts';

/** What is asked and what to do; who it is and what is known; the story. Side by side where there is room, else in this order. */
const areas: readonly [name: string, sections: readonly BriefSection[]][] = [
  ['act', ['wants', 'next', 'say', 'avoid', 'promises']],
  ['know', ['who', 'doNotAsk', 'feelings', 'automation']],
  ['story', ['failed', 'timeline']],
];
/** Names and values. */
const pairs: readonly BriefSection[] = ['who', 'doNotAsk'];

/**
 * A brief as a page of its own: no script, no image, no address that is loaded, so that it can be mailed or shown in a frame. Light and
 * dark as the reader prefers, one column where it is narrow. Whatever people wrote is escaped, and shown in its own direction.
 * @example briefAsHtml(brief).includes('<script') // false, whatever the customer wrote
 */
export function briefAsHtml(brief: HandoffBrief): string {
  const presented = presentBrief(brief);
  const { language, title, outcome, facts, situations, why, sections, cut } = presented;
  const columns = areas.map(([name, wanted]) => {
    const inside = sections.filter(({ section }) => wanted.includes(section));
    return `<div class="${name}">\n${inside.map((one) => sectionHtml(one, brief, presented)).join('\n')}\n</div>`;
  });
  return `<!doctype html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${text(`${outcome.text} · ${title}`)}</title>
<style>${briefStyles}</style>
</head>
<body>
<main class="brief ${outcome.kind}">
<header>
<h1><span>${text(outcome.text)}</span>${text(title)}</h1>
<p class="situations">${situations.map(text).join(' · ')}</p>
${facts.length === 0 ? '' : `<p class="facts">${facts.map((fact, index) => (index === 0 ? `<b>${text(fact)}</b>` : text(fact))).join(' · ')}</p>`}
${why.reasons.length === 0 ? '' : `<h2>${text(why.title)}</h2>\n<ul>${why.reasons.map((reason) => `<li>${text(reason)}</li>`).join('')}</ul>`}
</header>
<div class="columns">
${columns.join('\n')}
</div>
${cut === null ? '' : `<p class="cut">${text(cut)}</p>`}
</main>
</body>
</html>
`;
}

function sectionHtml(
  { section, title, empty, ordered, lead, entries }: PresentedSection,
  brief: HandoffBrief,
  presented: PresentedBrief,
): string {
  const body: string[] = lead.map((line) => `<p class="lead">${text(line)}</p>`);
  if (empty !== null) body.push(`<p class="empty">${text(empty)}</p>`);
  if (entries.length > 0 && pairs.includes(section)) {
    body.push(
      `<dl>${entries.map((entry) => pairHtml(entry, section === 'doNotAsk' ? null : brief.language)).join('\n')}</dl>`,
    );
  } else if (entries.length > 0) {
    const tag = ordered ? 'ol' : 'ul';
    const items = entries.map((entry, index) => itemHtml(entry, classesOf(section, index, brief), presented));
    body.push(`<${tag}>${items.join('\n')}</${tag}>`);
  }
  const id = `brief-${section}`;
  return `<section class="${section}" aria-labelledby="${id}"><h2 id="${id}">${text(title)}</h2>\n${body.join('\n')}</section>`;
}

function pairHtml({ label = '', text: value, meta }: PresentedEntry, language: string | null): string {
  const small = meta.length === 0 ? '' : ` <span class="meta">${meta.map(text).join(', ')}</span>`;
  return `<dt>${text(label)}</dt><dd${language === null ? ' dir="auto"' : ''}>${text(value)}${small}</dd>`;
}

function itemHtml(entry: PresentedEntry, classes: string, { customerLanguage }: PresentedBrief): string {
  const { label, text: words, quote, meta, marks, lines } = entry;
  const head = [
    ...(label === undefined ? [] : [`<span class="label">${text(label)}</span>`]),
    ...marks.map(({ text: mark, tone }) => `<span class="mark ${tone}">${text(mark)}</span>`),
    ...(meta.length === 0 ? [] : [`<span class="meta">${meta.map(text).join(' · ')}</span>`]),
  ];
  const language = customerLanguage === null ? '' : ` lang="${attribute(customerLanguage)}"`;
  const said = quote ? `<q dir="auto"${language}>${text(words)}</q>` : `<span class="said">${text(words)}</span>`;
  const below =
    lines.length === 0 ? '' : `<ul class="lines">${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`;
  const parts = label === undefined ? [said, ...head] : [...head, said];
  return `<li${classes === '' ? '' : ` class="${classes}"`}>${parts.join(' ')}${below}</li>`;
}

/** Who wrote, and whether it led to the handover: by colour beside the words that say it. */
function classesOf(section: BriefSection, index: number, { timeline }: HandoffBrief): string {
  const entry = section === 'timeline' ? timeline[index] : undefined;
  if (entry === undefined) return '';
  return entry.marks.includes('led') ? `${entry.author} led` : entry.author;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(value: string): string {
  return withoutControls(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** A code of a language, and nothing else. */
function attribute(value: string): string {
  return value.replace(/[^A-Za-z0-9-]/g, '');
}
