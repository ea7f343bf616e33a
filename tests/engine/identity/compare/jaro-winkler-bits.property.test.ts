import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jaroByPlaces } from '../../../../engine/identity/compare/jaro-winkler.ts';
import { jaro } from '../../../../engine/index.ts';

// 'a', 'š' and 'ս' have the same low byte.
const text = fc.oneof(
  fc.array(fc.constantFrom('a', 'b', 'c', 'š', 'ա', 'ő'), { maxLength: 36 }).map((letters) => letters.join('')),
  fc.string({ maxLength: 34, unit: 'binary' }),
);

it('Jaro by bits is Jaro character by character', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [short, long] =
        left.length < right.length || (left.length === right.length && left < right) ? [left, right] : [right, left];
      if (left === right) expect(jaro(left, right)).toBe(1);
      else expect(jaro(left, right)).toBe(short.length === 0 ? 0 : jaroByPlaces(short, long));
    }),
    { numRuns: 5_000 },
  );
});
