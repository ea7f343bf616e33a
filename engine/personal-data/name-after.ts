import { matchAt } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { isKnownGivenName } from './given-names.ts';
import { isParticle, isRole } from './name-words.ts';
import { isSmallWord } from './small-words.ts';

const nameWord = /(?:[dlno]')?\p{L}[\p{L}']{0,30}(?:-\p{L}[\p{L}']{0,30}){0,3}/uy;
const initial = /\p{Lu}\.(?: ?\p{Lu}\.){0,3}/uy;
/** Titles between an introduction and the name. */
const titles = /(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|m|mme|mlle|monsieur|madame|sr|sra|srta|senora?|don|dona|sig\.?ra|sig|signora?|dott\.?ssa|dott|ing|avv|senhora?|dra?|dipl\.?-ing|med|phd)(?:\. {0,2}| {1,2})(?=\p{L})/uy; // prettier-ignore

/**
 * The name that begins at a place: words with capitals, initials, and the small particles between them.
 * @param most words
 * @param small whether words in small letters count where none has a capital
 * @returns null: there is none
 */
export function nameAfter(
  text: FoldedText,
  at: number,
  { most, small = false }: { most: number; small?: boolean },
): [start: number, end: number] | null {
  const { plain, base } = text;
  let start = at;
  for (let more = 0; more < 3; more++) {
    const [written] = matchAt(titles, base, start) ?? [];
    if (written === undefined || (written.length <= 3 && /^\p{Lu}/u.test(plain.slice(start, start + 1)) && !written.includes('.'))) break;
    start += written.length;
  }
  let end: number | null = null;
  let next = start;
  let names = 0;
  while (names < most) {
    const [letters] = matchAt(initial, plain, next) ?? [];
    const [found] = letters === undefined ? (matchAt(nameWord, plain, next) ?? []) : [letters];
    if (found === undefined) break;
    const lower = base.slice(next, next + found.length);
    if (letters === undefined && !isNameWord(found, lower, small)) {
      if (!isParticle(lower) || !particleLeadsOn(plain, next + found.length)) break;
    } else {
      end = next + found.length;
      names++;
    }
    next += found.length;
    const gap = /^ {1,2}(?=\p{L})/u.exec(plain.slice(next, next + 3));
    if (gap === null) break;
    next += gap[0].length;
  }
  return end === null || end - start < 2 ? null : [start, end];
} // prettier-ignore

function isNameWord(written: string, lower: string, small: boolean): boolean {
  const bare = lower.replace(/^[dlno]'/, '');
  if (isRole(bare) || isRole(lower)) return false;
  // Short for María.
  if (written === 'Ma') return true;
  const capital = /^(?:[dlno]')?\p{Lu}|^\p{Lo}/u.test(written);
  if (isSmallWord(lower)) return capital && isKnownGivenName(lower);
  if (capital) return true;
  return small && written.length > 1;
}

/** `von der Leyen`: after at most two more particles comes a capital. */
function particleLeadsOn(plain: string, at: number): boolean {
  return /^(?: {1,2}(?:von|van|der|den|de|la|las|los|le|du|dos|da|di|del|el|zu|und))?(?: {1,2}(?:der|den|la|las|los|le))? {1,2}(?:[dl]')?\p{Lu}/u.test(plain.slice(at, at + 24)); // prettier-ignore
}
