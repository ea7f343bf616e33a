import '../../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  identityFields,
  normalizeField,
  normalizeRecord,
  recognizeColumns,
  soundOf,
  type IdentityFeature,
} from '../../../../engine/index.ts';
import { messyValues } from './messy-values.ts';

const regions = fc.constantFrom(undefined, 'DE', 'US', 'GB', 'ES', 'HU', 'AU', 'BR', 'XX');
const options = regions.map((region) => (region === undefined ? {} : { region }));

describe('a normalized value', () => {
  test('normalized again, as the feature that it belongs to, is itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityFields), messyValues(), options, (field, raw, how) => {
        const { values } = normalizeField(field, raw, how);
        for (const [feature, value] of Object.entries(values)) {
          const again = normalizeField(feature as IdentityFeature, value, how);
          expect({ feature, values: again.values, setAside: again.setAside }).toEqual({
            feature,
            values: { [feature]: value },
            setAside: undefined,
          });
        }
      }),
      { numRuns: 20_000 },
    );
  });

  test('is not empty, at most 254 characters, without spaces around, and its twin in another Unicode form is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityFields), messyValues(), options, (field, raw, how) => {
        const { values } = normalizeField(field, raw, how);
        for (const value of Object.values(values)) {
          expect(value).toBe(value.trim());
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(254);
        }
        if (raw.length < 300)
          expect(normalizeField(field, raw.normalize('NFD'), how).values).toEqual(
            normalizeField(field, raw.normalize('NFC'), how).values,
          );
      }),
      { numRuns: 5000 },
    );
  });

  test('is either there or set aside, unless the cell was blank', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityFields), messyValues(), options, (field, raw, how) => {
        const read = normalizeField(field, raw, how);
        if (read.setAside !== undefined) expect(read.values).toEqual({});
        else if (Object.keys(read.values).length === 0)
          expect(raw.replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')).toBe('');
      }),
      { numRuns: 5000 },
    );
  });
});

test('a normalized record, normalized again, is itself', () => {
  const record = fc.record(Object.fromEntries(identityFields.map((field) => [field, messyValues()])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(record, options, (values, how) => {
      const once = normalizeRecord({ id: 'a', values }, how);
      expect(normalizeRecord({ id: 'a', values: once.values }, how)).toEqual({ ...once, setAside: [] });
    }),
    { numRuns: 2000 },
  );
});

test('columns are recognized whatever they are called and hold; each is mapped once or unknown', () => {
  const names = fc.array(fc.oneof(messyValues(), fc.constantFrom('name', 'e-mail', 'PLZ', 'dob', '__proto__')), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(names, fc.array(messyValues(), { maxLength: 5 }), (columns, cells) => {
      const { mapping, unknown } = recognizeColumns(
        columns,
        cells.map((cell) => Object.fromEntries(columns.map((column) => [column, cell]))),
      );
      const mapped = new Set<string>(Object.values(mapping));
      expect(columns.every((column) => mapped.has(column) !== unknown.includes(column))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('the sound of any text is short, and does not depend on capitals', () => {
  fc.assert(
    fc.property(fc.oneof(messyValues(), fc.stringMatching(/^[a-z]{1,12}$/)), (text) => {
      expect(soundOf(text).length).toBeLessThanOrEqual(8);
      if (/^[a-z ]*$/.test(text)) expect(soundOf(text.toUpperCase())).toBe(soundOf(text));
    }),
    { numRuns: 2000 },
  );
});
