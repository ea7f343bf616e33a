import { describe, expect, it } from 'vitest';
import {
  crossValidateThresholds,
  defaultIdentityModel,
  foldOf,
  heldOutPairs,
  learnFromAnswers,
  normalizeRecord,
  scorePair,
  type FoldedPair,
} from '../../../../engine/index.ts';

const person = defaultIdentityModel('person');
const before = normalizeRecord({
  id: '1',
  values: { given_name: 'Anna', family_name: 'Smith', birth_date: '1985-04-03' },
});
const after = normalizeRecord({
  id: '2',
  values: { given_name: 'Anna', family_name: 'Jones', birth_date: '1985-04-03' },
});

describe('five-fold', () => {
  it('puts keys evenly into five parts, the same each time', () => {
    const counts = new Map<number, number>();
    for (let key = 0; key < 5_000; key++) counts.set(foldOf(key), (counts.get(foldOf(key)) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4]);
    for (const count of counts.values()) expect(count).toBeGreaterThan(850);
  });

  it('weighs an answer by what the other parts taught', () => {
    const answer = { left: before, right: after };
    const taught = Array.from({ length: 40 }, (_none, at) => ({ ...answer, same: true, fold: 1 + (at % 4) }));
    const odd = { ...answer, same: false, fold: 0 };
    const [held] = heldOutPairs(person, [odd, ...taught]);
    expect(held).toEqual({
      bits: scorePair(learnFromAnswers(person, taught), before, after).bits,
      same: false,
      fold: 0,
    });
  });

  it('counts pairs by thresholds that others chose', () => {
    // In four parts all above 0 bits is right; in the fifth nothing is.
    const labelled = Array.from({ length: 500 }, (_none, at): FoldedPair => {
      const fold = at % 5;
      const bits = (Math.floor(at / 5) % 20) - 9.5;
      return { bits, same: fold !== 0 && bits > 0, fold };
    });
    const { joined, right, truePairs, asked } = crossValidateThresholds(person, labelled, 0.7);
    expect(truePairs).toBe(labelled.filter(({ same }) => same).length);
    expect([right, asked]).toEqual([truePairs, 0]);
    // By thresholds of its own, nothing of the fifth part would be joined.
    expect(joined - right).toBeGreaterThanOrEqual(50);
  });
});
