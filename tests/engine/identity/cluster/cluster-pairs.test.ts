import { describe, expect, it } from 'vitest';
import type { ClusteredRecords, ClusterOptions } from '../../../../engine/identity/cluster/cluster-options.ts';
import { pairStates } from '../../../../engine/identity/cluster/cluster-options.ts';
import { clusterPairs } from '../../../../engine/identity/cluster/cluster-pairs.ts';
import { pairsOf } from './pairs-of.ts';

const options: ClusterOptions = { sameBits: 7, askBits: 0 };

function group(
  count: number,
  list: readonly (readonly [number, number, number])[],
  more: Partial<ClusterOptions> = {},
): ClusteredRecords {
  return clusterPairs(count, pairsOf(list), { ...options, ...more });
}

function statesOf({ pairs }: ClusteredRecords): string[] {
  return [...pairs.state].map((state, row) => `${pairs.left[row]}-${pairs.right[row]} ${pairStates[state]}`);
}

describe('clusterPairs', () => {
  it('joins what weighs enough and numbers profiles by their first record', () => {
    const clustered = group(5, [
      [3, 4, 9],
      [0, 2, 12],
    ]);
    expect([...clustered.profileOf]).toEqual([0, 1, 0, 2, 2]);
    expect(clustered.profileCount).toBe(3);
    expect([...clustered.members]).toEqual([0, 2, 1, 3, 4]);
    expect([...clustered.starts]).toEqual([0, 2, 3, 5]);
    expect([...clustered.weakestBits]).toEqual([12, Infinity, 9]);
    expect(clustered.sameCount).toBe(2);
  });

  it('has nothing to say of no records, and of records without pairs', () => {
    expect(group(0, []).profileCount).toBe(0);
    expect([...group(3, []).profileOf]).toEqual([0, 1, 2]);
  });

  it('does not follow a chain: a pair that was not compared counts against', () => {
    const clustered = group(3, [
      [0, 1, 12],
      [1, 2, 10],
    ]);
    expect([...clustered.profileOf]).toEqual([0, 0, 1]);
    expect(statesOf(clustered)).toEqual(['0-1 same', '1-2 ask-weakest-link']);
  });

  it('follows a chain whose ends are weighed and agree', () => {
    const clustered = group(
      3,
      [
        [0, 1, 12],
        [1, 2, 10],
      ],
      { bitsOf: () => 5 },
    );
    expect([...clustered.profileOf]).toEqual([0, 0, 0]);
    expect(clustered.weakestBits[0]).toBe(7.5);
    expect(clustered.sameCount).toBe(3);
  });

  it('joins to the cluster with the higher average, not to the one with the highest pair', () => {
    const clustered = group(5, [
      [0, 1, 30],
      [2, 3, 30],
      [4, 0, 16],
      [4, 1, 0],
      [4, 2, 14],
      [4, 3, 14],
      [0, 2, -20],
      [0, 3, -20],
      [1, 2, -20],
      [1, 3, -20],
    ]);
    expect([...clustered.profileOf]).toEqual([0, 0, 1, 1, 1]);
  });

  it('lets no pair outweigh contradictions, however equal two records are', () => {
    const list = [
      [0, 1, 60],
      [1, 2, 50],
      [0, 2, -30],
    ] as const;
    expect([...group(3, list).profileOf]).toEqual([0, 0, 1]);
  });

  it('puts what is below certainty to a person and leaves out the rest', () => {
    const clustered = group(6, [
      [0, 1, 6.9],
      [2, 3, 0],
      [4, 5, -0.1],
    ]);
    expect(clustered.profileCount).toBe(6);
    expect(statesOf(clustered)).toEqual(['0-1 ask', '2-3 ask']);
    expect(clustered.askCount).toBe(2);
  });

  it('calls every pair inside a profile the same, whatever it weighs alone', () => {
    const clustered = group(3, [
      [0, 1, 20],
      [1, 2, 20],
      [0, 2, -2],
    ]);
    expect([...clustered.profileOf]).toEqual([0, 0, 0]);
    expect(statesOf(clustered)).toEqual(['0-1 same', '1-2 same', '0-2 same']);
  });

  it('never joins below 0 bits, however low the threshold', () => {
    const clustered = group(2, [[0, 1, -1]], { sameBits: -5, askBits: -5 });
    expect([...clustered.profileOf]).toEqual([0, 1]);
  });

  describe('with guards', () => {
    const national = [1, 0, 2, 1];
    const guarded: Partial<ClusterOptions> = {
      guards: { neverTogether: ['national_id'], limits: {} },
      codeOf: (_feature, record) => national[record] ?? 0,
      textOf: (_feature, code) => `id ${code}`,
    };

    it('keeps apart two different values, also through a record without one, and asks', () => {
      const clustered = group(
        4,
        [
          [0, 1, 12],
          [1, 2, 11],
          [0, 2, 15],
          [0, 3, 15],
          [1, 3, 12],
        ],
        guarded,
      );
      expect([...clustered.profileOf]).toEqual([0, 0, 1, 0]);
      expect(statesOf(clustered).filter((line) => line.includes('ask'))).toEqual(['0-2 ask-guard', '1-2 ask-guard']);
      expect(clustered.guardsBetween(0, 1)).toEqual([
        { guard: 'never-together', feature: 'national_id', values: ['id 1', 'id 2'] },
      ]);
    });

    it('lets values pass that do not stand against one another, such as a typing error', () => {
      expect(group(3, [[0, 2, 12]], { ...guarded, standAgainst: () => false }).profileCount).toBe(2);
    });

    it('holds the limit of different values of one customer', () => {
      const phones = [1, 2, 3, 2];
      const clustered = clusterPairs(4, allPairs(4, 20), {
        ...options,
        guards: { neverTogether: [], limits: { phone: 2 } },
        codeOf: (_feature, record) => phones[record] ?? 0,
      });
      expect([...clustered.profileOf]).toEqual([0, 0, 1, 0]);
      expect(clustered.guardsBetween(0, 1)).toEqual([{ guard: 'limit', feature: 'phone', values: ['1', '2', '3'] }]);
    });

    it('lets a person join what a guard keeps apart', () => {
      const clustered = group(4, [[0, 2, 12]], { ...guarded, answers: [{ left: 0, right: 2, same: true }] });
      expect([...clustered.profileOf]).toEqual([0, 1, 0, 2]);
      expect(clustered.weakestBits[0]).toBe(Infinity);
    });
  });

  describe('with answers of persons', () => {
    it('joins what was not even compared, and never what a person keeps apart', () => {
      const clustered = group(4, [[0, 1, 40]], {
        answers: [
          { left: 2, right: 3, same: true },
          { left: 1, right: 0, same: false },
        ],
      });
      expect([...clustered.profileOf]).toEqual([0, 1, 2, 2]);
      expect(statesOf(clustered)).toEqual([]);
    });

    it('keeps apart also what would meet through a third record', () => {
      const clustered = group(
        3,
        [
          [0, 1, 20],
          [1, 2, 19],
          [0, 2, 15],
        ],
        { answers: [{ left: 0, right: 2, same: false }] },
      );
      expect([...clustered.profileOf]).toEqual([0, 0, 1]);
    });

    it('lets "not the same" win where answers contradict one another, and says so', () => {
      const clustered = group(3, [], {
        answers: [
          { left: 1, right: 2, same: true },
          { left: 0, right: 2, same: false },
          { left: 0, right: 1, same: true },
        ],
      });
      expect([...clustered.profileOf]).toEqual([0, 0, 1]);
      expect(clustered.contradicted).toEqual([{ left: 1, right: 2, same: true }]);
    });

    it('does not split what a person joined', () => {
      const clustered = group(
        3,
        [
          [0, 1, 30],
          [1, 2, -30],
          [0, 2, -30],
        ],
        { answers: [{ left: 1, right: 2, same: true }] },
      );
      expect([...clustered.profileOf]).toEqual([0, 1, 1]);
    });
  });

  it('splits a cluster whose weakest split would raise the likelihood', () => {
    // 4 joins four sure ones at 6 bits each; 5 and 6 do so a little later, on average in spite of 4, whom they contradict.
    const core = [0, 1, 2, 3];
    const clustered = group(
      7,
      [
        ...core.flatMap((left) => core.filter((right) => right > left).map((right) => [left, right, 20] as const)),
        ...core.map((record) => [record, 4, 6] as const),
        ...core.flatMap((record) => [[record, 5, 5.9] as const, [record, 6, 5.9] as const]),
        [4, 5, -20],
        [4, 6, -20],
        [5, 6, 5],
      ],
      { sameBits: 0.5 },
    );
    expect([...clustered.profileOf]).toEqual([0, 0, 0, 0, 1, 0, 0]);
    expect(statesOf(clustered)).toContain('0-4 ask-weakest-link');
  });
});

function allPairs(count: number, bits: number): ReturnType<typeof pairsOf> {
  const list: [number, number, number][] = [];
  for (let left = 0; left < count; left += 1) {
    for (let right = left + 1; right < count; right += 1) list.push([left, right, bits]);
  }
  return pairsOf(list);
}
