import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparators,
  defaultIdentityModel,
  identityFeatures,
  jaroWinkler,
  editDistance,
  scorePair,
  type IdentityFeature,
  type IdentityModel,
  type NormalizedRecord,
} from '../../../../engine/index.ts';
import '../../../property-seed.ts';

const word = fc.oneof(
  fc.constantFrom('anna', 'ana', 'smith', 'smiht', 'a', 'van dijk', 'london'),
  fc.stringMatching(/^[a-e]{1,7}$/),
);
const values: Record<IdentityFeature, fc.Arbitrary<string>> = {
  given_name: word,
  middle_name: word,
  family_name: word,
  company: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  birth_date: fc.stringMatching(/^19[89][0-3]-0[1-4]-0[1-4]$/),
  email: fc.tuple(word, fc.constantFrom('example.com', 'example.org')).map(([local, domain]) => `${local}@${domain}`),
  phone: fc.stringMatching(/^\+1202555010[0-9]$/),
  house_number: fc.stringMatching(/^[1-3]{1,2}$/),
  street: word,
  address_extra: word,
  city: word,
  region: word,
  postcode: fc.stringMatching(/^1[0-2]{4}$/),
  country: fc.constantFrom('DE', 'FR'),
  national_id: fc.stringMatching(/^1234[0-2]{3}$/),
  customer_number: fc.stringMatching(/^[0-2]{6}$/),
};
const record: fc.Arbitrary<NormalizedRecord> = fc
  .record(values, { requiredKeys: [] })
  .map((picked) => ({ id: 'a', values: picked, setAside: [] }));
const model: fc.Arbitrary<IdentityModel> = fc.constantFrom(
  defaultIdentityModel('person'),
  defaultIdentityModel('company'),
  {
    ...defaultIdentityModel('person'),
    termFrequencies: { family_name: { total: 50, counts: { smith: 20, 'van dijk': 5 }, rest: 1 } },
  },
);

describe('scorePair', () => {
  it('gives the same in both directions', () => {
    fc.assert(
      fc.property(model, record, record, (theModel, left, right) => {
        const one = scorePair(theModel, left, right);
        const other = scorePair(theModel, right, left);
        expect(other.parts.map(({ level, bits }) => [level, bits])).toEqual(
          one.parts.map(({ level, bits }) => [level, bits]),
        );
        expect(other.bits).toBe(one.bits);
        expect(other.guards).toEqual(one.guards);
      }),
      { numRuns: 500 },
    );
  });

  it('adds up: prior and parts are the bits', () => {
    fc.assert(
      fc.property(model, record, record, (theModel, left, right) => {
        const { parts, priorBits, bits, probability } = scorePair(theModel, left, right);
        expect(parts.reduce((sum, part) => sum + part.bits, priorBits)).toBe(bits);
        expect(probability).toBeCloseTo(2 ** bits / (1 + 2 ** bits), 12);
      }),
    );
  });

  it('weighs nothing what is missing', () => {
    fc.assert(
      fc.property(model, record, record, (theModel, left, right) => {
        for (const part of scorePair(theModel, left, right).parts) {
          const missing = part.features.some((name) => part.left[name] === undefined || part.right[name] === undefined);
          if (missing) expect(part).toMatchObject({ level: null, bits: 0, termFrequencyBits: 0 });
          if (part.level === null) expect(part.bits).toBe(0);
        }
      }),
    );
  });

  it('counts a comparison that stands in only where the others could not compare', () => {
    fc.assert(
      fc.property(model, record, record, (theModel, left, right) => {
        const { parts } = scorePair(theModel, left, right);
        for (const [index, { insteadOf = [] }] of theModel.comparisons.entries()) {
          if (parts[index]?.level === null) continue;
          for (const id of insteadOf) expect(parts.find((part) => part.comparison === id)?.level).toBeNull();
        }
      }),
    );
  });

  it('finds a record equal to itself in every comparison that it can make', () => {
    fc.assert(
      fc.property(model, record, (theModel, one) => {
        const { parts, guards } = scorePair(theModel, one, one);
        expect(parts.filter(({ level }) => level !== null && level !== 'equal')).toEqual([]);
        expect(guards).toEqual([]);
      }),
    );
  });
});

describe('similarities', () => {
  it('are the same in both directions and 1 or 0 edits only for equal texts', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(jaroWinkler(left, right)).toBe(jaroWinkler(right, left));
        expect(editDistance(left, right, 3)).toBe(editDistance(right, left, 3));
        expect(jaroWinkler(left, right) === 1).toBe(left === right);
        expect(editDistance(left, right, 3) === 0).toBe(left === right);
      }),
    );
  });
});

describe('comparators', () => {
  it('know every feature that a default model gives them', () => {
    for (const kind of ['person', 'company'] as const) {
      for (const { comparator, features } of defaultIdentityModel(kind).comparisons) {
        expect(comparators[comparator].features).toBe(features.length);
        expect(features.every((feature) => identityFeatures.includes(feature))).toBe(true);
      }
    }
  });
});
