import { matchAt, sureness, type Finding, type Sureness } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { isAlsoWord, isKnownGivenName } from './given-names.ts';
import { nameAfter } from './name-after.ts';
import { closingWords, greetingWords, isParticle, isRole, likelyWords, selfWords, titleWords } from './name-words.ts';
import { isSmallWord } from './small-words.ts';

const before = "(?<![\\p{L}\\p{N}']|[\\p{L}]-)";
const after = '(?![\\p{L}\\p{N}])';
const self = new RegExp(`${before}(?:${selfWords})(?![\\p{L}\\p{N}])[ :]{0,4}`, 'gu');
const likely = new RegExp(`${before}(?:${likelyWords})${after}[ ,:]{1,3}`, 'gu');
const title = new RegExp(`${before}(?:${titleWords})(?:\\. {0,2}| {1,2})(?=[\\p{L}])`, 'gu');
const greeting = new RegExp(`(?:^|[\\n.!>"] {0,3})(?:${greetingWords})(?: {1,2}|, )(?=[\\p{L}])`, 'gu');
const closing = new RegExp(
  `(?:^|[\\n.!?>] {0,3})(?:${closingWords})(?:[ ,.!-]{1,4}|[ ,.!]{0,3}\\n(?:[ \\n]{0,4}))(?=[\\p{L}])`,
  'gu',
);
/** Words that begin many other sentences: they close a letter only where the line ends after them. */
const weakClosing = /(?:^|[\n.!?> ])(?:best|love|ihre?|regards|dank)[ ,.!-]{1,4}$/;
/** Words as well, when they are written small. */
const weakTitle = /^(?:m|miss|don|dona|sir|eng|ing|menina|rev|madam|professor|doctor)(?![\p{L}])/u;
const dashLine = /\n {0,3}(?:-{1,3}|~|\/) {0,2}(?=\p{L})/gu;
const header = /(?:^|\n)[> ]{0,12}(?:from|to|cc|reply-to|sender|von|an|absender|de|a|para|da|expediteur|remitente|mittente|remetente)[ ]{0,2}:[ "']{0,3}(?=\p{L})/gu; // prettier-ignore
const quoted = /(?:^|\n)[> ]{0,12}(?:on|am|le|el|il|em) [^\n]{4,80}? (?=\p{L}[^\n<]{2,60}<? ?(?:[^\n>]{0,80}>)? ?(?:wrote|schrieb|a ecrit|escribio|ha scritto|escreveu))/gu; // prettier-ignore
const beforeAddress = / {0,2}["']? ?[<(\ue000]/y;
const endOfLine = /[ ]{0,3}(?:["']? {0,2})(?:[,.:;!<(\n\ue000]|-|$)/y;

/**
 * Names of persons: after what introduces them (titles, greetings, closings, headers, "my name is"), known given names with
 * or without a family name, and the same names elsewhere in the text.
 * @source engine/personal-data/name-words.ts, given-names.ts
 */
export function findPersonNames(text: FoldedText): Finding[] {
  const findings: Finding[] = [];
  const add = (place: [number, number] | null, sure: Sureness, reason: string) => {
    if (place !== null) findings.push({ class: 'name', start: place[0], end: place[1], sure, reason });
  };
  const { base } = text;
  for (const match of base.matchAll(self)) {
    add(nameAfter(text, match.index + match[0].length, { most: 4, small: true }), sureness.said, 'said to be a name');
  }
  for (const match of base.matchAll(title)) {
    const place = nameAfter(text, match.index + match[0].length, { most: 4 });
    const isTitle = !weakTitle.test(match[0]) || /^\p{Lu}/u.test(text.plain.slice(match.index, match.index + 1));
    if (isTitle || (place !== null && isLikelyName(text, place))) add(place, sureness.likely, 'stands after a title');
  }
  for (const match of base.matchAll(likely)) {
    const place = nameAfter(text, match.index + match[0].length, { most: 4 }) ?? smallNameAt(text, match.index + match[0].length);
    if (place !== null && (isCapital(text.plain, place[0]) ? isLikelyName(text, place) : !isParticle(firstWord(base, place)))) add(place, sureness.likely, 'stands where a person is named');
  }
  for (const match of base.matchAll(greeting)) {
    const at = match.index + match[0].length;
    const place = nameAfter(text, at, { most: 4 }) ?? smallNameAt(text, at);
    if (place !== null && endsThere(base, place[1])) add(place, sureness.likely, 'is greeted');
  }
  for (const match of base.matchAll(closing)) {
    const isBroken = /\n[ \n]{0,4}$/.test(match[0]);
    const place = nameAfter(text, match.index + match[0].length, { most: 4, small: isBroken });
    if (place === null || (weakClosing.test(match[0]) && !isBroken)) continue;
    if (/^[ .!]{0,3}(?:\n|$|[(<\ue000-])/.test(base.slice(place[1], place[1] + 4))) add(place, sureness.likely, 'signs the message');
  }
  for (const match of base.matchAll(dashLine)) {
    const place = nameAfter(text, match.index + match[0].length, { most: 3 });
    if (place !== null && /^ {0,3}(?:\n|$)/.test(base.slice(place[1], place[1] + 5))) add(place, sureness.likely, 'signs the message');
  }
  for (const expression of [header, quoted]) {
    for (const match of base.matchAll(expression)) {
      const place = nameAfter(text, match.index + match[0].length, { most: 4 });
      if (place !== null) add(place, sureness.likely, 'stands in the head of a message');
    }
  }
  for (const found of knownNames(text)) findings.push(found);
  return findings;
} // prettier-ignore

/** `soy pedro martinez`: small letters, when the first word is a known given name and no other word. */
function smallNameAt(text: FoldedText, at: number): [number, number] | null {
  const place = nameAfter(text, at, { most: 2, small: true });
  const first = place === null ? '' : firstWord(text.base, place);
  return isKnownGivenName(first) && !isAlsoWord(first) && !isSmallWord(first) ? place : null;
}

function firstWord(base: string, [start, end]: [number, number]): string {
  return base.slice(start, end).split(' ')[0] ?? '';
}

/** After "I am" and the like: two words, or one that is known; other things have capitals as well. */
function isLikelyName({ base }: FoldedText, [start, end]: [number, number]): boolean {
  const words = base.slice(start, end).split(/ +/);
  return words.some((word) => isKnownGivenName(word)) || (words.length > 1 && words.every((word) => !isSmallWord(word) || isParticle(word)));
} // prettier-ignore

function isCapital(plain: string, at: number): boolean {
  return /^\p{Lu}/u.test(plain.slice(at, at + 1));
}

function endsThere(base: string, end: number): boolean {
  return matchAt(endOfLine, base, end) !== null;
}

const word = /(?<![\p{L}\p{N}_@.])\p{L}[\p{L}'-]{1,30}/gu;

/** Given names that are known, with the family name after them; alone only within a sentence. */
function knownNames(text: FoldedText): Finding[] {
  const { plain, base } = text;
  const findings: Finding[] = [];
  let done = 0;
  for (const { 0: match, index } of base.matchAll(word)) {
    if (index < done || !/^\p{Lu}/u.test(plain.slice(index, index + 1)) || isRole(match) || isSmallWord(match) || !isKnownGivenName(match)) continue;
    const isShouted = /^[^\p{Ll}]*$/u.test(plain.slice(Math.max(0, index - 16), index + match.length + 16)) && plain.length > match.length + 24;
    if (isShouted && isAlsoWord(match)) continue;
    const place = nameAfter(text, index, { most: isShouted ? 2 : 4 });
    if (place === null) continue;
    const isWhole = place[1] > index + match.length;
    const isBeforeAddress = matchAt(beforeAddress, base, place[1]) !== null;
    if (!isWhole && !isBeforeAddress && (isAlsoWord(match) || match.length < 4 || beginsSentence(base, index))) continue;
    if (isWhole && isAlsoWord(match) && !isFamilyLike(base, index + match.length, place[1])) continue;
    done = place[1];
    findings.push({
      class: 'name',
      start: place[0],
      end: place[1],
      sure: sureness.context,
      reason: isWhole ? 'a known given name with a family name' : 'a known given name',
    });
  }
  return findings;
} // prettier-ignore

function isFamilyLike(base: string, start: number, end: number): boolean {
  return base.slice(start, end).trim().split(/ +/).every((part) => !isRole(part) && (!isSmallWord(part) || isParticle(part)) && !isAlsoWord(part)); // prettier-ignore
}

function beginsSentence(base: string, index: number): boolean {
  return /(?:^|[.!?:;\n>"-]) {0,3}$/.test(base.slice(Math.max(0, index - 5), index)) || index === 0;
}
