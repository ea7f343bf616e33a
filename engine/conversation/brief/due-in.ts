import { ordinalOf, textOfOrdinal } from '../../decision/cell/ordinal.ts';
import { momentOf } from '../facts/moment.ts';
import { days, numerals, units, untilWords, weekdays, withinWords, workingDayWords } from './due-words.ts';

/** Until when something was promised. */
export interface Due {
  /** The words that say so, as written. */
  dueText: string;
  /** Day or moment; absent where the words alone do not tell it. */
  due?: string;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

const word = /[\p{L}\p{N}]+(?:[-./]\d+)*/gu;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
/** Day first, as all but American English write it; no day is told from one that could be either. */
const numericDay = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?$/;

/**
 * The first time limit in a sentence: a date, a day of the week, tomorrow, or so many hours, days or weeks.
 * @param sentence of whoever promised
 * @param at when it was said, ISO 8601 with offset; without it only a full date is a day
 * @returns null where none is named. A weekday is the next one after the day on which it was said; working days and dates that may
 *   be read in two ways give words and no day
 * @example dueIn('You will receive it by Friday.', '2026-11-22T10:00:00Z') // { dueText: 'by Friday', due: '2026-11-27' }
 */
export function dueIn(sentence: string, at: string | undefined): Due | null {
  const words = [...sentence.matchAll(word)].map(({ 0: text, index }): Word => ({
    text: text.toLowerCase(),
    start: index,
    end: index + text.length,
  }));
  for (const [place, { text }] of words.entries()) {
    const before = words[place - 1]?.text ?? '';
    const due = dateAt(text, at) ?? dayAt(text, before, at) ?? spanAt(words, place, at);
    if (due === null) continue;
    const first = words[firstOf(words, place)]?.start ?? 0;
    const last = words[place + due.length - 1]?.end ?? sentence.length;
    return { dueText: sentence.slice(first, last), ...(due.due !== undefined && { due: due.due }) };
  }
  return null;
}

/** The words that lead up to a time limit belong to it: "dentro de". */
function firstOf(words: readonly Word[], place: number): number {
  let first = place;
  for (let text = words[first - 1]?.text; text !== undefined; text = words[first - 1]?.text) {
    if (!untilWords.has(text) && !withinWords.has(text)) break;
    first--;
  }
  return first;
}

/** `length`: words that it takes. */
interface Found {
  due?: string | undefined;
  length: number;
}

function dateAt(text: string, at: string | undefined): Found | null {
  if (isoDay.test(text)) return ordinalOf(text, 'date') === null ? null : { due: text, length: 1 };
  const parts = numericDay.exec(text);
  if (parts === null) return null;
  const [, day = '', month = '', year = at?.slice(0, 4)] = parts;
  const written = `${String(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (ordinalOf(written, 'date') === null) return null;
  const isClear = text.includes('.') || Number(day) > 12 || day === month;
  return { due: isClear ? written : undefined, length: 1 };
}

function dayAt(text: string, before: string, at: string | undefined): Found | null {
  const today = at === undefined ? null : ordinalOf(at.slice(0, 10), 'date');
  const ahead = days.get(text);
  if (ahead !== undefined) return { due: dayText(today, ahead), length: 1 };
  const weekday = weekdays.get(text);
  if (weekday === undefined || !untilWords.has(before)) return null;
  // 1970-01-01 was a Thursday.
  const now = today === null ? 0 : ((((today + 3) % 7) + 7) % 7) + 1;
  return { due: dayText(today, ((weekday - now + 6) % 7) + 1), length: 1 };
}

function spanAt(words: readonly Word[], place: number, at: string | undefined): Found | null {
  const number = words[place]?.text ?? '';
  const count = /^\d{1,3}$/.test(number) ? Number(number) : numerals.get(number);
  if (count === undefined) return null;
  const [next = '', second = ''] = [words[place + 1]?.text, words[place + 2]?.text];
  const unit = units.get(next);
  if (workingDayWords.has(next)) return { length: units.has(second) ? 3 : 2 };
  if (unit === undefined || !withinWords.has(words[place - 1]?.text ?? '')) return null;
  if (workingDayWords.has(second)) return { length: 3 };
  if (unit !== 'hour') {
    const today = at === undefined ? null : ordinalOf(at.slice(0, 10), 'date');
    return { due: dayText(today, count * (unit === 'week' ? 7 : 1)), length: 2 };
  }
  const moment = momentOf(at);
  const due = moment === null ? null : textOfOrdinal(moment + count * 3600, 'date-time', 'offset');
  return { due: typeof due === 'string' ? due : undefined, length: 2 };
}

function dayText(today: number | null, ahead: number): string | undefined {
  const text = today === null ? null : textOfOrdinal(today + ahead, 'date');
  return typeof text === 'string' ? text : undefined;
}

/**
 * Whether a time limit is over.
 * @param due a day, which is over when it ends in UTC, or a moment with an offset
 * @param now seconds since 1970; null where it is not known
 * @returns null where either cannot be told
 */
export function isOverdue(due: string | undefined, now: number | null): boolean | null {
  if (due === undefined || now === null) return null;
  const day = isoDay.test(due) ? ordinalOf(due, 'date') : null;
  if (day !== null) return now >= (day + 1) * 86_400;
  const moment = momentOf(due);
  return moment === null ? null : now > moment;
}
