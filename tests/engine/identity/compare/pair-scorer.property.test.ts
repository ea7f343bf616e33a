import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCompanyModel } from '../../../../engine/identity/compare/default-company-model.ts';
import { defaultPersonModel } from '../../../../engine/identity/compare/default-person-model.ts';
import { pairScorer } from '../../../../engine/identity/compare/pair-scorer.ts';
import {
  normalizeRecord,
  prepareNormalized,
  scorePair,
  type IdentityModel,
  type IdentityRecord,
  type TermFrequencies,
} from '../../../../engine/index.ts';
import { syntheticCustomers } from '../../../identity/synthetic-customers.ts';

const some = (...values: string[]) => fc.constantFrom('', '', ...values);
const anyText = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[a-c ]{0,9}$/));
const record = fc.record({
  given_name: fc.oneof(some('Ann', 'Anna', 'Bob', 'Robert', 'J.', 'Smith', 'Anna Maria'), anyText),
  middle_name: some('Lee', 'L', 'Leigh'),
  family_name: fc.oneof(some('Smith', 'Smyth', 'van Dijk', 'Vandijk', 'Ann', 'Miller-Smith'), anyText),
  company: some('Acme Ltd', 'Acme', 'Acme Holding GmbH', 'Globex Corp'),
  birth_date: some('1980-02-03', '1980-03-02', '1981-02-03', '1980-02-04', '1955-12-31'),
  email: fc.oneof(
    some('ann.smith@example.com', 'ann.smith@example.org', 'ann.smiht@example.com', 'x@example.com'),
    fc.emailAddress(),
  ),
  phone: some('+12025550101', '+12025550102', '2025550101', '+492025550101'),
  house_number: some('1', '12', '12a', '112'),
  street: some('Main Street', 'Main St', 'Maine Street', 'Oak Avenue'),
  city: some('Springfield', 'Springfeild', 'Salem', 'New Salem'),
  postcode: some('12345', '12346', '21345', 'AB1 2CD'),
  country: some('US', 'DE', 'Germany'),
  national_id: some('123456789', '123456780', '987654321'),
  customer_number: some('A-1000234', 'A-1000243', '77'),
});
const records = fc
  .array(record, { minLength: 2, maxLength: 12 })
  .map((all) => all.map((values, index): IdentityRecord => ({ id: `r${index}`, values })));

/** Frequencies as fitting would count them, so that rarity has a weight. */
function withFrequencies(model: IdentityModel): IdentityModel {
  const names: TermFrequencies = {
    total: 1_000,
    counts: { ann: 40, anna: 20, smith: 90, 'main street': 30 },
    rest: 500,
  };
  const termFrequencies = {
    given_name: names,
    family_name: names,
    street: names,
    email: names,
    postcode: names,
    city: names,
  };
  return { ...model, termFrequencies };
}

const models: readonly IdentityModel[] = [
  defaultPersonModel,
  withFrequencies(defaultPersonModel),
  defaultCompanyModel,
  withFrequencies(defaultCompanyModel),
];

function expectEqualBits(model: IdentityModel, all: readonly IdentityRecord[], atLeast?: number): void {
  const normalized = all.map((each) => normalizeRecord(each));
  const scorer = pairScorer(model, prepareNormalized(normalized));
  const levels = new Int8Array(model.comparisons.length);
  for (const [left, one] of normalized.entries()) {
    for (let right = left + 1; right < normalized.length; right++) {
      const truth = scorePair(model, one, normalized[right] as typeof one);
      if (atLeast === undefined) expect(scorer.bits(left, right)).toBe(truth.bits);
      const most = atLeast ?? truth.bits;
      expect(scorer.bits(right, left, most)).toBe(truth.bits < most ? -Infinity : truth.bits);
      scorer.levels(left, right, levels);
      const names = [...levels].map((level, at) => model.comparisons[at]?.levels[level]?.id ?? null);
      expect(names).toEqual(truth.parts.map(({ level }) => level));
    }
  }
}

describe('the fast scorer', () => {
  it('gives the bits and levels of scorePair, to the last digit', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(...models), (all, model) => {
        expectEqualBits(model, all);
      }),
    );
  });

  it('gives nothing below what is asked for, and all that is not', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(...models), fc.integer({ min: -40, max: 40 }), (all, model, atLeast) => {
        expectEqualBits(model, all, atLeast);
      }),
    );
  });

  it('agrees on customers as they are written down', () => {
    const all = [...syntheticCustomers({ records: 150, seed: 3 })];
    expectEqualBits(withFrequencies(defaultPersonModel), all);
    expectEqualBits(withFrequencies(defaultPersonModel), all, -4);
  });
});
