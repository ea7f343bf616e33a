import type { FullLanguage } from '../../sentiment/model/language.ts';
import type { BriefAdvice } from '../model/handoff-brief.ts';
import type { Playbook, PlaybookSituation, Wording } from '../model/playbook.ts';
import type { Situation } from '../model/situation.ts';

/** Situations that are advised on. Chosen: 4, because nobody follows the steps of more at once; the others are named. */
const mostSituations = 4;

export interface Advice {
  next: BriefAdvice[];
  say: BriefAdvice[];
  avoid: BriefAdvice[];
}

/**
 * What the playbook says to the situations, gravest first, each sentence once.
 * @param language of steps and of what to avoid
 * @param spoken in which the customer is addressed
 */
export function adviceFor(
  playbook: Playbook,
  situations: readonly Situation[],
  language: FullLanguage,
  spoken: FullLanguage,
): Advice {
  const entries = situations
    .map((situation) => playbook.situations.find((one) => one.situation === situation))
    .filter((one) => one !== undefined)
    .slice(0, mostSituations);
  const collect = (part: 'steps' | 'say' | 'avoid', into: FullLanguage) => onceEach(entries, (one) => one[part], into);
  return { next: collect('steps', language), say: collect('say', spoken), avoid: collect('avoid', language) };
}

function onceEach(
  entries: readonly PlaybookSituation[],
  part: (entry: PlaybookSituation) => readonly Wording[],
  language: FullLanguage,
): BriefAdvice[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) =>
    part(entry).flatMap((wording) => {
      const text = wording[language];
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ situation: entry.situation, text }];
    }),
  );
}
