import type { Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { isTemporalType } from '../cell/ordinal.ts';
import type { TableOutput } from '../model.ts';
import { readJson, readMarked } from './exact-cell.ts';
import { doubtful } from './read-condition.ts';
import { dayOfSerial } from './read-moment.ts';
import type { Spelling } from './read-number.ts';
import { readOperand } from './read-operand.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';

export interface ResultReading {
  /** Undefined for an empty cell. */
  value: JsonValue | undefined;
  how: 'exact' | 'read' | 'kept';
  issues: Issue[];
}

/**
 * Reads a cell of a spreadsheet as a result of its column: `1.200,50 €` as a number, `ja` as true, `22.11.2026` as a day,
 * `a, b` as a list. What does not fit the type is kept as a text, with `output_type`.
 * @example readResult('ja', { id: 'ok', name: 'OK', type: 'boolean' }).value // true
 */
export function readResult(cell: CellValue | undefined, output: TableOutput, spelling: Spelling = {}): ResultReading {
  if (isBlank(cell) || cell === undefined || cell === null) return { value: undefined, how: 'exact', issues: [] };
  const marked = readMarked(cell);
  if (marked !== undefined) return { value: marked, how: 'exact', issues: [] };
  const text = textOf(cell).trim();
  if (text === 'null') return { value: null, how: 'exact', issues: [] };
  const reading = readTyped(cell, text, output, spelling);
  if (reading === null) {
    const value = typeof cell === 'object' ? text : typeof cell === 'string' ? text : cell;
    const found = typeof value;
    const issue: Issue = {
      code: 'output_type',
      path: [],
      severity: 'error',
      params: { found, expected: output.type, text },
    };
    return { value, how: 'kept', issues: [issue] };
  }
  const { value, doubt } = reading;
  const issues = doubt === undefined ? [] : [doubtful(doubt, text, String(value))];
  const members = Array.isArray(value) ? value : [value];
  const strange = members.find((member) => output.allowed?.includes(member as string | number) === false);
  if (strange !== undefined) {
    const params = { found: strange, allowed: output.allowed ?? [] };
    issues.push({ code: 'output_not_allowed', path: [], severity: 'warning', params });
  }
  return { value, how: String(value) === text ? 'exact' : 'read', issues };
}

function readTyped(
  cell: string | number | boolean | { day: string },
  text: string,
  output: TableOutput,
  spelling: Spelling,
): { value: JsonValue; doubt?: string } | null {
  if (output.type === 'list') return { value: readList(text, output) };
  if (typeof cell === 'number') {
    if (output.type === 'number') return { value: cell };
    const day = output.type === 'date' ? dayOfSerial(cell) : null;
    if (day !== null) return { value: day, doubt: 'serial_day_doubt' };
    if (isTemporalType(output.type)) return null;
  }
  if (typeof cell === 'boolean' && output.type === 'boolean') return { value: cell };
  return readOperand(text, output, spelling);
}

function readList(text: string, output: TableOutput): JsonValue[] {
  const json = text.startsWith('[') ? readJson(text) : undefined;
  if (Array.isArray(json)) return json;
  const parts = text
    .replace(/^\[(.*)\]$/s, '$1')
    .split(/[,;|\n\r]/)
    .map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => readOperand(part, { ...output, type: 'list' }, {})?.value ?? part);
}
