import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candidateChunks,
  candidateReport,
  partitionPlan,
} from '../../../../engine/identity/candidates/candidate-pairs.ts';
import { planCandidates } from '../../../../engine/identity/candidates/plan-candidates.ts';
import { prepareNormalized } from '../../../../engine/identity/prepare/prepared-records-builder.ts';
import type { BlockingRule, NormalizedRecord } from '../../../../engine/index.ts';
import { candidatePairs } from './all-candidates.ts';
import { modelWith, normalizedRecord, pairsByBruteForce, pairTexts } from './brute-force.ts';

const rules: readonly BlockingRule[] = [
  { id: 'email', keys: [{ feature: 'email', take: 'whole' }] },
  {
    id: 'family+city',
    keys: [
      { feature: 'family_name', take: 'sound' },
      { feature: 'city', take: 'start', length: 2 },
    ],
  },
  { id: 'phone', keys: [{ feature: 'phone', take: 'whole' }] },
  {
    id: 'given+year',
    keys: [
      { feature: 'given_name', take: 'start', length: 1 },
      { feature: 'birth_date', take: 'year' },
    ],
  },
  { id: 'birth', keys: [{ feature: 'birth_date', take: 'day-month' }] },
];
const oneOf = (...values: string[]) => fc.constantFrom('', ...values);
const record = fc.record({
  given_name: oneOf('ann', 'anna', 'bob', 'rob', 'carl'),
  family_name: oneOf('smith', 'smyth', 'meyer', 'maier', 'li'),
  birth_date: oneOf('1980-02-03', '1980-03-02', '1981-05-05', '1990-12-24'),
  email: oneOf('a@example.com', 'b@example.com', 'c@example.com'),
  phone: oneOf('+12025550101', '+12025550102', '+12025550103'),
  city: oneOf('springfield', 'springton', 'salem'),
});
const manyRecords = fc
  .array(record, { maxLength: 60 })
  .map((all) => all.map((values, index) => normalizedRecord(`r${index}`, values)));
const always = { allPairsUpTo: 0 };
const withLimit = (limit: number) => modelWith(rules, limit);

function texts(records: readonly NormalizedRecord[], limit: number): string[] {
  return pairTexts(candidatePairs(withLimit(limit), prepareNormalized(records), always));
}

describe('candidate pairs', () => {
  it('are those that agree on all keys of a rule, each once', () => {
    fc.assert(
      fc.property(manyRecords, (records) => {
        expect(texts(records, 1_000)).toEqual(pairsByBruteForce(rules, records));
      }),
    );
  });

  it('of oversized blocks are some of them, each once, and the report counts what is left out', () => {
    fc.assert(
      fc.property(manyRecords, fc.integer({ min: 2, max: 12 }), (records, limit) => {
        const { report, ...pairs } = candidatePairs(withLimit(limit), prepareNormalized(records), always);
        const found = pairTexts(pairs);
        const all = new Set(pairsByBruteForce(rules, records));
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((pair) => all.has(pair))).toBe(true);
        expect(report.pairs).toBe(found.length);
        for (const { records: size, comparedPairs, skippedPairs } of report.oversizedBlocks) {
          expect(comparedPairs + skippedPairs).toBe((size * (size - 1)) / 2);
          expect(skippedPairs).toBeGreaterThanOrEqual(0);
          expect(comparedPairs).toBeGreaterThanOrEqual(size - 1);
        }
        const skipped = report.oversizedBlocks.reduce((sum, block) => sum + block.skippedPairs, 0);
        expect(all.size - found.length).toBeLessThanOrEqual(skipped);
      }),
    );
  });

  it('are the same from the parts of a plan as from the whole', () => {
    fc.assert(
      fc.property(
        manyRecords,
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (records, limit, parts) => {
          const prepared = prepareNormalized(records);
          const plan = planCandidates(withLimit(limit), prepared, always);
          const compared = new Float64Array(plan.oversized.length);
          const found = partitionPlan(plan, parts).flatMap((range) =>
            [...candidateChunks(plan, range, compared)].flatMap(({ left, right, size }) =>
              pairTexts({ left: left.slice(0, size), right: right.slice(0, size) }),
            ),
          );
          const { report } = candidatePairs(withLimit(limit), prepared, always);
          expect(found.sort()).toEqual(texts(records, limit));
          expect(candidateReport(plan, found.length, compared)).toEqual(report);
        },
      ),
    );
  });

  it('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(manyRecords, fc.integer({ min: 2, max: 12 }), (records, limit) => {
        const reversed = [...records].reverse();
        const last = records.length - 1;
        const mirrored = texts(reversed, limit).map((pair) => {
          const [left = 0, right = 0] = pair.split('-').map(Number);
          return `${last - right}-${last - left}`;
        });
        expect(mirrored.sort()).toEqual(texts(records, limit));
      }),
    );
  });
});
