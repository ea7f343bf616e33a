import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseByLibrary, parsePhone } from '../../../../engine/identity/fields/phone-port.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const national = fc.tuple(
  fc.constantFrom('', '1', '+1', '+', '0', '+11'),
  fc.oneof(digits(10), digits(10), digits(9), digits(11)),
);
const region = fc.constantFrom('US', 'CA', 'DE', 'JM', undefined);

it('numbers of the North American plan are read as the library reads them', () => {
  fc.assert(
    fc.property(national, region, ([prefix, rest], country) => {
      expect(parsePhone(prefix + rest, country)).toEqual(parseByLibrary(prefix + rest, country));
    }),
    { numRuns: 5_000 },
  );
});
