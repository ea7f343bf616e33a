import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { makeNumberLine, nextUp, stretchOf } from '../../../../engine/decision/evaluate/number-line.ts';

const numbers = fc.oneof(
  fc.integer({ min: -10, max: 10 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE, 1e-300),
);

test('the stretch of a number is how many cuts are not above it, however the cuts are spread', () => {
  fc.assert(
    fc.property(
      fc.array(numbers, { maxLength: 60, size: 'max' }),
      fc.array(numbers, { maxLength: 20 }),
      (points, values) => {
        const line = makeNumberLine(points);
        const cuts = new Set(points.map((point) => point + 0).filter((point) => point !== -Infinity));
        for (const value of [...values, ...points, Infinity, -Infinity]) {
          expect(stretchOf(line, value)).toBe([...cuts].filter((cut) => cut <= value).length);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('nothing lies between a number and the next larger one', () => {
  fc.assert(
    fc.property(numbers, (value) => {
      const next = nextUp(value);
      if (value === Infinity) expect(next).toBe(Infinity);
      else {
        expect(next).toBeGreaterThan(value);
        const middle = value / 2 + next / 2;
        expect(middle <= value || middle >= next || next === -Number.MAX_VALUE).toBe(true);
      }
    }),
  );
  expect([nextUp(0), nextUp(-0), nextUp(1), nextUp(Number.MAX_VALUE), nextUp(-Number.MIN_VALUE)]).toEqual([
    5e-324,
    5e-324,
    1 + Number.EPSILON,
    Infinity,
    -0,
  ]);
});
