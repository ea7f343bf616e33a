import { describe, expect, it } from 'vitest';
import {
  compileModel,
  defaultIdentityModel,
  fitModel,
  measureFrequencies,
  prepareNormalized,
  scorePair,
  type IdentityModel,
} from '../../../../engine/index.ts';
import { allPairs, madeUpHouseholds, madeUpPeople } from './made-up-people.ts';

const person = defaultIdentityModel('person');
const { records, personOf } = madeUpPeople(300);
const prepared = prepareNormalized(records);
const pairs = allPairs(records.length);
const truePairs = pairs.left.filter((left, pair) => personOf[left] === personOf[pairs.right[pair] as number]).length;

function levelsOf(model: IdentityModel, id: string): IdentityModel['comparisons'][number]['levels'] {
  return model.comparisons.find((comparison) => comparison.id === id)?.levels ?? [];
}

describe('fitModel', () => {
  const { model, report } = fitModel(person, prepared, pairs);

  it('expects as many matches as there are, within five percent', () => {
    expect(report.converged).toBe(true);
    expect(Math.abs(report.expectedMatches / truePairs - 1)).toBeLessThan(0.05);
    expect(model.priorMatch).toBeCloseTo(report.expectedMatches / pairs.left.length, 6);
  });

  it('measures u by what strangers agree on', () => {
    const equal = pairs.left.filter((left, pair) => {
      const [one, other] = [records[left]?.values, records[pairs.right[pair] as number]?.values];
      const strangers = personOf[left] !== personOf[pairs.right[pair] as number];
      return strangers && one?.birth_date === other?.birth_date;
    }).length;
    expect(levelsOf(model, 'birth-date')[0]?.u).toBeCloseTo(equal / (pairs.left.length - truePairs), 4);
  });

  it('keeps m and u of a comparison at a sum of 1, above 0', () => {
    for (const { levels } of model.comparisons) {
      expect(levels.reduce((sum, { m }) => sum + m, 0)).toBeCloseTo(1, 9);
      expect(levels.reduce((sum, { u }) => sum + u, 0)).toBeCloseTo(1, 9);
      expect(levels.every(({ m, u }) => m > 0 && u > 0)).toBe(true);
    }
  });

  it('lets agreement speak for one customer, and disagreement against', () => {
    for (const { levels } of model.comparisons) {
      const [best, worst] = [levels[0], levels.at(-1)];
      expect((best?.m ?? 0) / (best?.u ?? 1)).toBeGreaterThanOrEqual(1);
      expect((worst?.m ?? 1) / (worst?.u ?? 1)).toBeLessThanOrEqual(1);
    }
  });

  it('tells those of one person from others', () => {
    const compiled = compileModel(model);
    const wrong = pairs.left.filter((left, pair) => {
      const right = pairs.right[pair] as number;
      const [one, other] = [records[left], records[right]];
      if (one === undefined || other === undefined) return true;
      return scorePair(compiled, one, other).probability > 0.5 !== (personOf[left] === personOf[right]);
    }).length;
    expect(wrong).toBeLessThan(truePairs * 0.05);
  });

  it('comes to the same whatever the order of records and pairs', () => {
    const order = records.map((_record, at) => (at * 7) % records.length);
    const shuffled = prepareNormalized(order.map((at) => records[at] as (typeof records)[number]));
    const turned = { left: [...pairs.left].reverse(), right: [...pairs.right].reverse() };
    const options = { maxCandidates: 20_000, maxRandomPairs: 5_000 };
    const one = fitModel(person, prepared, pairs, options);
    const other = fitModel(person, shuffled, turned, options);
    expect(other.model.comparisons).toEqual(one.model.comparisons);
    expect(other.model.priorMatch).toBe(one.model.priorMatch);
    expect(other.report).toEqual(one.report);
  });

  it('takes pairs that no rule proposes for strangers, so that blocking does not bias the prior', () => {
    const candidates = { left: [] as number[], right: [] as number[] };
    for (const [pair, left] of pairs.left.entries()) {
      const right = pairs.right[pair] as number;
      const [one, other] = [records[left]?.values, records[right]?.values];
      if (one?.birth_date !== other?.birth_date && one?.family_name !== other?.family_name) continue;
      candidates.left.push(left);
      candidates.right.push(right);
    }
    const blocked = fitModel(person, prepared, candidates).model;
    expect(candidates.left.length).toBeLessThan(pairs.left.length / 5);
    expect(Math.abs(blocked.priorMatch / model.priorMatch - 1)).toBeLessThan(0.1);
  });

  it('says where the model comes from', () => {
    expect(fitModel(person, prepared, pairs, { date: '2027-01-31' }).model).toMatchObject({
      version: '2',
      provenance: { method: 'expectation-maximization', base: 'person@1', date: '2027-01-31', records: records.length },
    });
  });

  it('leaves the model as it is where there is nothing to compare', () => {
    expect(fitModel(person, prepareNormalized(records.slice(0, 1)), { left: [], right: [] }).model).toBe(person);
  });

  it('stays near what it knew where nobody has two records', () => {
    const single = records.filter((_record, at) => personOf.indexOf(personOf[at] as number) === at).slice(0, 120);
    const fitted = fitModel(person, prepareNormalized(single), allPairs(single.length));
    expect(fitted.report.expectedMatches).toBeLessThan(2);
    expect(levelsOf(fitted.model, 'birth-date')[0]?.m).toBeGreaterThan(0.7);
  });
});

describe('fitModel where people live together', () => {
  const { records: living, personOf: whoOf } = madeUpHouseholds(240);
  const every = allPairs(living.length);
  const ofOne = every.left.filter((left, pair) => whoOf[left] === whoOf[every.right[pair] as number]).length;
  const { model, report } = fitModel(person, prepareNormalized(living), every);

  it('does not take those of one household for one person', () => {
    expect(Math.abs(report.expectedMatches / ofOne - 1)).toBeLessThan(0.05);
    const compiled = compileModel(model);
    const joined = every.left.filter((left, pair) => {
      const right = every.right[pair] as number;
      const [one, other] = [living[left], living[right]];
      if (one === undefined || other === undefined || whoOf[left] === whoOf[right]) return false;
      return scorePair(compiled, one, other).zone === 'same';
    }).length;
    expect(joined).toBeLessThan(ofOne * 0.02);
  });

  it('measures what sharing a house is worth: little here, and as it comes where nobody lives together', () => {
    const worth = (of: IdentityModel): number | undefined =>
      of.shared?.find(({ comparison, levels }) => comparison === 'name' && levels.includes('family-equal'))?.atMostBits;
    expect(worth(model)).toBeLessThan(12);
    expect(worth(fitModel(person, prepared, pairs).model)).toBeGreaterThan(20);
  });
});

describe('measureFrequencies', () => {
  it('counts values that occur twice or more, and the others at their mean', () => {
    const some = ['smith', 'smith', 'smith', 'jones', 'jones', 'novak', 'larsen'].map((name, at) => ({
      id: String(at),
      values: { family_name: name },
      setAside: [],
    }));
    expect(measureFrequencies(person, prepareNormalized(some)).family_name).toEqual({
      total: 7,
      counts: { smith: 3, jones: 2 },
      rest: 1,
    });
  });

  it('counts a value of one customer once', () => {
    const some = ['smith', 'smith', 'jones', 'jones'].map((name, at) => ({
      id: String(at),
      values: { family_name: name },
      setAside: [],
    }));
    const customerOf = Int32Array.from([0, 1, 2, 2]);
    expect(measureFrequencies(person, prepareNormalized(some), customerOf).family_name).toEqual({
      total: 3,
      counts: { smith: 2 },
      rest: 1,
    });
  });
});
