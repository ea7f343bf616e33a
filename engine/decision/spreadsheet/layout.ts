import type { TableInput, TableOutput } from '../model.ts';
import { writeValue, readValue } from './exact-cell.ts';
import { dayField, flagField, membersField, textField, wordField, type Field } from './record-fields.ts';

// The words of our own layout: see docs/spreadsheets.md.

/** A block begins with one of these in its first column; the cell beside it names the table. */
export const blockMarkers = {
  table: 'Decision table',
  tests: 'Tests of',
  sources: 'Sources of',
  assumptions: 'Assumptions of',
} as const;
export type BlockKind = keyof typeof blockMarkers;

/** The first row of the columns' head, with the kind of each column, and its last, with their names. */
export const columnMarker = 'Column';
export const rowMarker = 'Row';

/** What may not stand in the first column as a row's id or a test's name. */
export const reservedWords: ReadonlySet<string> = new Set(Object.values(blockMarkers));

export const headFields: Field[] = [
  textField('name', blockMarkers.table),
  textField('id', 'Id'),
  textField('version', 'Version'),
  textField('description', 'Description'),
  textField('owner', 'Owner'),
  wordField('hitPolicy', 'Hit policy'),
  wordField('aggregation', 'Aggregation'),
  dayField('validFrom', 'Valid from'),
  dayField('validUntil', 'Valid until'),
];

/** Kinds of columns of the rules. */
export const columnKinds = [
  'condition',
  'result',
  'reason',
  'source',
  'valid from',
  'valid until',
  'disabled',
  'annotation',
  'more',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

const name = textField('name', rowMarker);
const common = [
  textField('id', 'Id'),
  wordField('type', 'Type'),
  textField('unit', 'Unit'),
  membersField('allowed', 'Allowed'),
  textField('description', 'Description'),
  name,
];

export const inputFields: Field[] = [
  textField('path', 'Path'),
  textField('from', 'From table'),
  textField('allowedRange', 'Allowed range'),
  flagField('required', 'Required'),
  ...common,
];

/** @param type type of the output, which its default has too */
export function outputFields(type: TableOutput['type']): Field[] {
  const byType: Field = {
    key: 'default',
    label: 'Default',
    write: (value) => writeValue(value, type),
    read: (cell) => readValue(cell, type),
  };
  return [byType, ...common];
}

export const annotationFields: Field[] = [textField('id', 'Id'), name];

/** Labels of the columns' head in their order; those without a cell in any column are left out. */
export const columnLabels = [
  'Id',
  'Path',
  'From table',
  'Type',
  'Unit',
  'Allowed',
  'Allowed range',
  'Required',
  'Default',
  'Description',
  'More',
] as const;

/** Members of a row that have a column of their own when some row has them. */
export const rowFields = {
  reason: textField('reason', 'Reason'),
  source: textField('source', 'Source'),
  'valid from': dayField('validFrom', 'Valid from'),
  'valid until': dayField('validUntil', 'Valid until'),
  disabled: flagField('disabled', 'Disabled'),
} as const satisfies Partial<Record<ColumnKind, Field>>;

export const sourceFields: Field[] = [
  textField('id', 'Id', reservedWords),
  textField('title', 'Title'),
  textField('section', 'Section'),
  textField('url', 'Address'),
];

export const assumptionFields: Field[] = [
  textField('id', 'Id', reservedWords),
  textField('text', 'Assumption'),
  textField('owner', 'Owner'),
  dayField('reviewBy', 'Review by'),
];

/** Paths whose values a test's facts show in columns of their own. */
export function factPaths(inputs: readonly TableInput[]): { path: string; type: TableInput['type'] }[] {
  const plain = inputs.filter((input) => input.from === undefined && /^[^.]+(?:\.[^.]+)*$/.test(input.path));
  return [...new Map(plain.map((input) => [input.path, { path: input.path, type: input.type }])).values()];
}
