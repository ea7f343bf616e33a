import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLinkDense } from '../../../../engine/identity/cluster/average-link-dense.ts';
import { averageLinkSparse } from '../../../../engine/identity/cluster/average-link-sparse.ts';
import type { ClusterOptions, PairAnswer } from '../../../../engine/identity/cluster/cluster-options.ts';
import { clusterPairs } from '../../../../engine/identity/cluster/cluster-pairs.ts';
import { fixedBits } from '../../../../engine/identity/cluster/fixed-bits.ts';
import type { LinkProblem } from '../../../../engine/identity/cluster/link-problem.ts';
import { weakestSplit } from '../../../../engine/identity/cluster/weakest-split.ts';
import { pairsOf } from './pairs-of.ts';

interface Case {
  count: number;
  pairs: [number, number, number][];
  national: number[];
  answers: PairAnswer[];
}

const sameBits = 4;

/** Few different weights, so that there are many ties. */
const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 14 }).chain((count) => {
  const record = fc.integer({ min: 0, max: count - 1 });
  const pair = fc
    .tuple(record, record, fc.constantFrom(-12, -5, 0, 3, 4, 5, 9, 9.5, 12))
    .filter(([left, right]) => left !== right);
  return fc.record({
    count: fc.constant(count),
    pairs: fc.uniqueArray(pair, {
      selector: ([left, right]) => `${Math.min(left, right)}-${Math.max(left, right)}`,
      maxLength: 50,
    }),
    national: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: count, maxLength: count }),
    answers: fc.array(
      fc.record({ left: record, right: record, same: fc.boolean() }).filter(({ left, right }) => left !== right),
      { maxLength: 2 },
    ),
  });
});

function optionsOf({ national, answers }: Case): ClusterOptions {
  return {
    sameBits,
    askBits: 0,
    answers,
    guards: { neverTogether: ['national_id'], limits: {} },
    codeOf: (_feature, record) => national[record] ?? 0,
  };
}

/** Profiles as sets of the names that records have in `nameOf`. */
function partition(profileOf: Int32Array, nameOf: readonly number[]): string[] {
  const groups = new Map<number, number[]>();
  profileOf.forEach((profile, record) => {
    groups.set(
      profile,
      [...(groups.get(profile) ?? []), nameOf[record] ?? 0].sort((one, other) => one - other),
    );
  });
  return [...groups.values()].map((group) => group.join(' ')).sort();
}

const identity = (count: number): number[] => Array.from({ length: count }, (_none, record) => record);

/** Weights of all pairs, -sameBits where none is given, as the option's default says. */
function weightsOf({ pairs }: Case): (left: number, right: number) => number {
  const weights = new Map(pairs.map(([left, right, bits]) => [keyOf(left, right), fixedBits(bits)]));
  return (left, right) => weights.get(keyOf(left, right)) ?? fixedBits(-sameBits);
}

function keyOf(left: number, right: number): number {
  return Math.min(left, right) * 100 + Math.max(left, right);
}

describe('clusterPairs, for any pairs', () => {
  it('makes the same profiles in whatever order records and pairs come', () => {
    fc.assert(
      fc.property(
        cases.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray(identity(one.count), { minLength: one.count }),
            fc.shuffledSubarray(one.pairs, { minLength: one.pairs.length }),
          ),
        ),
        ([one, placeOf, shuffled]) => {
          const moved: Case = {
            ...one,
            pairs: shuffled.map(([left, right, bits]) => [placeOf[left] ?? 0, placeOf[right] ?? 0, bits]),
            answers: one.answers
              .map((answer) => ({ ...answer, left: placeOf[answer.left] ?? 0, right: placeOf[answer.right] ?? 0 }))
              .reverse(),
            national: [],
          };
          const nameOf = identity(one.count);
          placeOf.forEach((place, record) => {
            nameOf[place] = record;
            moved.national[place] = one.national[record] ?? 0;
          });
          const before = clusterPairs(one.count, pairsOf(one.pairs), optionsOf(one));
          const after = clusterPairs(one.count, pairsOf(moved.pairs), {
            ...optionsOf(moved),
            rank: Int32Array.from(nameOf),
          });
          expect(partition(after.profileOf, nameOf)).toEqual(partition(before.profileOf, identity(one.count)));
          expect([...after.pairs.bits]).toEqual([...before.pairs.bits]);
          expect([...after.pairs.state]).toEqual([...before.pairs.state]);
        },
      ),
    );
  });

  it('moves nobody who has nothing to do with a record that is added', () => {
    fc.assert(
      fc.property(cases, (one) => {
        // The last record is the one that is added; it touches those that its pairs name, and whoever hangs together with them.
        const added = one.count - 1;
        const without = { ...one, pairs: one.pairs.filter(([left, right]) => left !== added && right !== added) };
        const answers = one.answers.filter(({ left, right }) => left !== added && right !== added);
        const before = clusterPairs(added, pairsOf(without.pairs), { ...optionsOf(one), answers });
        const after = clusterPairs(one.count, pairsOf(one.pairs), { ...optionsOf(one), answers });
        const touched = reachedFrom(added, one, answers);
        const untouched = (profiles: string[]): string[] =>
          profiles.filter((profile) => profile.split(' ').every((record) => !touched.has(Number(record))));
        expect(untouched(partition(after.profileOf, identity(one.count)))).toEqual(
          untouched(partition(before.profileOf, identity(added))),
        );
      }),
    );
  });

  it('follows every answer of a person that no other contradicts, and finds the way back when it is taken back', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { profileOf, contradicted } = clusterPairs(one.count, pairsOf(one.pairs), optionsOf(one));
        for (const answer of one.answers) {
          if (contradicted.includes(answer)) continue;
          expect(profileOf[answer.left] === profileOf[answer.right]).toBe(answer.same);
        }
        const plain = { ...one, answers: [] };
        const first = clusterPairs(one.count, pairsOf(one.pairs), optionsOf(plain));
        const merged = clusterPairs(one.count, pairsOf(one.pairs), {
          ...optionsOf(plain),
          answers: [{ left: 0, right: 1, same: true }],
        });
        expect(merged.profileOf[0]).toBe(merged.profileOf[1]);
        if (first.profileOf[0] === first.profileOf[1]) return;
        const split = clusterPairs(one.count, pairsOf(one.pairs), {
          ...optionsOf(plain),
          answers: [{ left: 0, right: 1, same: false }],
        });
        expect([...split.profileOf]).toEqual([...first.profileOf]);
      }),
    );
  });

  it('puts no two values of a guard into one profile unless a person did', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const plain = { ...one, answers: [] };
        const { profileOf } = clusterPairs(one.count, pairsOf(one.pairs), optionsOf(plain));
        const seen = new Map<number, number>();
        profileOf.forEach((profile, record) => {
          const value = one.national[record] ?? 0;
          if (value === 0) return;
          expect(seen.get(profile) ?? value).toBe(value);
          seen.set(profile, value);
        });
      }),
    );
  });

  it('joins many atoms as it joins few', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const weightOf = weightsOf(one);
        const problem: LinkProblem = {
          weightOf,
          sameFixed: fixedBits(sameBits),
          keptApart: (left, right) =>
            left.some((a) => right.some((b) => (one.national[a] ?? 0) * (one.national[b] ?? 0) === 2)),
          strongNeighbours: (record) =>
            identity(one.count).filter((other) => other !== record && weightOf(record, other) >= fixedBits(sameBits)),
        };
        const atoms = identity(one.count).map((record) => [record]);
        expect(averageLinkSparse(atoms, problem)).toEqual(averageLinkDense(atoms, problem));
      }),
    );
  });

  it('finds the weakest of all splits of a small cluster, as trying them one by one does', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const count = Math.min(one.count, 9);
        const weightOf = weightsOf(one);
        let least = Infinity;
        for (let mask = 1; mask < 2 ** (count - 1); mask += 1) {
          let across = 0;
          for (let left = 0; left < count; left += 1) {
            for (let right = left + 1; right < count; right += 1) {
              if (((mask >> left) & 1) !== ((mask >> right) & 1)) across += weightOf(left, right);
            }
          }
          least = Math.min(least, across);
        }
        const atoms = identity(count).map((record) => [record]);
        const split = weakestSplit(atoms, weightOf);
        if (split === null) expect(least).toBeGreaterThanOrEqual(0);
        else expect(split.across).toBe(least);
      }),
    );
  });
});

/** Records that hang together with one by pairs that weigh enough or by answers. */
function reachedFrom(start: number, { pairs }: Case, answers: readonly PairAnswer[]): Set<number> {
  const links = [
    ...pairs.filter(([, , bits]) => bits >= sameBits),
    ...answers.map(({ left, right }) => [left, right] as const),
  ];
  const reached = new Set([start]);
  for (const _round of pairs) {
    for (const [left, right] of links) {
      if (reached.has(left) || reached.has(right)) reached.add(left).add(right);
    }
  }
  return reached;
}
