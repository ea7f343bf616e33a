import { expect, it } from 'vitest';
import { NumberPairs } from '../../../../engine/identity/compare/number-pairs.ts';

it('pairs of numbers are numbered from 1, the same pair the same, however many there are', () => {
  const pairs = new NumberPairs();
  const numbers = Array.from({ length: 5_000 }, (_, at) => pairs.numberOf(at % 70, Math.floor(at / 70)));
  expect(numbers).toEqual(Array.from({ length: 5_000 }, (_, at) => at + 1));
  expect(pairs.count).toBe(5_001);
  for (const [at, number] of numbers.entries()) {
    expect(pairs.numberOf(at % 70, Math.floor(at / 70))).toBe(number);
    expect([pairs.firsts[number], pairs.seconds[number]]).toEqual([at % 70, Math.floor(at / 70)]);
  }
  expect(pairs.numberOf(1, 0)).not.toBe(pairs.numberOf(0, 1));
});
