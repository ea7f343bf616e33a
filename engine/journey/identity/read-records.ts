import { readPath, splitPath } from '../../decision/facts/read-path.ts';
import { recognizeColumns } from '../../identity/fields/recognize-columns.ts';
import type { SourceRecord } from '../../identity/model/golden-record.ts';
import { identityFields, type IdentityField, type IdentityRecord } from '../../identity/model/identity-record.ts';
import { errorIssue, type Result } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { IdentitySetting } from './identity-setting.ts';

/** A record as an item holds it: what identifies, and all of its values for the golden record. */
export interface ReadRecord extends SourceRecord {
  values: Readonly<Record<string, string>>;
  /** Whether the id was read from the record; false: it was numbered. */
  hasOwnId: boolean;
}

/** Records looked at to recognize what the columns mean. */
const sampleSize = 100;

/** Deeper members of a record take no part. */
const deepest = 4;

/** Longer texts are cut, as normalizing does. */
const longestText = 10_000;

/**
 * Reads records from objects: which member means which field is what the setting says, or is recognized by names and values
 * over all of them. Members of objects inside are named by their path, `address.city`; lists take no part.
 * @param numberedFrom words before the number of a record without an id
 * @returns records whose values are texts by field, other members by their path; or `identity_no_fields` where nothing identifies
 */
export function readRecords(
  objects: readonly JsonObject[],
  setting: Pick<IdentitySetting, 'fields' | 'idField' | 'sourceField' | 'updatedField'>,
  numberedFrom = 'record',
): Result<ReadRecord[]> {
  const flat = objects.map(flatten);
  const own = setting.fields.map(({ identity, path }) => [identity, path] as const);
  const mapping = own.length > 0 ? own : recognized(flat, setting);
  if (mapping.length === 0 && objects.length > 0) {
    const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))].slice(0, 20).join(', ');
    return { ok: false, issues: [errorIssue('identity_no_fields', [], { columns: columns || 'none' })] };
  }
  return {
    ok: true,
    value: objects.map((object, at) =>
      readRecord(object, flat[at] ?? new Map(), mapping, setting, `${numberedFrom}-${at + 1}`),
    ),
  };
}

type Mapping = readonly (readonly [IdentityField, string])[];

function readRecord(
  object: JsonObject,
  flat: ReadonlyMap<string, string>,
  mapping: Mapping,
  { idField, sourceField, updatedField }: Pick<IdentitySetting, 'idField' | 'sourceField' | 'updatedField'>,
  numbered: string,
): ReadRecord {
  const at = (path: string): string => (path === '' ? '' : textOf(readPath(object, path)));
  const used = new Set([sourceField, updatedField, idField]);
  const values: Record<string, string> = {};
  for (const [field, path] of mapping) {
    used.add(path);
    const value = flat.get(path) ?? at(path);
    if (value !== '') values[field] = value;
  }
  for (const [path, value] of flat) {
    if (!used.has(path) && !Object.hasOwn(values, path) && !(identityFields as readonly string[]).includes(path)) {
      values[path] = value;
    }
  }
  const [id, source, updatedAt] = [at(idField), at(sourceField), at(updatedField)];
  return {
    id: id === '' ? numbered : id,
    hasOwnId: id !== '',
    values,
    ...(source !== '' && { source }),
    ...(updatedAt !== '' && { updatedAt }),
  };
}

/** What is compared of a record. */
export function identityRecordOf({ id, values }: SourceRecord): IdentityRecord {
  const compared: Partial<Record<IdentityField, string>> = {};
  for (const field of identityFields) {
    const value = values[field];
    if (value !== undefined) compared[field] = value;
  }
  return { id, values: compared };
}

/** The object at a path of an item, as a record; or `identity_record_missing`. */
export function recordAt(item: JsonObject, path: string): Result<JsonObject> {
  const found = readPath(item, path);
  if (isJsonObject(found)) return { ok: true, value: found };
  return {
    ok: false,
    issues: [errorIssue('identity_record_missing', splitPath(path) ?? [], { field: path || 'the item' })],
  };
}

/** The list of objects at a path of an item; or `identity_list_missing`. */
export function recordsAt(item: JsonObject, path: string): Result<JsonObject[]> {
  const found = readPath(item, path);
  if (Array.isArray(found) && found.every(isJsonObject)) return { ok: true, value: found };
  return { ok: false, issues: [errorIssue('identity_list_missing', splitPath(path) ?? [], { field: path })] };
}

function recognized(
  flat: readonly ReadonlyMap<string, string>[],
  { idField, sourceField, updatedField }: Pick<IdentitySetting, 'idField' | 'sourceField' | 'updatedField'>,
): Mapping {
  const sample = flat.slice(0, sampleSize);
  // Sorted, so that neither the order of records nor that of their members counts.
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))]
    .filter((column) => ![idField, sourceField, updatedField].includes(column))
    .sort();
  const { mapping } = recognizeColumns(
    columns,
    sample.map((row) => Object.fromEntries(row)),
  );
  return identityFields.flatMap((field): [IdentityField, string][] => {
    const column = mapping[field];
    return column === undefined ? [] : [[field, column]];
  });
}

/** Texts, numbers and truth values by their path. What Steward itself wrote into the item is no value of the record. */
function flatten(object: JsonObject): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: JsonObject, prefix: string, depth: number): void => {
    for (const [name, member] of Object.entries(value)) {
      if (depth === 0 && (name === 'steward' || name === 'identity')) continue;
      const path = `${prefix}${name}`;
      const text = textOf(member);
      if (text !== '') found.set(path, text);
      else if (isJsonObject(member) && depth + 1 < deepest) visit(member, `${path}.`, depth + 1);
    }
  };
  visit(object, '', 0);
  return found;
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value.length > longestText ? value.slice(0, longestText) : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
