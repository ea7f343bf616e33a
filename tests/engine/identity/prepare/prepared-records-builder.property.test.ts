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
