import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultIdentityModel, type IdentityModel, type JsonObject, type JsonValue } from '../../../../engine/index.ts';
import { departureFromIdentityModel } from '../../../../engine/identity/model/identity-model-shape.ts';
import { parseIdentityModel } from '../../../../rules/index.ts';
import { mutate } from '../../journey/mutate-document.ts';
import '../../../property-seed.ts';

// A model in a step's setting is held against a form that the engine knows itself; the hub and the command line have the schema.

/** Small, with every member that a model may have. */
const small: IdentityModel = {
  ...defaultIdentityModel('company'),
  comparisons: defaultIdentityModel('company').comparisons.slice(0, 2),
  wideBlocking: [{ id: 'wide', keys: [{ feature: 'company', take: 'start', length: 4 }] }],
  shared: [
    {
      comparison: 'company',
      levels: ['differs'],
      of: ['email'],
      atMostBits: 3,
      unless: { comparison: 'email', levels: ['equal'] },
    },
  ],
  guards: { neverTogether: ['national_id'], limits: { phone: 3 }, maxBlockSize: 1000 },
  termFrequencies: { company: { total: 10, counts: { acme: 3 }, rest: 1.5 } },
  provenance: {
    method: 'reviewed-pairs',
    trainedOn: 'Pairs',
    base: 'company@1',
    date: '2026-11-22',
    records: 10,
    reviewedPairs: { same: 1, different: 2 },
    iterations: 3,
  },
};

const junk = fc.oneof(
  fc.constantFrom<JsonValue>('', 'x', 0, 0.5, 1, 2, -1, 1.5, true, null, [], {}, ['x'], [{}], ['company'], 'whole'),
  fc.constantFrom<JsonValue>('company', 'exact', '2026-1-1', 'a'.repeat(201), 'a'.repeat(501), 100_001, 51, [0.5]),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
);

describe('the form of an identity model inside a step', () => {
  it('is that of every model that Steward ships', () => {
    for (const model of [defaultIdentityModel('person'), defaultIdentityModel('company'), small])
      expect(departureFromIdentityModel(model as unknown as JsonObject)).toBeNull();
  });

  it('is what the schema of models says, whatever is changed about a model', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat()),
        junk,
        fc.constantFrom('replace', 'remove', 'add'),
        (choices, value, how) => {
          const model = structuredClone(small) as unknown as JsonObject;
          mutate(model, choices, value, how);
          const { ok } = parseIdentityModel(model);
          if (!ok) refused += 1;
          expect(departureFromIdentityModel(model) === null).toBe(ok);
        },
      ),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});
