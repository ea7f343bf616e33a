import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/index.ts';

/** A field that sample customers have, with a value to show what it looks like. */
export interface SampleField {
  path: string;
  example: JsonValue;
}

/** Enough customers to see every usual field without walking through all of them. */
const looksAt = 200;

/** The fields of sample customers, in the order in which they are met, as paths below `prefix` (`body`). */
export function sampleFields(customers: readonly JsonObject[], prefix = ''): SampleField[] {
  const found = new Map<string, JsonValue>();
  for (const customer of customers.slice(0, looksAt)) walk(customer, prefix, found);
  return [...found].map(([path, example]) => ({ path, example }));
}

function walk(object: JsonObject, prefix: string, found: Map<string, JsonValue>): void {
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (isJsonObject(value)) walk(value, path, found);
    else if (!found.has(path)) found.set(path, value);
  }
}
