import type { ValueType } from '../model.ts';
import { readMoment } from './read-moment.ts';
import { readNumber, type Reading, type Spelling } from './read-number.ts';

/** What the reading of a cell needs to know of its column. */
export interface ReadColumn {
  type: ValueType;
  unit?: string;
  allowed?: (string | number)[];
}

const truths = new Map<string, boolean>([
  ...['true', 'yes', 'y', 'ja', 'j', 'wahr', 'oui', 'vrai', 'si', 'sí', 'sim', 'x', '✓', '✔', '☑', '1'].map(
    (word) => [word, true] as const,
  ),
  ...['false', 'no', 'n', 'nein', 'falsch', 'non', 'faux', 'não', '✗', '✘', '☐', '0'].map(
    (word) => [word, false] as const,
  ),
]);

/** Yes and no as spreadsheets say them, in several languages; null for any other text. @example readTruth('Ja') // true */
export function readTruth(text: string): boolean | null {
  return truths.get(text.trim().toLowerCase()) ?? null;
}

/**
 * Reads one value of a column's type from what stands in a spreadsheet.
 * @returns a number, text, truth value, or the ISO 8601 text of a date, time or duration; null for what is none
 */
export function readOperand(
  text: string,
  column: ReadColumn,
  spelling: Spelling,
): Reading<number | string | boolean> | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  switch (column.type) {
    case 'number':
      return readNumber(trimmed, spelling, column.unit);
    case 'boolean': {
      const value = readTruth(trimmed);
      return value === null ? null : { value };
    }
    case 'string':
      return { value: allowedText(unquoted(trimmed), column.allowed) };
    case 'list': {
      const number = /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : null;
      const truth = trimmed === 'true' ? true : trimmed === 'false' ? false : null;
      return { value: number ?? truth ?? allowedText(unquoted(trimmed), column.allowed) };
    }
    default:
      return readMoment(unquoted(trimmed), column.type, spelling);
  }
}

/** A text without the quotes around it, straight or typographic. */
export function unquoted(text: string): string {
  const inside = /^(?:"(.*)"|“(.*)”|„(.*)[“”]|«(.*)»|‘(.*)’)$/s.exec(text);
  return inside?.slice(1).find((part) => part !== undefined) ?? text;
}

/** The spelling that the column knows, when only the case differs. */
function allowedText(text: string, allowed: readonly (string | number)[] = []): string {
  if (allowed.includes(text)) return text;
  const same = allowed.find((value) => String(value).toLowerCase() === text.toLowerCase());
  return typeof same === 'string' ? same : text;
}

/** Writes a value as a literal of a cell: `"gold"`, `date("2026-11-22")`. */
export function literalOf(value: number | string | boolean, type: ValueType): string {
  if (typeof value !== 'string') return String(value);
  const quoted = JSON.stringify(value);
  switch (type) {
    case 'date':
      return `date(${quoted})`;
    case 'time':
      return `time(${quoted})`;
    case 'date-time':
      return `date and time(${quoted})`;
    case 'day-time-duration':
    case 'year-month-duration':
      return `duration(${quoted})`;
    default:
      return quoted;
  }
}
