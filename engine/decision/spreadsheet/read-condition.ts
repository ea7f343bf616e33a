import { checkCell } from '../cell/check-cell.ts';
import type { Issue } from '../../issue.ts';
import type { TableInput } from '../model.ts';
import { dayOfSerial } from './read-moment.ts';
import type { Reading, Spelling } from './read-number.ts';
import { literalOf, readOperand } from './read-operand.ts';
import { readRange } from './read-range.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';

/** What a cell of a spreadsheet was understood as. */
export interface ConditionReading {
  /** S-FEEL unary tests; the text as it stood when it could not be read; empty for anything. */
  cell: string;
  /** `exact`: it stood so; `read`: put into S-FEEL; `kept`: not understood. */
  how: 'exact' | 'read' | 'kept';
  /** What is wrong or doubtful, paths empty. */
  issues: Issue[];
}

/** The cell belongs to a table of Steward: S-FEEL goes first, and may compare with the table's inputs. */
export interface OwnTable {
  inputs: readonly TableInput[];
}

/** Words for "anything". @source the words that a cell's diagnosis knows too, and their German */
const anything = new Set(['*', '-', '–', '—', 'any', 'all', 'anything', 'alle', 'alles', 'beliebig', 'egal']);

const negation = /^(?:not|nicht|kein|keine|except|außer|≠|<>|!=)(?:\s+|(?=["„“(])|(?<=[≠>=]))(.+)$/is;

/**
 * Reads a cell of a spreadsheet as a condition of its column.
 *
 * S-FEEL is taken as it stands. Everything else that people write is put into S-FEEL: `gold` is `"gold"`, `gold, silver`
 * two texts, `10-20` and `10 bis 20` are `[10..20]`, `ab 18` is `>= 18`, `22.11.2026` is `date("2026-11-22")`, `ja` is
 * `true`, `*` and an empty cell anything. A number such as `1,5` is one and a half, while S-FEEL reads "1 or 5": see `own`.
 * @param own given when the cell comes from, or goes into, a table of Steward
 * @returns always a reading; what was not understood is kept, with the issues of `checkCell`
 * @example readCondition('ab 18', { id: 'age', name: 'Age', path: 'age', type: 'number' }).cell // '>= 18'
 */
export function readCondition(
  cell: CellValue | undefined,
  input: TableInput,
  spelling: Spelling = {},
  own?: OwnTable,
): ConditionReading {
  if (isBlank(cell)) return { cell: '', how: 'exact', issues: [] };
  const text = textOf(cell).trim();
  if (typeof cell !== 'string') return orKept(text, input, own, [fromValue(cell, input)]);
  // `-` of our own tables is kept, so that nothing changes on the way through a file.
  if (anything.has(text.toLowerCase()))
    return { cell: own !== undefined && text === '-' ? text : '', how: 'exact', issues: [] };
  const exact =
    own === undefined && !mayBeExact(text, input.type) ? null : exactly(own === undefined ? text : cell, input, own);
  const bewildering = own === undefined && input.type === 'number' && /\d[.,]\d/.test(text);
  if (exact !== null && !bewildering) return exact;
  const read = () => [
    readRange(text, input, spelling),
    negated(text, input, spelling),
    alternatives(text, input, spelling),
  ];
  return exact === null ? orKept(text, input, own, read()) : (firstFit(text, input, own, read()) ?? exact);
}

/** False for what is surely no S-FEEL of the type, which spares the search for what may be wrong with it. */
function mayBeExact(text: string, type: TableInput['type']): boolean {
  if (type === 'string') return text.includes('"') || text === 'null';
  return type !== 'number' || (/^[\d\s.,<>=!()[\]\-nulot]+$/.test(text) && !/\d\s*-\s*\d/.test(text));
}

/** The cell as it stands, when its column can take it. */
function exactly(text: string, input: TableInput, own?: OwnTable): ConditionReading | null {
  const issues = check(text, input, own);
  return issues.some(({ severity }) => severity === 'error') ? null : { cell: text, how: 'exact', issues };
}

function check(text: string, input: TableInput, own?: OwnTable): Issue[] {
  return checkCell(text, input, own?.inputs ?? []).issues;
}

function orKept(
  text: string,
  input: TableInput,
  own: OwnTable | undefined,
  readings: readonly (Reading<string> | null)[],
): ConditionReading {
  return firstFit(text, input, own, readings) ?? { cell: text, how: 'kept', issues: check(text, input, own) };
}

function firstFit(
  text: string,
  input: TableInput,
  own: OwnTable | undefined,
  readings: readonly (Reading<string> | null)[],
): ConditionReading | null {
  for (const reading of readings) {
    const fit = reading === null ? null : exactly(reading.value, input, own);
    if (reading === null || fit === null) continue;
    const same = reading.value === text;
    const doubts = reading.doubt === undefined ? [] : [doubtful(reading.doubt, text, reading.value)];
    return { cell: reading.value, how: same ? 'exact' : 'read', issues: [...doubts, ...fit.issues] };
  }
  return null;
}

/** A reading that may be meant otherwise. */
export function doubtful(code: string, found: string, reading: string): Issue {
  return { code, path: [], severity: 'warning', params: { found, reading } };
}

/** Numbers, truth values and days that the spreadsheet knows as such. */
function fromValue(cell: CellValue | undefined, input: TableInput): Reading<string> | null {
  if (typeof cell === 'number') {
    if (input.type === 'string') return { value: literalOf(String(cell), 'string') };
    const day = input.type === 'date' ? dayOfSerial(cell) : null;
    if (day !== null) return { value: literalOf(day, 'date'), doubt: 'serial_day_doubt' };
    const truth = input.type === 'boolean' ? readOperand(String(cell), input, {}) : null;
    return truth === null ? { value: String(cell) } : { value: String(truth.value) };
  }
  if (typeof cell === 'boolean') return { value: literalOf(input.type === 'string' ? String(cell) : cell, input.type) };
  const operand = readOperand(textOf(cell), input, {});
  return operand === null ? null : { ...operand, value: literalOf(operand.value, input.type) };
}

function negated(text: string, input: TableInput, spelling: Spelling): Reading<string> | null {
  const rest = negation.exec(text)?.[1]?.trim();
  if (rest === undefined) return null;
  const inside = alternatives(/^\((.*)\)$/s.exec(rest)?.[1] ?? rest, input, spelling);
  return inside === null ? null : { ...inside, value: `not(${inside.value})` };
}

// One blank on each side is enough, as parts are trimmed: with more the search would go over a long gap again and again.
const strongSeparator = /[;|\n\r]/;
const wordSeparator = /\s(?:or|oder)\s/i;

/** `gold, silver`, `1; 5; 10-20`, `A or B`: each part as its column reads it. */
function alternatives(text: string, input: TableInput, spelling: Spelling): Reading<string> | null {
  // Texts have no order here; a text that begins so was meant as a comparison.
  if (input.type === 'string' && /^[<>≤≥]/.test(text) && !input.allowed?.includes(text)) return null;
  const whole = input.allowed?.some((value) => String(value).toLowerCase() === text.toLowerCase()) ?? false;
  const parts = whole ? [text] : splitAlternatives(text, input);
  const values: string[] = [];
  let doubt: string | undefined;
  for (const part of parts) {
    const operand = readOperand(part, input, spelling);
    const read =
      readRange(part, input, spelling) ??
      (operand === null ? null : { ...operand, value: literalOf(operand.value, input.type) });
    if (read === null) return null;
    doubt ??= read.doubt;
    values.push(read.value);
  }
  if (values.length === 0) return null;
  const prose =
    parts.length > 1 &&
    input.type === 'string' &&
    (wordSeparator.test(text) || parts.some((part) => part.split(/\s+/).length > 3));
  const why = doubt ?? (prose ? 'list_doubt' : undefined);
  return { value: values.join(', '), ...(why === undefined ? {} : { doubt: why }) };
}

function splitAlternatives(text: string, input: TableInput): string[] {
  const coarse = text.split(strongSeparator).flatMap((part) => part.split(wordSeparator));
  // Between numbers a comma may part the fraction; with another separator at hand, or without a blank behind it, it does.
  const comma = input.type === 'number' ? (coarse.length > 1 ? null : /,\s/) : /,/;
  const parts = comma === null ? coarse : coarse.flatMap((part) => part.split(comma));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
