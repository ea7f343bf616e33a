import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockingKeysOf,
  defaultIdentityModel,
  identityIndex,
  normalizeRecord,
  prepareNormalized,
} from '../../../../engine/index.ts';
import { syntheticCustomers } from '../../../identity/synthetic-customers.ts';
import { modelWith, normalizedRecord } from './brute-force.ts';

const model = defaultIdentityModel('person');
const records = [...syntheticCustomers({ records: 1_200, seed: 11 })].map((record) =>
  normalizeRecord(record, { region: 'US' }),
);

describe('the index of known records', () => {
  it('finds those with a blocking key in common, as the hub does by its keys', () => {
    const known = records.slice(0, 1_000);
    const index = identityIndex(model, prepareNormalized(known));
    const keysOf = known.map((record) => new Set(blockingKeysOf(model, record)));
    fc.assert(
      fc.property(fc.constantFrom(...records), (record) => {
        const keys = blockingKeysOf(model, record);
        const expected = keysOf.flatMap((own, at) => (keys.some((key) => own.has(key)) ? [at] : []));
        expect([...index.near(record).records]).toEqual(expected);
        expect(index.near(record).skipped).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('of too large a block gives those with most in common, and says how many it skipped', () => {
    const rules = [{ id: 'name', keys: [{ feature: 'family_name', take: 'whole' }] }] as const;
    const byCity = {
      id: 'city',
      keys: [
        { feature: 'city', take: 'whole' },
        { feature: 'phone', take: 'whole' },
      ],
    } as const;
    const known = Array.from({ length: 500 }, (_, at) =>
      normalizedRecord(`k${at}`, { family_name: 'smith', city: at === 400 ? 'salem' : 'springfield' }),
    );
    const index = identityIndex(modelWith([...rules, byCity], 10), prepareNormalized(known));
    const { records: found, skipped } = index.near({ values: { family_name: 'smith', city: 'salem' } });
    expect(found.length).toBe(10);
    expect(found).toContain(400);
    expect(skipped).toBe(490);
  });

  it('finds nobody for a record that says nothing, or nothing known', () => {
    const index = identityIndex(model, prepareNormalized(records));
    expect(index.near({ values: {} }).records.length).toBe(0);
    expect(index.near({ values: { email: 'nobody@nowhere.example' } }).records.length).toBe(0);
  });
});

describe('blocking keys', () => {
  it('are one text per rule of which the record has all parts', () => {
    const record = normalizedRecord('1', { email: 'ada@example.com', family_name: 'lovelace', postcode: '8001' });
    expect(blockingKeysOf(model, record)).toEqual(
      expect.arrayContaining([
        'email|ada@example.com',
        'email-local|ada',
        'family-name-start-3+postcode|lov\u001f8001',
      ]),
    );
    expect(blockingKeysOf(model, record).some((key) => key.startsWith('birth-date'))).toBe(false);
  });
});
