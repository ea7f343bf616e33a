import { describe, expect, it } from 'vitest';
import { pairwiseAccuracy, precisionRecallCurve } from '../../../../engine/index.ts';

describe('pairwiseAccuracy', () => {
  it.each([
    ['all right', [0, 0, 1, 1, 2], ['a', 'a', 'b', 'b', 'c'], [2, 2, 2, 1, 1, 1]],
    ['nothing joined', [0, 1, 2], ['a', 'a', 'b'], [1, 0, 0, 1, 0, 0]],
    ['all joined', [0, 0, 0, 0], ['a', 'a', 'b', 'b'], [2, 6, 2, 1 / 3, 1, 0.5]],
    ['one of two customers cut', [0, 0, 1], ['a', 'a', 'a'], [3, 1, 1, 1, 1 / 3, 0.5]],
    ['no record', [], [], [0, 0, 0, 1, 1, 1]],
  ])('%s', (_, profileOf, truthOf, [truePairs, joinedPairs, rightPairs, precision, recall, f1]) => {
    const accuracy = pairwiseAccuracy(profileOf, truthOf);
    expect(accuracy).toMatchObject({ truePairs, joinedPairs, rightPairs });
    expect([accuracy.precision, accuracy.recall, accuracy.f1].map((figure) => figure.toFixed(6))).toEqual(
      [precision, recall, f1].map((figure) => figure?.toFixed(6)),
    );
  });

  it('counts as comparing every pair does', () => {
    const profileOf = Array.from({ length: 60 }, (_, index) => (index * 7) % 11);
    const truthOf = profileOf.map((profile, index) => `${(profile + (index % 3)) % 9}`);
    let [joined, truth, both] = [0, 0, 0];
    for (let left = 0; left < 60; left += 1)
      for (let right = left + 1; right < 60; right += 1) {
        const [isJoined, isTrue] = [profileOf[left] === profileOf[right], truthOf[left] === truthOf[right]];
        joined += Number(isJoined);
        truth += Number(isTrue);
        both += Number(isJoined && isTrue);
      }
    expect(pairwiseAccuracy(profileOf, truthOf)).toMatchObject({
      truePairs: truth,
      joinedPairs: joined,
      rightPairs: both,
    });
  });
});

describe('precisionRecallCurve', () => {
  const pairs = [
    { probability: 0.9, isTrue: true },
    { probability: 0.5, isTrue: false },
    { probability: 0.99, isTrue: true },
    { probability: 0.5, isTrue: true },
  ];

  it('has a point per probability, highest first, with the true pairs that were never compared', () => {
    expect(precisionRecallCurve(pairs, 5)).toMatchObject([
      { threshold: 0.99, precision: 1, recall: 0.2 },
      { threshold: 0.9, precision: 1, recall: 0.4 },
      { threshold: 0.5, precision: 0.75, recall: 0.6 },
    ]);
  });

  it('is thinned to the points that were asked for, ends included', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({ probability: index / 1_000, isTrue: index > 500 }));
    const curve = precisionRecallCurve(many, 499, 10);
    expect([curve.length, curve[0]?.threshold, curve.at(-1)?.threshold]).toEqual([10, 0.999, 0]);
  });
});
