import { describe, expect, it } from 'vitest';
import { radixOrder } from '../../../../engine/identity/cluster/radix-order.ts';
import { seededRandom } from '../../../../engine/seeded-random.ts';

describe('radixOrder', () => {
  it.each([10, 20_000])('orders %i rows by the first column, then by the second, then as they came', (count) => {
    const random = seededRandom(7);
    const first = Uint32Array.from({ length: count }, () => Math.floor(random() * 5) * 900_000_000);
    const second = Uint32Array.from({ length: count }, () => Math.floor(random() * 70_000));
    const expected = Array.from({ length: count }, (_none, row) => row).sort(
      (one, other) =>
        (first[one] ?? 0) - (first[other] ?? 0) || (second[one] ?? 0) - (second[other] ?? 0) || one - other,
    );
    expect([...radixOrder([first, second])]).toEqual(expected);
  });
});
