import { describe, expect, it } from 'vitest';
import { planCandidates } from '../../../../engine/identity/candidates/plan-candidates.ts';
import { prepareNormalized } from '../../../../engine/identity/prepare/prepared-records-builder.ts';
import type { BlockingRule, NormalizedRecord } from '../../../../engine/index.ts';
import { modelWith, normalizedRecord, pairTexts } from './brute-force.ts';
import { candidatePairs } from './all-candidates.ts';

const byName: BlockingRule = { id: 'name', keys: [{ feature: 'family_name', take: 'whole' }] };
const byNameAndYear: BlockingRule = {
  id: 'name+year',
  keys: [
    { feature: 'family_name', take: 'whole' },
    { feature: 'birth_date', take: 'year' },
  ],
};

function smiths(count: number, rest: (index: number) => NormalizedRecord['values']): NormalizedRecord[] {
  return Array.from({ length: count }, (_, index) =>
    normalizedRecord(`s${index}`, { family_name: 'smith', ...rest(index) }),
  );
}

describe('a block over the limit', () => {
  it('of 200,000 equal records gives a bounded number of pairs, every record has one, and the report says what was skipped', () => {
    const prepared = prepareNormalized(smiths(200_000, () => ({})));
    const { left, right, report } = candidatePairs(modelWith([byName]), prepared);
    expect(left.length).toBeLessThan(10 * 200_000);
    expect(new Set([...left, ...right]).size).toBe(200_000);
    expect(report.oversizedBlocks).toEqual([
      {
        rule: 'name',
        value: 'smith',
        records: 200_000,
        comparedPairs: left.length,
        skippedPairs: (200_000 * 199_999) / 2 - left.length,
      },
    ]);
  });

  it('is split by further keys of the model, so that those who agree on more are compared', () => {
    const records = smiths(5_000, (index) => ({ birth_date: `${1900 + (index % 100)}-01-01` }));
    const found = new Set(
      pairTexts(candidatePairs(modelWith([byName, byNameAndYear], 100), prepareNormalized(records))),
    );
    for (let index = 0; index < 100; index++) expect(found.has(`${index}-${index + 4_900}`)).toBe(true);
  });

  it('is shown before anything is compared', () => {
    const { rules, oversized } = planCandidates(modelWith([byName]), prepareNormalized(smiths(3_000, () => ({}))));
    expect(oversized).toEqual([{ rule: 'name', value: 'smith', records: 3_000 }]);
    expect(rules).toMatchObject([
      { rule: 'name', records: 3_000, blocks: 1, largestBlock: 3_000, pairs: 4_498_500, oversizedBlocks: 1 },
    ]);
    expect(rules[0]?.comparedPairs).toBeLessThan(30_000);
  });

  it('begins sooner where all blocks together would have too many pairs', () => {
    const records = Array.from({ length: 4_000 }, (_, index) =>
      normalizedRecord(`r${index}`, { family_name: `name ${index % 10}` }),
    );
    const prepared = prepareNormalized(records);
    expect(planCandidates(modelWith([byName]), prepared).blockLimit).toBe(1_000);
    const estimate = planCandidates(modelWith([byName]), prepared, { maxPairs: 100_000 });
    expect(estimate.blockLimit).toBe(250);
    expect(estimate.atMostPairs).toBeLessThan(100_000);
  });
});

describe('rules', () => {
  it('with most pairs are left out where all together have too many, and are named', () => {
    const byCity: BlockingRule = { id: 'city', keys: [{ feature: 'city', take: 'whole' }] };
    const byEmail: BlockingRule = { id: 'email', keys: [{ feature: 'email', take: 'whole' }] };
    const records = Array.from({ length: 4_000 }, (_, index) =>
      normalizedRecord(`r${index}`, {
        family_name: `name ${index % 400}`,
        city: `city ${index % 10}`,
        email: `e${index % 1_000}@example.com`,
      }),
    );
    const { rules, atMostPairs } = planCandidates(modelWith([byEmail, byCity, byName]), prepareNormalized(records), {
      maxPairs: 60_000,
    });
    expect(rules.map(({ rule, isLeftOut, pairs, comparedPairs }) => [rule, isLeftOut, pairs, comparedPairs])).toEqual([
      ['email', false, 6_000, 6_000],
      ['city', true, 798_000, 0],
      ['name', false, 18_000, 18_000],
    ]);
    expect(atMostPairs).toBe(24_000);
  });

  it('with a feature that no record has bring nothing', () => {
    const { left, report } = candidatePairs(
      modelWith([{ id: 'email', keys: [{ feature: 'email', take: 'whole' }] }]),
      prepareNormalized(smiths(3_000, () => ({}))),
    );
    expect(left.length).toBe(0);
    expect(report.rules).toMatchObject([{ rule: 'email', pairs: 0, blocks: 0 }]);
  });

  it('do not count where records are so few that all pairs can be compared', () => {
    const { left, report } = candidatePairs(modelWith([]), prepareNormalized(smiths(50, () => ({}))));
    expect(left.length).toBe((50 * 49) / 2);
    expect(report.rules).toMatchObject([{ rule: 'all-pairs', pairs: 1_225 }]);
  });

  it('are counted exactly before anything is compared', () => {
    const records = Array.from({ length: 3_000 }, (_, index) =>
      normalizedRecord(`r${index}`, { family_name: `name ${index % 1_000}` }),
    );
    const prepared = prepareNormalized(records);
    const { rules, atMostPairs } = planCandidates(modelWith([byName]), prepared);
    expect(rules[0]).toEqual({
      rule: 'name',
      records: 3_000,
      blocks: 1_000,
      largestBlock: 3,
      pairs: 3_000,
      oversizedBlocks: 0,
      comparedPairs: 3_000,
      isLeftOut: false,
    });
    expect(candidatePairs(modelWith([byName]), prepared).left.length).toBe(atMostPairs);
  });
});
