import type { JsonValue } from '../../json.ts';
import type { ValueType } from '../model.ts';
import { sameJson } from '../../same-json.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';

/** How a value that has no natural spelling in its column is written: `json: ["a", 1]`. */
const marker = 'json: ';

/** Deeper JSON is not read: documents of Steward are at most this deep. */
const maxDepth = 100;

/**
 * Writes a text so that `readText` gives it back exactly: as it is, where it can be.
 * @param value a text; undefined for an absent one; anything else is kept as JSON
 * @param reserved texts that mean something else where the cell stands
 */
export function writeText(value: JsonValue | undefined, reserved: ReadonlySet<string> = none): CellValue {
  if (value === undefined) return null;
  const plain = typeof value === 'string' && value.trim() !== '' && !value.startsWith(marker);
  return plain && !reserved.has(value.trim()) ? value : marker + JSON.stringify(value);
}

const none: ReadonlySet<string> = new Set();

/** The text of a cell; undefined for an empty cell. */
export function readText(cell: CellValue | undefined): JsonValue | undefined {
  if (isBlank(cell)) return undefined;
  return readMarked(cell) ?? textOf(cell);
}

/** The value of a cell that begins with `json: `, or undefined. */
export function readMarked(cell: CellValue | undefined): JsonValue | undefined {
  return typeof cell === 'string' && cell.startsWith(marker) ? readJson(cell.slice(marker.length)) : undefined;
}

/** Reads JSON of a bounded depth; undefined for what is none. */
export function readJson(text: string): JsonValue | undefined {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    // Brackets inside texts count too; a text with a hundred open ones is nothing that a table says.
    if (depth > maxDepth) return undefined;
  }
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/**
 * Writes a value for a column of a type so that `readValue` gives it back exactly: numbers as numbers, days as days,
 * texts without quotes, lists with commas; `json: …` where that would be ambiguous.
 */
export function writeValue(value: JsonValue | undefined, type: ValueType): CellValue {
  if (value === undefined) return null;
  const natural = naturalCell(value, type);
  return natural !== undefined && sameJson(readValue(natural, type), value) ? natural : marker + JSON.stringify(value);
}

function naturalCell(value: JsonValue, type: ValueType): CellValue | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return type === 'list' && value.length > 0 ? value.map(String).join(', ') : undefined;
  if (typeof value === 'string') return type === 'date' && isSpreadsheetDay(value) ? { day: value } : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Days that every spreadsheet counts alike: Excel takes 1900 for a leap year. */
export function isSpreadsheetDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900-03-01') return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

/**
 * Reads what `writeValue` wrote. A cell that does not fit its column is taken as the text, number or truth value that
 * it is: what a person typed is kept, and the check of the table says what is wrong with it.
 * @returns undefined for an empty cell
 */
export function readValue(cell: CellValue | undefined, type: ValueType): JsonValue | undefined {
  if (isBlank(cell) || cell === undefined || cell === null) return undefined;
  const marked = readMarked(cell);
  if (marked !== undefined) return marked;
  const text = textOf(cell);
  if (text === 'null') return null;
  switch (type) {
    case 'number':
      return typeof cell === 'number'
        ? cell
        : /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
          ? 0 + Number(text)
          : text;
    case 'boolean':
      return typeof cell === 'boolean' ? cell : (truths.get(text.trim().toLowerCase()) ?? text);
    case 'list':
      return readMembers(text);
    default:
      return text;
  }
}

const truths = new Map([
  ['true', true],
  ['false', false],
]);

/** `vip, 5, true`: texts without quotes, numbers and truth values as such. */
function readMembers(text: string): JsonValue[] {
  return text.split(',').map((part) => {
    const member = part.trim();
    const number = readValue(member, 'number');
    return typeof number === 'number' ? number : (truths.get(member) ?? member);
  });
}
