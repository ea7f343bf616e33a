import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { CompiledTable } from '../evaluate/compile-table.ts';
import { hasType } from '../cell/match-test.ts';
import type { DecisionTable, TableInput, ValueType } from '../model.ts';
import { readMember, readSegments, splitPath } from './read-path.ts';

/** Where the facts of a table stand in an item. */
export interface FactMapping {
  /** Path of the object inside the item that holds the facts, `body` behind a Webhook; empty for the item itself. */
  dataField: string;
  /** Inputs that stand elsewhere: input id → absolute path in the item. */
  fields: { input: string; field: string }[];
}

/** The item itself holds the facts. */
export const itemIsFacts: FactMapping = Object.freeze({ dataField: '', fields: [] });

/**
 * A mapping as people type it, made ready: without spaces around paths and ids, and without the rows that somebody added and
 * left empty. Nodes and steps both read through it.
 * @example readyMapping({ dataField: ' body', fields: [{ input: '', field: '' }] }) // { dataField: 'body', fields: [] }
 */
export function readyMapping({ dataField, fields }: FactMapping): FactMapping {
  return {
    dataField: dataField.trim(),
    fields: fields
      .map(({ input, field }) => ({ input: input.trim(), field: field.trim() }))
      .filter(({ input, field }) => input !== '' || field !== ''),
  };
}

/** Reads the inputs of one table under one mapping. */
export interface FactReader {
  /** Where each input is read, as an absolute path in the item. */
  paths: readonly string[];
  /** The values of the inputs in order, null for absent; or `wrong_type` for each present value of another type. */
  read(item: JsonObject): Result<JsonValue[]>;
}

const readers = new WeakMap<DecisionTable, WeakMap<FactMapping, Result<FactReader>>>();

/**
 * Makes the reader for a table and a mapping, once per pair of objects.
 * @returns the reader; or `unknown_mapped_input`, `invalid_field_path` for a mapping that cannot work, with the path
 *   inside the mapping
 * @example const reader = factReader(compiled, itemIsFacts)
 */
export function factReader(compiled: CompiledTable, mapping: FactMapping): Result<FactReader> {
  let ofTable = readers.get(compiled.table);
  if (ofTable === undefined) readers.set(compiled.table, (ofTable = new WeakMap()));
  let reader = ofTable.get(mapping);
  if (reader === undefined) ofTable.set(mapping, (reader = makeReader(compiled.table, mapping)));
  return reader;
}

function makeReader(table: DecisionTable, mapping: FactMapping): Result<FactReader> {
  const issues: Issue[] = [];
  const base = splitPath(mapping.dataField);
  if (base === null) issues.push(errorIssue('invalid_field_path', ['dataField'], { field: mapping.dataField }));
  const mapped = new Map<string, string[]>();
  for (const [index, { input, field }] of mapping.fields.entries()) {
    const segments = field === '' ? null : splitPath(field);
    if (!table.inputs.some((candidate) => candidate.id === input)) {
      const known = table.inputs.map((candidate) => candidate.id);
      issues.push(errorIssue('unknown_mapped_input', ['fields', index, 'input'], { input, known }));
    }
    if (segments === null) issues.push(errorIssue('invalid_field_path', ['fields', index, 'field'], { field }));
    else mapped.set(input, segments);
  }
  if (issues.length > 0 || base === null) return { ok: false, issues };

  const places = table.inputs.map((input, index): FactPlace => {
    const segments = mapped.get(input.id) ?? [...base, ...(splitPath(input.path) ?? [])];
    return { index, input, segments, key: segments.at(-1) ?? '' };
  });
  const needsBase = base.length > 0 && table.inputs.some((input) => !mapped.has(input.id));
  const groups = groupByParent(places);
  return {
    ok: true,
    value: {
      paths: places.map(({ segments }) => segments.join('.')),
      read(item) {
        if (needsBase && !isJsonObject(readSegments(item, base))) {
          return { ok: false, issues: [errorIssue('no_data_at_field', [], { field: mapping.dataField })] };
        }
        return readGroups(groups, item, places.length);
      },
    },
  };
}

/** Where one input is read. */
interface FactPlace {
  index: number;
  input: TableInput;
  segments: string[];
  /** The last segment. */
  key: string;
}

/** Inputs that stand in the same object, so that the way there is gone once. */
interface FactGroup {
  parent: string[];
  places: FactPlace[];
}

function groupByParent(places: FactPlace[]): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const place of places) {
    const parent = place.segments.slice(0, -1);
    // Names may hold dots, so that joined by dots two ways could look like one.
    const key = JSON.stringify(parent);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { parent, places: [place] });
    else known.places.push(place);
  }
  return [...groups.values()];
}

function readGroups(groups: FactGroup[], item: JsonObject, inputCount: number): Result<JsonValue[]> {
  const values: JsonValue[] = new Array<JsonValue>(inputCount).fill(null);
  let issues: Issue[] | undefined;
  for (const group of groups) {
    const parent = readSegments(item, group.parent);
    if (typeof parent !== 'object' || parent === null) continue;
    for (const place of group.places) {
      const value = readMember(parent, place.key);
      if (value === undefined || value === null) continue;
      if (hasType(value, place.input.type)) values[place.index] = value;
      else (issues ??= []).push(wrongType(place.input.name, place.input.type, place.segments, value));
    }
  }
  return issues === undefined ? { ok: true, value: values } : { ok: false, issues };
}

/**
 * The issue of a present value of another type; it names the kind of the value, never the value itself.
 * @param input what people call the input
 * @param expected the type that it should have
 * @param segments where it was read
 * @param value what stands there
 * @example wrongType('Amount', 'number', ['order', 'amount'], '12').params.numeric // true
 */
export function wrongType(input: string, expected: ValueType, segments: string[], value: JsonValue): Issue {
  const found = Array.isArray(value) ? 'list' : typeof value;
  const numeric =
    expected === 'number' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  return errorIssue('wrong_type', segments, { input, field: segments.join('.'), expected, found, numeric });
}
