import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { hasType } from '../cell/match-test.ts';
import { offsetOf } from '../cell/ordinal.ts';
import type { ColumnOffsets } from '../cell/column-offsets.ts';
import type { DecisionTable, Outcome, TableInput, ValueType } from '../model.ts';
import { allowedCheck, missingInput, notAllowed, wrongType, type AllowedCheck } from './fact-check.ts';
import type { FactMapping } from './fact-mapping.ts';
import { outcomeSegments, readOutcome } from './read-outcome.ts';
import { readMember, readSegments, splitPath } from './read-path.ts';

/** Outcomes of the tables that were decided before, by table id. */
export type OutcomesById = ReadonlyMap<string, Outcome>;

/** Reads the inputs of one table under one mapping. */
export interface FactReader {
  /** Where each input is read: an absolute path in the item; for an input that reads `from` a table its id and the path. */
  paths: readonly string[];
  /** The same, split, for inputs that are read in the item; null for those that read `from` a table. */
  segments: readonly (readonly string[] | null)[];
  /**
   * The values of the inputs in order, null for absent; or everything that is wrong with them: `no_data_at_field`,
   * `wrong_type`, `value_not_allowed`, `missing_input`.
   */
  read(item: JsonObject, outcomes?: OutcomesById): Result<JsonValue[]>;
}

/** What a table's reader has to know beyond the table. */
export interface ReaderContext {
  /** The tables that inputs may read `from`. */
  uses: readonly DecisionTable[];
  offsets: ColumnOffsets;
}

/**
 * Makes the reader for a table under a mapping whose fields all name inputs of it.
 * @param table a table without errors
 * @param mapping where the facts are
 * @param mapped the mapping's fields, split, by input id
 */
export function makeFactReader(
  table: DecisionTable,
  mapping: FactMapping,
  mapped: ReadonlyMap<string, string[]>,
  { uses, offsets }: ReaderContext,
): FactReader {
  const base = splitPath(mapping.dataField) ?? [];
  const places = table.inputs.map((input, index): FactPlace => {
    const used = input.from === undefined ? undefined : uses.find(({ id }) => id === input.from);
    const segments =
      used === undefined
        ? (mapped.get(input.id) ?? [...base, ...(splitPath(input.path) ?? [])])
        : [used.id, ...(outcomeSegments(used, input.path) ?? [])];
    return {
      index,
      input,
      segments,
      key: segments.at(-1) ?? '',
      from: used?.id,
      offset: offsets.kinds[index] ?? null,
      isOfType: typeCheck(input.type),
      isAllowed: allowedCheck(input),
    };
  });
  const ofItem = places.filter(({ from }) => from === undefined);
  const ofOutcomes = places.filter(({ from }) => from !== undefined);
  const required = places.filter(({ input }) => input.required === true);
  const needsBase = base.length > 0 && ofItem.some(({ input }) => !mapped.has(input.id));
  const groups = groupByParent(ofItem);
  const linked = linkedPlaces(places, offsets);
  return {
    paths: places.map(({ segments }) => segments.join('.')),
    segments: places.map(({ segments, from }) => (from === undefined ? segments : null)),
    read(item, outcomes) {
      if (needsBase && !isJsonObject(readSegments(item, base))) {
        return { ok: false, issues: [errorIssue('no_data_at_field', [], { field: mapping.dataField })] };
      }
      const reading: Reading = { values: new Array<JsonValue>(places.length).fill(null), issues: null };
      for (const group of groups) readGroup(group, item, reading);
      for (const place of ofOutcomes) {
        const outcome = outcomes?.get(place.from as string) ?? null;
        take(place, readOutcome(outcome, place.segments.slice(1)), reading);
      }
      for (const group of linked) checkLinked(group, reading);
      for (const place of required)
        if (isAbsent(place, reading)) refuse(reading, missingInput(place.input, place.segments));
      return reading.issues === null ? { ok: true, value: reading.values } : { ok: false, issues: reading.issues };
    },
  };
}

/** Where one input is read, and what its value has to be. */
interface FactPlace {
  index: number;
  input: TableInput;
  segments: string[];
  /** The last segment. */
  key: string;
  /** Id of the table whose outcome it is read in. */
  from: string | undefined;
  offset: ColumnOffsets['kinds'][number];
  isOfType: (value: JsonValue) => boolean;
  isAllowed: AllowedCheck | null;
}

/** `hasType` for one type: most columns need not ask which. */
function typeCheck(type: ValueType): (value: JsonValue) => boolean {
  switch (type) {
    case 'number':
      return Number.isFinite;
    case 'string':
      return (value) => typeof value === 'string';
    case 'boolean':
      return (value) => typeof value === 'boolean';
    default:
      return (value) => hasType(value, type);
  }
}

/** Inputs that stand in the same object, so that the way there is gone once. */
interface FactGroup {
  parent: string[];
  places: FactPlace[];
}

interface Reading {
  values: JsonValue[];
  issues: Issue[] | null;
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

function readGroup({ parent, places }: FactGroup, item: JsonObject, reading: Reading): void {
  const container = readSegments(item, parent);
  if (typeof container !== 'object' || container === null) return;
  for (const place of places) take(place, readMember(container, place.key), reading);
}

function take(place: FactPlace, value: JsonValue | undefined, reading: Reading): void {
  if (value === undefined || value === null) return;
  const { input, segments, offset } = place;
  if (!place.isOfType(value)) refuse(reading, wrongType(input.name, input.type, segments, value));
  else if (offset !== null && offsetOf(value, input.type) !== offset)
    refuse(reading, wrongType(input.name, input.type, segments, value, offset));
  else if (place.isAllowed !== null && !place.isAllowed(value)) refuse(reading, notAllowed(input, segments));
  else reading.values[place.index] = value;
}

function refuse(reading: Reading, issue: Issue): void {
  (reading.issues ??= []).push(issue);
}

/** A value that was refused is there. */
function isAbsent({ index, segments }: FactPlace, { values, issues }: Reading): boolean {
  return values[index] === null && !(issues?.some(({ path }) => path === segments) ?? false);
}

/** Times that are compared with one another alone, so that only the facts show whether they have an offset. */
function linkedPlaces(places: readonly FactPlace[], { kinds, groups }: ColumnOffsets): FactPlace[][] {
  const members = new Map<number, FactPlace[]>();
  for (const place of places) {
    if (kinds[place.index] !== null) continue;
    const group = groups[place.index] as number;
    const known = members.get(group);
    if (known === undefined) members.set(group, [place]);
    else known.push(place);
  }
  return [...members.values()].filter((group) => group.length > 1);
}

/** The first of them that is there sets the form. */
function checkLinked(places: readonly FactPlace[], reading: Reading): void {
  const formOf = ({ index, input }: FactPlace) => offsetOf(reading.values[index] ?? null, input.type) ?? undefined;
  const present = places.filter(({ index }) => reading.values[index] !== null);
  const [first] = present;
  if (first === undefined) return;
  const expected = formOf(first);
  for (const place of present) {
    if (formOf(place) === expected) continue;
    const value = reading.values[place.index] ?? null;
    refuse(reading, wrongType(place.input.name, place.input.type, place.segments, value, expected));
  }
}
