import { aggregations, hitPolicies, valueTypes, type DecisionTable } from '../decision/model.ts';
import type { JsonValue } from '../json.ts';
import {
  anObject,
  either,
  filled,
  flag,
  listOf,
  matching,
  members,
  oneOf,
  recordOf,
  text,
  when,
  type Shape,
} from '../json-shape.ts';

/** The form of a table's id. */
export const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The form of a day. */
const calendarDay = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/** The form of an output's or annotation's id: any text, but no name that leads into JavaScript's own machinery. */
export const anyName = /^(?!(?:__proto__|constructor|prototype)$)[\s\S]{1,200}$/u;

/** The form of an input's id: cells compare with it by this name. */
export const columnName = /^(?!(?:__proto__|constructor|prototype)$)[A-Za-z_][A-Za-z0-9_-]*$/;

const day = matching(calendarDay);
const columnId = matching(columnName);
const name = matching(anyName);
const plain = when((value) => ['string', 'number', 'boolean'].includes(typeof value));
const nothing = when((value) => value === null);
const result = either(nothing, plain, listOf(plain));
const column = { name: filled, type: oneOf(valueTypes) };
const columnMore = {
  unit: text,
  allowed: listOf(
    when((value) => typeof value === 'string' || typeof value === 'number'),
    1,
  ),
  description: text,
};
const outcome = either(nothing, recordOf(result), listOf(recordOf(result)));

const input = members(
  { ...column, id: columnId, path: filled },
  { ...columnMore, from: filled, allowedRange: filled, required: flag },
);
const output = members({ ...column, id: name }, { ...columnMore, default: result });
const annotation = members({ id: name, name: filled });
const row = members(
  { id: filled, when: recordOf(text), then: recordOf(result) },
  { reason: text, source: text, disabled: flag, validFrom: day, validUntil: day, annotations: recordOf(text) },
);

const required: Record<string, Shape> = {
  schemaVersion: oneOf([1]),
  id: matching(kebabCase),
  name: filled,
  version: filled,
  hitPolicy: oneOf(hitPolicies),
  inputs: listOf(input),
  outputs: listOf(output, 1),
  rows: listOf(row),
};
const optional: Record<string, Shape> = {
  $schema: text,
  description: text,
  owner: text,
  aggregation: oneOf(aggregations),
  validFrom: day,
  validUntil: day,
  annotations: listOf(annotation),
  assumptions: listOf(members({ id: filled, text: filled, owner: filled, reviewBy: day })),
  sources: listOf(members({ id: filled, title: filled }, { section: text, url: matching(/^https?:\/\/[^\s]+$/) })),
  tests: listOf(members({ name: filled, facts: anObject, outcome }, { row: text, day })),
};
// A used table has no `uses` of its own.
const usedTable = members(required, optional);
const table = members(required, { ...optional, uses: listOf(usedTable) });

/** The parts of a table that an edit can bring in. */
const parts = { input, output, annotation, row, result, cell: text, usedTable };
export type TablePart = keyof typeof parts;

/**
 * True for a value that can stand in a table as that part of it.
 * @example isTablePart('row', { id: 'r1', when: {}, then: {} }) // true
 */
export function isTablePart(part: TablePart, value: unknown): boolean {
  return parts[part](value as JsonValue | undefined) === null && !holdsReservedName(value);
}

/**
 * True for a value that a member of a table can have.
 * @example isTableMember('validFrom', '2026-01-01') // true
 */
export function isTableMember(member: string, value: unknown): boolean {
  const shape = new Map(Object.entries({ ...required, ...optional })).get(member);
  return shape?.(value as JsonValue | undefined) === null && !holdsReservedName(value);
}

/** `parseTable` refuses a document with such a name, wherever it stands. */
function holdsReservedName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsReservedName);
}

/**
 * True for a value that has the form of a decision table: what `parseTable` of `rules/` accepts. The engine asks it of the
 * tables that come with n8n nodes, because a journey with another one could not be read again.
 *
 * @source rules/schema/decision-table.schema.json; a test holds the two together
 */
export function isShapedLikeTable(value: JsonValue | undefined): value is JsonValue & DecisionTable {
  return table(value) === null;
}
