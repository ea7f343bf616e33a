import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { randomPool } from '../../../hub/src/ledger/random-pool.ts';

it('gives nothing out twice, however much is asked for', () => {
  const asked: number[] = [];
  const random = randomPool((bytes) => {
    asked.push(bytes);
    return randomBytes(bytes);
  });
  const given = Array.from({ length: 2_000 }, (_, index) =>
    Buffer.from(random(index % 2 === 0 ? 12 : 60)).toString('hex'),
  );
  expect(new Set(given).size).toBe(2_000);
  expect(given.slice(0, 2).map(({ length }) => length)).toEqual([24, 120]);
  // Many at a time, but not all of the next piece for the sake of a few bytes.
  expect(asked.length).toBeLessThan(40);
  expect(random(10_000)).toHaveLength(10_000);
});
