import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileModel,
  defaultIdentityModel,
  normalizeRecord,
  prepareNormalized,
  recordScorer,
  scorePair,
  type IdentityModel,
} from '../../../../engine/index.ts';
import { syntheticCustomers } from '../../../identity/synthetic-customers.ts';

const all = [...syntheticCustomers({ records: 400 })].map((record) => normalizeRecord(record, { region: 'US' }));
const names = { total: 1_000, counts: { mary: 40, james: 20, smith: 90 }, rest: 2 };
const model: IdentityModel = {
  ...defaultIdentityModel('person'),
  termFrequencies: { given_name: names, family_name: names, email: names, street: names },
};
const compiled = compileModel(model);
const places = fc.uniqueArray(fc.nat(all.length - 1), { minLength: 4, maxLength: 40 });

describe('one record against many', () => {
  it('weighs what scorePair weighs, to the last digit, whoever was asked about before', () => {
    fc.assert(
      fc.property(places, fc.array(fc.nat(all.length - 1), { minLength: 1, maxLength: 6 }), (kept, asked) => {
        const known = kept.map((at) => all[at] as (typeof all)[number]);
        const scorer = recordScorer(compiled, prepareNormalized(known));
        for (const at of asked) {
          const record = all[at] as (typeof all)[number];
          scorer.take(record);
          for (const [index, one] of known.entries()) {
            const { bits } = scorePair(compiled, one, record);
            expect(scorer.bits(index)).toBe(bits);
            expect(scorer.bits(index, bits + 0.001)).toBe(-Infinity);
            expect(scorer.bits(index, bits)).toBe(bits);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells values apart that are new, each time anew', () => {
    const known = normalizeRecord({
      id: '1',
      values: { given_name: 'Ada', family_name: 'Lovelace', email: 'ada@a.example' },
    });
    const scorer = recordScorer(compiled, prepareNormalized([known]));
    const bitsOf = (family_name: string): number => {
      const asked = normalizeRecord({ id: '2', values: { given_name: 'Ada', family_name, email: 'ada@a.example' } });
      scorer.take(asked);
      const bits = scorer.bits(0);
      expect(bits).toBe(scorePair(compiled, known, asked).bits);
      return bits;
    };
    const [near, far, again] = [bitsOf('Lovelacce'), bitsOf('Turing'), bitsOf('Lovelacce')];
    expect(again).toBe(near);
    expect(far).toBeLessThan(near);
  });
});
