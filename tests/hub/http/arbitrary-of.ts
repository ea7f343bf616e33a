import fc from 'fast-check';
import type { Schema } from './openapi-document.ts';

/** Texts that have broken servers before. */
const oddTexts = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'null',
  '__proto__',
  'constructor',
  '..',
  '../..',
  '%00',
  '\u0000',
  '\u202e',
  '💥',
  "' or 1=1 --",
  '"; drop table',
  'stw_',
  '9'.repeat(400),
];

export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Any JSON at all. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  oddText,
  fc.constantFrom(0, -0, 1e308, -1, 2 ** 53, null, true, [], {}),
);

/** Values that a schema allows, by and large: what it cannot make of a keyword it leaves to chance. */
export function arbitraryOf(schema: Schema, named: Record<string, Schema> = {}): fc.Arbitrary<unknown> {
  const of = (inner: unknown): fc.Arbitrary<unknown> => arbitraryOf((inner ?? {}) as Schema, named);
  const { $ref, anyOf, oneOf, allOf, type } = schema;
  if (typeof $ref === 'string') return of(named[$ref.split('/').at(-1) ?? '']);
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const choices = anyOf ?? oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map(of));
  if (Array.isArray(allOf)) return of(Object.assign({}, ...(allOf as Schema[])));
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => of({ ...schema, type: one })));
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer(rangeOf(schema, 1_000));
    case 'number':
      return fc.double({ ...rangeOf(schema, 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const minLength = Number(schema['minItems'] ?? 0);
      const maxLength = Math.min(Number(schema['maxItems'] ?? Infinity), minLength + 3);
      return fc.array(of(schema['items']), { minLength, maxLength });
    }
    case 'object':
      return objectOf(schema, of);
    default:
      return anyJson;
  }
}

function objectOf(schema: Schema, of: (inner: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const members = Object.entries((schema['properties'] ?? {}) as Schema);
  const required = new Set((schema['required'] ?? []) as string[]);
  const known = fc.record(Object.fromEntries(members.map(([name, member]) => [name, of(member)])), {
    requiredKeys: members.map(([name]) => name).filter((name) => required.has(name)),
  });
  const patterns = Object.values((schema['patternProperties'] ?? {}) as Schema);
  const open = schema['additionalProperties'];
  const more = patterns[0] ?? (open === true ? {} : open);
  if (!more || typeof more !== 'object') return known;
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__');
  return fc.tuple(fc.dictionary(name, of(more), { maxKeys: 3 }), known).map(([extra, own]) => ({ ...extra, ...own }));
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  if (schema['format'] === 'date-time') return day.map((date) => date.toISOString());
  if (schema['format'] === 'date') return day.map((date) => date.toISOString().slice(0, 10));
  if (typeof schema['pattern'] === 'string') return fc.stringMatching(new RegExp(schema['pattern']), { size: 'small' });
  const minLength = Number(schema['minLength'] ?? 0);
  const maxLength = Math.min(Number(schema['maxLength'] ?? Infinity), minLength + 20);
  return fc.string({ unit: 'grapheme', minLength, maxLength });
}

function rangeOf(schema: Schema, width: number): { min: number; max: number } {
  const min = Number(schema['minimum'] ?? -width);
  return { min, max: Math.min(Number(schema['maximum'] ?? Infinity), Math.max(min, 0) + width) };
}

/** A value with one thing in it changed, dropped or added: what is nearly right. */
export function nearly(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.nat(), anyJson, fc.constantFrom('change', 'drop', 'add')).map(([whole, at, other, how]) => {
    const copy = structuredClone(whole);
    const places = placesIn(copy);
    const place = places[at % Math.max(places.length, 1)];
    if (place === undefined) return other;
    const [holder, key] = place;
    if (how === 'change') holder[key] = other;
    else if (how === 'drop' && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else (holder as Record<string, unknown>)['unheardOf'] = other;
    return copy;
  });
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key): [Record<string, unknown>, string][] => [
    [holder, key],
    ...placesIn(holder[key]),
  ]);
}
