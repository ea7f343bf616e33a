import '../../../property-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeField } from '../../../../engine/index.ts';

test('a telephone number, read again in any country, is itself once it is international', () => {
  const regions = fc.constantFrom('DE', 'US', 'GB', 'IT', 'FR', 'AU', 'BR', 'AR', 'MX', 'RU', 'HU', 'SG', 'CI', 'XX');
  const written = fc.stringMatching(/^(\+|00|0|)[ (]?[0-9]{1,4}[ )/-]{0,2}[0-9]{3,4}[ -]?[0-9]{2,6}$/);
  fc.assert(
    fc.property(written, regions, regions, (text, region, other) => {
      const { phone } = normalizeField('phone', text, { region }).values;
      if (phone === undefined) return;
      expect(normalizeField('phone', phone, { region }).values.phone).toBe(phone);
      if (phone.startsWith('+')) expect(normalizeField('phone', phone, { region: other }).values.phone).toBe(phone);
    }),
    { numRuns: 5000 },
  );
});
