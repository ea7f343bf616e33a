import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { isSmallWord } from './small-words.ts';
import { streetParts, type AddressPart } from './street-parts.ts';
import { townParts } from './town-parts.ts';

/** Between the parts of one address; between street and town a quarter may stand, too. */
const between = /^[ ,;.\n/()-]{0,4}$/;
const quarter = /^, {0,2}[\p{L}. '-]{2,28}[,\n] ?$/u;
/** A town without its postcode ends the address, where a sentence or line ends after it. */
const townAfter = /^,(?: {1,2}|\n)\p{Lu}[\p{L}'-]{2,24}(?: \p{Lu}[\p{L}'-]{2,24}){0,2}(?= {0,2}(?:[.;\n)\ue000]|$))/u;
/** A line before a town that ends in a number: a street whatever its name. */
const lineBefore =
  /(?:^|[\n:,;]|\b(?:in|nach|at|to|an|au|a|en|em|na|no|para|is|ist|est|es|e) )([^\n:,;]{2,50}? [0-9]{1,4} ?[a-z]?)[ ,]{0,2}(?:\n| - |, ?)$/u;

/**
 * Postal addresses: streets with numbers, postcodes with towns, boxes, and the flat or floor beside them; neighbouring parts
 * are one address.
 * @source the addressing pages of the Universal Postal Union for DE, AT, CH, FR, ES, IT, PT, BR, GB, US, CA, NL (order of the parts)
 */
export function findPostalAddresses(text: FoldedText): Finding[] {
  const { base } = text;
  const parts = [...streetParts(text), ...townParts(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  const findings: Finding[] = [];
  for (let first = 0; first < parts.length;) {
    const group = joined(base, parts, first);
    first = group.next;
    if (!group.isCertain) continue;
    findings.push({
      class: 'address',
      start: group.startsWithTown ? streetBefore(text, group.start) : group.start,
      end: endOf(text, group.end),
      sure: sureness.likely,
      reason: group.startsWithTown ? 'a postcode with its town' : 'a street with its number, a postal box',
    });
  }
  return findings;
}

/** With a town that stands after it, and without the full stop of the sentence. */
function endOf({ plain, base }: FoldedText, end: number): number {
  const [town] = townAfter.exec(plain.slice(end, end + 84)) ?? [];
  if (town !== undefined && !isSmallWord(base.slice(end + 2, end + town.length).trim())) return end + town.length;
  return base.charAt(end - 1) === '.' ? end - 1 : end;
}

interface JoinedParts {
  start: number;
  end: number;
  isCertain: boolean;
  startsWithTown: boolean;
  next: number;
}

function joined(base: string, parts: readonly AddressPart[], first: number): JoinedParts {
  const begin = parts[first] as AddressPart;
  let { end, isCertain } = begin;
  let hasPlace = begin.kind === 'street' || begin.kind === 'box';
  let next = first + 1;
  for (; next < parts.length; next++) {
    const part = parts[next] as AddressPart;
    const gap = base.slice(end, Math.min(part.start, end + 34));
    const goesOn = between.test(gap) || (hasPlace && part.kind === 'town' && part.isCertain && quarter.test(gap));
    if (part.start > end && !goesOn) break;
    // A flat or a postcode that is none by itself is one beside a street.
    end = Math.max(end, part.end);
    isCertain ||= part.isCertain;
    hasPlace ||= part.kind === 'street' || part.kind === 'box';
  }
  return { start: begin.start, end, isCertain, startsWithTown: begin.kind === 'town' && !hasPlace, next };
}

/** The line or phrase before a town, when it ends in a number. */
function streetBefore({ plain, base }: FoldedText, start: number): number {
  const from = Math.max(0, start - 64);
  const match = lineBefore.exec(base.slice(from, start));
  const street = match?.[1];
  if (match === null || street === undefined) return start;
  const at = from + match.index + match[0].indexOf(street);
  return /^\p{Lu}/u.test(plain.slice(at, at + 2)) ? at : start;
}
