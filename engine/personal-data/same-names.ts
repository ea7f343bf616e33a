import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { isAlsoWord } from './given-names.ts';
import { isParticle, isRole } from './name-words.ts';
import { isSmallWord } from './small-words.ts';

const word = /(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'-]{2,40}/gu;

/** The words of names that were found, with a capital, wherever else they stand: `Mr Baker … Baker never came`. */
export function findSameNames({ plain, base }: FoldedText, names: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  for (const { start, end } of names) {
    for (const part of base.slice(start, end).split(/[ .]+/)) {
      if (part.length >= 3 && !isSmallWord(part) && !isRole(part) && !isParticle(part) && !isAlsoWord(part)) known.add(part);
    }
  }
  if (known.size === 0) return [];
  const findings: Finding[] = [];
  for (const { 0: match, index } of plain.matchAll(word)) {
    const lower = base.slice(index, index + match.length).replace(/'s?$/, '');
    if (!known.has(lower)) continue;
    const reason = 'the name of somebody who is named elsewhere in the text';
    findings.push({ class: 'name', start: index, end: index + lower.length, sure: sureness.context, reason });
  }
  return findings;
} // prettier-ignore
