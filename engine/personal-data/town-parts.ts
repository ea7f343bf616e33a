import { matchAt } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { isSmallWord } from './small-words.ts';
import type { AddressPart } from './street-parts.ts';

const townWord = "(?:[dl]')?\\p{Lu}[\\p{L}'’.]{0,24}(?:[-/][\\p{L}']{1,24}){0,5}";
const link =
  'am|an der|an dem|ob der|vor der|in der|im|bei|sur|sous|les|le|la|lez|en|de|du|des|del|de la|de los|do|da|dos|das|di|della|nell|sull|upon|under|by|the|on';
/** One to five words with capitals, with the small words that towns have between them. */
const town = new RegExp(
  `${townWord}(?: {1,2}(?:(?:${link}) {1,2})?${townWord}){0,4}(?: ?\\([\\p{L}.]{2,14}\\))?(?: CEDEX(?: [0-9]{1,2})?)?(?: {0,2}[-,/] {0,2}\\p{Lu}{2}(?![\\p{L}]))?`,
  'uy',
);
const fiveDigits =
  /(?<![\p{L}\p{N}.,:/-])(?:(?:d|a|ch|f|i|e|l|b)[- ])?([0-9]{5}|[0-9]{4}-[0-9]{3}|[0-9]{5}-[0-9]{3})(?:(?: {1,2}|, ?|\n)(?=\p{L})|(?![\p{L}\p{N}.,-]))/gu;
const fourDigits = /(?<![\p{L}\p{N}.,:/-])(?:(?:a|ch|b|l|nl|dk)[- ])?[0-9]{4}(?: [a-z]{2})? {1,2}(?=\p{L})/gu;
/** Counted things that a number of five digits may stand before; with a capital in German, or at the beginning. */
const counted =
  /^(?:euro?|dollar|pfund|franken|kilometer|km|meter|mal|stuck|kunden|punkte|zeichen|worter|menschen|leute|einwohner|kwh|watt|gb|mb|usd|gbp|chf|pounds?|points?|miles|stunden|minuten|tage|jahre|personen|artikel|likes|follower)(?![\p{L}])/u;
const british = /(?<![\p{L}\p{N}])(?:[a-z]{1,2}[0-9][0-9a-z]?|gir) ?[0-9][abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/gu;
const states =
  'al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|pr';
const american = new RegExp(`(?<![\\p{L}])(?:${states}),?(?: {1,2}|\\n)[0-9]{5}(?:-[0-9]{4})?(?![0-9])`, 'gu');
const canadian = /(?<![\p{L}\p{N}])[abceghj-nprstvxy][0-9][a-z] ?[0-9][a-z][0-9](?![\p{L}\p{N}])/gu;
const brazilian =
  /(?<![\p{L}])(?:ac|al|ap|am|ba|ce|df|es|go|ma|mt|ms|mg|pa|pb|pr|pe|pi|rj|rn|rs|ro|rr|sc|sp|se|to)[, \n-]{0,4}(?:cep:? ?)?[0-9]{5}-?[0-9]{3}(?![0-9])/gu;
/** The words of a town that end before a place. */
const townBefore = new RegExp(
  `(?<![\\p{L}\\p{N}])(${townWord}(?: {1,2}(?:(?:${link}) {1,2})?${townWord}){0,3})(?: {0,2}[,-] {0,2}|\\n| {1,2})$`,
  'u',
);

/** Postcodes with their towns. */
export function townParts({ plain, base }: FoldedText): AddressPart[] {
  const parts: AddressPart[] = [];
  const add = (start: number, end: number, isCertain: boolean) => parts.push({ kind: 'town', start, end, isCertain });
  for (const match of base.matchAll(fiveDigits)) {
    const at = match.index + match[0].length;
    const [name] = matchAt(town, plain, at) ?? [];
    const bare = match.index + match[0].trimEnd().replace(/,$/, '').length;
    const isCount = counted.test(base.slice(at, at + 24));
    if (isCount) continue;
    if (name === undefined || isSmallWord(name.toLowerCase())) add(match.index, lowerTownEnd(base, at) ?? bare, /-[0-9]{3}/.test(match[0]));
    else add(match.index, at + trimmedTown(name).length, !match[0].includes(','));
  }
  for (const match of base.matchAll(fourDigits)) {
    const at = match.index + match[0].length;
    const [name] = matchAt(town, plain, at) ?? [];
    if (name === undefined || counted.test(base.slice(at, at + 24))) continue;
    // Four digits are a year as well: only beside a street, or in the Dutch form.
    add(match.index, at + trimmedTown(name).length, /[0-9]{4} [a-z]{2} /.test(match[0]) && /[0-9]{4} [A-Z]{2} /.test(plain.slice(match.index, at)));
  }
  for (const code of [british, american, canadian, brazilian]) {
    for (const { 0: match, index } of base.matchAll(code)) {
      if ((code === american || code === brazilian) && !/[A-Z]{2}/.test(plain.slice(index, index + 2))) continue;
      // `b4 1st` is no postcode by itself.
      const isCertain = code !== british || /^[A-Z].*[A-Z]$/.test(plain.slice(index, index + match.length));
      add(isCertain ? withTownBefore(plain, index) : index, index + match.length, isCertain);
    }
  }
  return parts;
} // prettier-ignore

/** A town in small letters after a postcode: one word, and only beside a street. */
function lowerTownEnd(base: string, at: number): number | null {
  const [name] = matchAt(/\p{L}[\p{L}'-]{2,24}/uy, base, at) ?? [];
  return name === undefined || isSmallWord(name) ? null : at + name.length;
}

/** A full stop at the end, and a next sentence, are no part of it. */
function trimmedTown(name: string): string {
  const sentence = /(?<![\p{L}](?:st|ste|s|bad))\. {1,2}\p{Lu}/iu.exec(name);
  return (sentence === null ? name : name.slice(0, sentence.index)).replace(/\.$/, '');
}

function withTownBefore(plain: string, start: number): number {
  const before = townBefore.exec(plain.slice(Math.max(0, start - 60), start));
  if (before === null) return start;
  const names = before[1] as string;
  const sentence = names.lastIndexOf('. ');
  return start - before[0].length + (sentence < 0 ? 0 : sentence + 2);
}
