import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { NameCodes } from '../../../../engine/decision/evaluate/name-codes.ts';

/** Few characters, so that many texts are alike in length, first, middle and last character. */
const texts = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 }), fc.string());

test('a text has the code of its name, however much alike the names are; any other text has 0', () => {
  fc.assert(
    fc.property(fc.uniqueArray(texts, { maxLength: 80, size: 'max' }), fc.array(texts), (named, others) => {
      const names = new Map(named.map((name, index) => [name, index + 1]));
      const codes = new NameCodes(names);
      for (const text of [...named, ...others]) expect(codes.codeOf(text)).toBe(names.get(text) ?? 0);
    }),
  );
});
