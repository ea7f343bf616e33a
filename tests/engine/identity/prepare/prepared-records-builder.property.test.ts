import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identityFields,
  normalizeRecord,
  PreparedRecordsBuilder,
  prepareNormalized,
  prepareRecords,
  type IdentityRecord,
  type PreparedRecords,
} from '../../../../engine/index.ts';

const value = fc.oneof(
  fc.constantFrom('', ' ', 'Ann', 'ANN', 'Dr. Ann Smith', 'test@test.com', 'a@b.example', '1900-01-01', '3.2.1980'),
  fc.constantFrom('+1 202 555 0101', '(202) 555-0101', '12 Main St', 'DE', 'US', 'John Doe', 'x'.repeat(300)),
  fc.string({ maxLength: 20 }),
);
const record = fc.dictionary(fc.constantFrom(...identityFields), value, { maxKeys: 8 });
const records = fc
  .array(record, { maxLength: 20 })
  .map((all) => all.map((values, index): IdentityRecord => ({ id: `record number ${index}`, values })));

/** What the columns say of each record. */
function valuesOf({ count, columns }: PreparedRecords): Record<string, string>[] {
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      [...columns].flatMap(([feature, { codes, values }]) => {
        const code = codes[index] as number;
        return code === 0 ? [] : [[feature, values[code] as string]];
      }),
    ),
  );
}

describe('records in columns', () => {
  it('say what each record says on its own, however many came before', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('DE', 'US', undefined), (all, region) => {
        const options = region === undefined ? {} : { region };
        const prepared = prepareRecords(all, options);
        const normalized = all.map((each) => normalizeRecord(each, options));
        expect(valuesOf(prepared)).toEqual(normalized.map(({ values }) => ({ ...values })));
        expect(prepared.ids).toEqual(all.map(({ id }) => id));
        expect(prepared.setAside.reduce((sum, { count }) => sum + count, 0)).toBe(
          normalized.reduce((sum, { setAside }) => sum + setAside.length, 0),
        );
        expect(prepared).toEqual(prepareNormalized(normalized));
      }),
    );
  });

  it('have each value once, and count who has it', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const { codes, values, counts } of prepareRecords(all).columns.values()) {
          expect(values[0]).toBe('');
          expect(new Set(values).size).toBe(values.length);
          expect(counts.length).toBe(values.length);
          const counted = new Uint32Array(values.length);
          for (const code of codes) counted[code] = (counted[code] as number) + 1;
          expect(counts).toEqual(counted);
          expect(codes.length).toBe(all.length);
        }
      }),
    );
  });
});

it('records prepared in parts are those prepared at once, wherever they were parted', () => {
  fc.assert(
    fc.property(records, fc.array(fc.nat(20), { maxLength: 4 }), (all, cuts) => {
      const bounds = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
      const builder = new PreparedRecordsBuilder({ region: 'US' });
      // The first ones by the builder itself, as the thread that puts the parts together does.
      for (const { id, values } of all.slice(0, bounds[1])) builder.add(id, values);
      bounds.slice(2).forEach((to, index) => {
        builder.addPrepared(prepareRecords(all.slice(bounds[index + 1], to), { region: 'US' }));
      });
      expect(builder.finish()).toEqual(prepareRecords(all, { region: 'US' }));
    }),
  );
});

it('parts of thousands of records are put together', () => {
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({
      id: `r${from + index}`,
      values: { customer_number: `C-${(from + index) % 3_000}` },
    }));
  const builder = new PreparedRecordsBuilder();
  for (const [from, to] of [
    [0, 1_500],
    [1_500, 4_000],
    [4_000, 7_000],
  ] as const)
    builder.addPrepared(prepareRecords(numbered(from, to)));
  expect(builder.finish()).toEqual(prepareRecords(numbered(0, 7_000)));
});

it('columns grow with thousands of records', () => {
  const builder = new PreparedRecordsBuilder();
  for (let index = 0; index < 5_000; index++) {
    builder.add(`r${index}`, index % 2 === 0 ? { customer_number: `C-${index}` } : {});
  }
  const { count, columns } = builder.finish();
  const column = columns.get('customer_number');
  expect(count).toBe(5_000);
  expect(column?.values.length).toBe(2_501);
  expect(column?.counts[0]).toBe(2_500);
  expect(column?.values[column.codes[4_998] as number]).toMatch(/4998/);
});
