import { describe, expect, it } from 'vitest';
import {
  chooseThresholds,
  defaultIdentityModel,
  learnFromAnswers,
  scorePair,
  type NormalizedRecord,
  type ReviewedPair,
} from '../../../../engine/index.ts';

const person = defaultIdentityModel('person');

function record(values: NormalizedRecord['values']): NormalizedRecord {
  return { id: 'r', values, setAside: [] };
}

/** Married: another family name, the same day of birth in another town. */
const before = record({ given_name: 'anna', family_name: 'smith', birth_date: '1985-04-03', city: 'london' });
const after = record({ given_name: 'anna', family_name: 'papadakis', birth_date: '1985-04-03', city: 'hull' });
const stranger = record({ given_name: 'george', family_name: 'keller', birth_date: '1949-11-21', city: 'leeds' });

function answers(count: number, same: boolean): ReviewedPair[] {
  return Array.from({ length: count }, () => ({ left: before, right: after, same }));
}

describe('learnFromAnswers', () => {
  it('moves the weight of a pair towards the answers', () => {
    const { bits } = scorePair(person, before, after);
    expect(scorePair(learnFromAnswers(person, answers(10, true)), before, after).bits).toBeGreaterThan(bits);
    expect(scorePair(learnFromAnswers(person, answers(10, false)), before, after).bits).toBeLessThan(bits);
  });

  it('follows many answers, and more than few', () => {
    const weight = (count: number): number =>
      scorePair(learnFromAnswers(person, answers(count, false)), before, after).probability;
    expect(weight(10)).toBeGreaterThan(weight(100));
    expect(weight(1000)).toBeLessThan(0.05);
  });

  it('is not spoiled by ten answers: records that are equal stay one customer, strangers two', () => {
    for (const same of [true, false]) {
      const learned = learnFromAnswers(person, answers(10, same));
      expect(scorePair(learned, before, before).zone).toBe('same');
      expect(scorePair(learned, before, stranger).zone).toBe('different');
    }
  });

  it('keeps m at a sum of 1 and u as it was', () => {
    const learned = learnFromAnswers(person, [...answers(30, false), { left: before, right: before, same: true }]);
    for (const [index, { levels }] of learned.comparisons.entries()) {
      expect(levels.reduce((sum, { m }) => sum + m, 0)).toBeCloseTo(1, 9);
      expect(levels.map(({ u }) => u)).toEqual(person.comparisons[index]?.levels.map(({ u }) => u));
    }
  });

  it('does not depend on the order of answers beyond rounding', () => {
    const mixed = [...answers(5, true), { left: before, right: stranger, same: false }, ...answers(3, false)];
    const one = learnFromAnswers(person, mixed);
    const other = learnFromAnswers(person, [...mixed].reverse());
    expect(scorePair(other, before, after).bits).toBeCloseTo(scorePair(one, before, after).bits, 6);
  });

  it('counts answers in the provenance, with those known before', () => {
    const once = learnFromAnswers(person, answers(2, true), { date: '2027-01-31' });
    expect(once).toMatchObject({
      version: '2',
      provenance: {
        method: 'reviewed-pairs',
        base: 'person@1',
        date: '2027-01-31',
        reviewedPairs: { same: 2, different: 0 },
      },
    });
    const twice = learnFromAnswers(once, answers(3, false));
    expect(twice.provenance).toMatchObject({ base: 'person@2', reviewedPairs: { same: 2, different: 3 } });
    expect(twice.provenance.trainedOn.match(/reviewed pairs/g)).toHaveLength(1);
  });

  it('leaves the model as it is without answers, and where nothing could be compared', () => {
    expect(learnFromAnswers(person, [])).toBe(person);
    expect(learnFromAnswers(person, [{ left: before, right: record({}), same: true }])).toBe(person);
  });
});

describe('chooseThresholds', () => {
  const pairs = (bits: number, same: number, different: number) => [
    ...Array.from({ length: same }, () => ({ bits, same: true })),
    ...Array.from({ length: different }, () => ({ bits, same: false })),
  ];
  const labelled = [
    ...pairs(12, 300, 0),
    ...pairs(6, 100, 1),
    ...pairs(2, 60, 40),
    ...pairs(-3, 10, 90),
    ...pairs(-9, 1, 900),
  ];

  it('takes the lowest weight above which pairs are precise enough', () => {
    expect(chooseThresholds(person, labelled, 0.99).same).toBeCloseTo(1 / (1 + 2 ** -6), 9);
    expect(chooseThresholds(person, labelled, 0.999).same).toBeCloseTo(1 / (1 + 2 ** -12), 9);
    expect(chooseThresholds(person, labelled, 0.9).same).toBeCloseTo(1 / (1 + 2 ** -2), 9);
  });

  it('lets a person see four of five true pairs below', () => {
    const zones = chooseThresholds(person, labelled, 0.99);
    expect(zones.ask).toBeCloseTo(1 / (1 + 2 ** -2), 9);
    expect(chooseThresholds(person, labelled, 0.9).ask).toBeCloseTo(1 / (1 + 2 ** 3), 9);
  });

  it('does not take three right answers for proof', () => {
    expect(chooseThresholds(person, pairs(1, 3, 0), 0.99).same).toBeGreaterThan(0.9);
  });

  it('stays above every wrong pair where none is precise enough, and keeps the model without pairs', () => {
    expect(chooseThresholds(person, pairs(8, 0, 5), 0.9).same).toBeGreaterThan(1 / (1 + 2 ** -8));
    expect(chooseThresholds(person, [], 0.9)).toBe(person.zones);
  });

  it('never asks above certainty', () => {
    for (const wanted of [0.5, 0.9, 0.99, 0.9999]) {
      const { same, ask } = chooseThresholds(person, labelled, wanted);
      expect(ask).toBeLessThanOrEqual(same);
    }
  });
});
