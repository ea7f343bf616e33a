import { describe, expect, it } from 'vitest';
import { defaultIdentityModel, normalizeRecord, scorePair, type IdentityModel } from '../../../../engine/index.ts';

const names = { total: 10_000, counts: { smith: 400, featherstonehaugh: 2 }, rest: 3 };
const person = defaultIdentityModel('person');
const model: IdentityModel = {
  ...person,
  termFrequencies: { family_name: names },
  shared: (person.shared ?? []).map((shared) => ({ ...shared, atMostBits: 12 })),
};

/** Two first names under one roof. */
function bitsOfTwo(family_name: string): number {
  const home = { family_name, house_number: '12', street: 'Oak Lane', postcode: '12345', city: 'Salem' };
  const [one, other] = ['Ada', 'Barnaby'].map((given_name, at) =>
    normalizeRecord({ id: String(at), values: { ...home, given_name } }),
  );
  if (one === undefined || other === undefined) throw new Error('two were made');
  const { bits, parts } = scorePair(model, one, other);
  expect(parts.find(({ comparison }) => comparison === 'name')?.level).toBe('family-equal');
  return bits;
}

describe('two of one household', () => {
  it('are no likelier one customer because the name that they share is rare', () => {
    expect(bitsOfTwo('Featherstonehaugh')).toBeCloseTo(bitsOfTwo('Smith'), 9);
  });
});
