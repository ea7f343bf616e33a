import type { JsonObject, JsonValue } from '../../json.ts';
import { readMarked, readText, readValue, writeText, writeValue } from './exact-cell.ts';
import { sameJson } from '../../same-json.ts';
import { isBlank, type CellValue } from './sheets.ts';

/** One member of a record, as one cell. `read` gives back what `write` was given, or undefined where that cannot be. */
export interface Field {
  key: string;
  label: string;
  write(value: JsonValue | undefined): CellValue;
  read(cell: CellValue | undefined): JsonValue | undefined;
}

/** Label of the column (or row) that keeps, as JSON, what the other cells cannot say. */
export const moreLabel = 'More';

export function textField(key: string, label: string, reserved?: ReadonlySet<string>): Field {
  return { key, label, write: (value) => writeText(value, reserved), read: readText };
}

export function dayField(key: string, label: string): Field {
  return { key, label, write: (value) => writeValue(value, 'date'), read: (cell) => readValue(cell, 'date') };
}

export function membersField(key: string, label: string): Field {
  return { key, label, write: (value) => writeValue(value, 'list'), read: (cell) => readValue(cell, 'list') };
}

export function flagField(key: string, label: string): Field {
  return {
    key,
    label,
    write: (value) => writeValue(value, 'boolean'),
    read: (cell) => {
      const value = readValue(cell, 'boolean');
      return typeof value === 'string' ? (flags.get(value.trim().toLowerCase()) ?? value) : value;
    },
  };
}

const flags = new Map([
  ['yes', true],
  ['x', true],
  ['no', false],
]);

/** One of a closed set of words, in any spelling: `Rule Order` is `rule-order`. */
export function wordField(key: string, label: string): Field {
  return {
    key,
    label,
    write: (value) => writeText(value),
    read: (cell) => {
      const text = readText(cell);
      return typeof text === 'string'
        ? text
            .trim()
            .toLowerCase()
            .replaceAll(/[\s_]+/g, '-')
        : text;
    },
  };
}

/**
 * Writes a record's members, and what of them its cells would not give back.
 * @returns a cell for each field, and the rest as JSON (null when there is none)
 */
export function writeRecord(record: object, fields: readonly Field[]): { cells: CellValue[]; more: CellValue } {
  const members = record as JsonObject;
  const cells = fields.map((field) => field.write(members[field.key]));
  const back = readRecord(cells, fields);
  const rest = Object.entries(members).filter(([key, value]) => !sameJson(ownMember(back, key), value));
  return { cells, more: rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest)) };
}

function ownMember(record: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The counterpart of `writeRecord`; a member that is absent has no key. */
export function readRecord(cells: readonly (CellValue | undefined)[], fields: readonly Field[], more?: CellValue) {
  const entries: [string, JsonValue][] = [];
  for (const [index, field] of fields.entries()) {
    const value = field.read(cells[index]);
    if (value !== undefined) entries.push([field.key, value]);
  }
  return Object.fromEntries([...entries, ...Object.entries(readMore(more) ?? {})]);
}

/** The members that a cell of `More` keeps; undefined for what is no JSON object. */
export function readMore(cell: CellValue | undefined): JsonObject | undefined {
  if (isBlank(cell) || typeof cell !== 'string') return undefined;
  const value = readMarked(`json: ${cell}`);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
