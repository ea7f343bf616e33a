import { isJsonObject, type JsonObject, type JsonValue, type ParameterSchema } from '../../../../engine/index.ts';

/** The same object with one member set; `undefined` takes it away. */
export function withMember(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** A value that the schema's form can start from. */
export function emptyValue(schema: ParameterSchema): JsonValue {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      return '';
    case 'number':
    case 'integer':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, emptyValue(inner)]),
      );
  }
}

/**
 * A new row of a list of objects. A list whose rows must have an `id` that the form does not show gets one that is
 * free: rows keep it when they move, and links hang on it.
 */
export function newRow(schema: ParameterSchema, rows: readonly JsonValue[]): JsonValue {
  const row = emptyValue(schema);
  const needsId = schema.required?.includes('id') === true && schema.properties?.['id'] === undefined;
  if (!needsId || !isJsonObject(row)) return row;
  return { id: freeId(schema.title, rows), ...row };
}

function freeId(title: string, rows: readonly JsonValue[]): string {
  const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const taken = new Set(rows.map((row) => (isJsonObject(row) ? row.id : undefined)));
  let number = rows.length + 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The list with the entry at `from` at the place `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  const entry = list[from];
  return entry === undefined ? rest : rest.toSpliced(to, 0, entry);
}
