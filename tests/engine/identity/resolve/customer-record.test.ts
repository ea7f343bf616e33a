import { describe, expect, it } from 'vitest';
import { customerRecord, type SourceRecord } from '../../../../engine/index.ts';

const records: SourceRecord[] = [
  {
    id: 'crm-1',
    source: 'crm',
    updatedAt: '2026-01-01',
    values: { birth_date: '12.04.1986', email: 'Ann@Example.com' },
  },
  { id: 'erp-1', source: 'erp', updatedAt: '2026-02-01', values: { birth_date: '1986-04-12', email: 'test@test.com' } },
];

describe('customerRecord', () => {
  it('takes what normalizes alike for one value, so that it is no conflict', () => {
    expect(customerRecord(records).conflicts).toEqual([]);
  });

  it('does not let a placeholder survive, though it is the latest', () => {
    expect(customerRecord(records).values['email']).toMatchObject({ value: 'Ann@Example.com', from: 'crm-1' });
  });

  it('still tells two birth dates', () => {
    const other = { ...records[1], id: 'shop-1', values: { birth_date: '1987-04-12' } } as SourceRecord;
    expect(customerRecord([...records, other]).conflicts).toMatchObject([{ field: 'birth_date' }]);
  });
});
