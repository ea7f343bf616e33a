import { monthOf } from '../identity/fields/month-names.ts';
import { matchAt, sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { birthWords } from './said-words.ts';
import { valueStart } from './said.ts';

const said = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${birthWords})(?![\\p{L}\\p{N}_])|\\*(?=[0-9])`, 'gu');
const gap = '(?: ?[./-] ?| {1,2})';
const writtenDate = `(?:[0-3]?[0-9]${gap}[01]?[0-9]${gap}(?:(?:18|19|20)[0-9]{2}|'?[0-9]{2})(?![0-9])|[01]?[0-9]${gap}[0-3]?[0-9]${gap}(?:19|20)[0-9]{2}(?![0-9])|(?:18|19|20)[0-9]{2}${gap}[01]?[0-9]${gap}[0-3]?[0-9](?![0-9]))`;
const digits = new RegExp(`${writtenDate}|[0-9]{8}(?![0-9])`, 'y');
const dayFirst =
  /([0-3]?[0-9])(?:st|nd|rd|th|er|o)?\.?(?: (?:of|de|di) | d'| {0,2})([a-z]{3,10})\.?,?(?: (?:de|del|do))?(?: {1,2}'?((?:18|19|20)?[0-9]{2})(?![0-9]))?/y;
const monthFirst =
  /([a-z]{3,10})\.? {1,2}([0-3]?[0-9])(?:st|nd|rd|th)?,?(?: {1,2}'?((?:18|19|20)?[0-9]{2})(?![0-9]))?/y;
const onlyYear = /(?:19[0-9]{2}|20[01][0-9])(?![0-9])/y;
/** A whole date with a year that few things but births have. */
const oldDate =
  /(?<![0-9./-])(?:[0-3]?[0-9]([./-])[01]?[0-9]\1(?:19[2-9][0-9])|(?:19[2-9][0-9])([./-])[01][0-9]\2[0-3][0-9])(?![0-9])/g;

const saidAfter = new RegExp(
  `(?<![0-9./-])(${writtenDate}|[0-3]?[0-9]\\.?(?: de)? [a-z]{3,10}(?: de)? (?:18|19|20)[0-9]{2}) {1,2}(?:in \\p{L}{2,30} )?(?:geboren|born|ne[e]?|nacid[oa]|nat[oa]|nascid[oa])(?!\\p{L})`,
  'gu',
);

/**
 * Dates that are said to be of a birth, in digits or words, and whole dates of the twentieth century.
 * @source chosen: dates from 1920 to 1999, since orders, deliveries and contracts of today's letters are later
 */
export function findBirthDates({ base }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of base.matchAll(said)) {
    const start = valueStart(base, match.index + match[0].length);
    const length = dateLength(base, start);
    if (length === 0) continue;
    findings.push({ class: 'birth-date', start, end: start + length, sure: sureness.said, reason: 'said to be a birth date' });
  }
  for (const { 0: match, 1: date = '', index } of base.matchAll(saidAfter)) {
    const start = index + match.indexOf(date);
    findings.push({ class: 'birth-date', start, end: start + date.length, sure: sureness.said, reason: 'said to be a birth date' });
  }
  for (const { 0: match, index } of base.matchAll(oldDate)) {
    const reason = 'a whole date of the twentieth century';
    findings.push({ class: 'birth-date', start: index, end: index + match.length, sure: sureness.likely, reason });
  }
  return findings;
} // prettier-ignore

function dateLength(base: string, start: number): number {
  const [written] = matchAt(digits, base, start) ?? [];
  if (written !== undefined) return written.length;
  const byDay = matchAt(dayFirst, base, start);
  if (byDay !== null && monthOf(byDay[2] as string) !== null) return byDay[0].length;
  const byMonth = matchAt(monthFirst, base, start);
  if (byMonth !== null && monthOf(byMonth[1] as string) !== null) return byMonth[0].length;
  return matchAt(onlyYear, base, start)?.[0].length ?? 0;
}
