import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldenRecord } from '../../../../engine/identity/golden/golden-record.ts';

describe('goldenRecord, for any records', () => {
  it('is the same whatever the order of records', () => {
    const record = fc.record({
      id: fc.uuid(),
      source: fc.constantFrom('crm', 'shop'),
      updatedAt: fc.constantFrom('2026-01-01', '2026-01-02T00:00:00Z', ''),
      values: fc.dictionary(
        fc.constantFrom('given_name', 'street', 'city', 'newsletter', 'tier'),
        fc.constantFrom('a', 'A', 'no', 'yes', 'long one'),
      ),
    });
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 6 }), (records) => {
        expect(goldenRecord([...records].reverse())).toEqual(goldenRecord(records));
      }),
    );
  });
});
