import { expect, it } from 'vitest';
import { keyName, keyPart } from '../../../../engine/identity/prepare/key-part.ts';
import type { BlockingKey } from '../../../../engine/index.ts';

const cases: readonly (readonly [BlockingKey, string, string])[] = [
  [{ feature: 'email', take: 'whole' }, 'ada@example.com', 'ada@example.com'],
  [{ feature: 'email', take: 'local' }, 'ada@example.com', 'ada'],
  [{ feature: 'email', take: 'domain' }, 'ada@example.com', 'example.com'],
  [{ feature: 'email', take: 'domain' }, 'not an address', ''],
  [{ feature: 'postcode', take: 'start', length: 2 }, '12345', '12'],
  [{ feature: 'postcode', take: 'start' }, '12345', '123'],
  [{ feature: 'postcode', take: 'start', length: 6 }, '12345', ''],
  [{ feature: 'phone', take: 'end', length: 7 }, '+12025550101', '5550101'],
  [{ feature: 'birth_date', take: 'year' }, '1980-02-03', '1980'],
  [{ feature: 'birth_date', take: 'year' }, 'february', ''],
  [{ feature: 'birth_date', take: 'day-month' }, '1980-02-03', '02/03'],
  [{ feature: 'birth_date', take: 'day-month' }, '1980-03-02', '02/03'],
  [{ feature: 'birth_date', take: 'day-month' }, '1980', ''],
  [{ feature: 'city', take: 'whole' }, '', ''],
];

it.each(cases)('%j takes of "%s" "%s"', (key, value, part) => {
  expect(keyPart(key, value)).toBe(part);
});

it('spellings that sound alike have one sound', () => {
  const key: BlockingKey = { feature: 'family_name', take: 'sound' };
  expect(keyPart(key, 'smith')).toBe(keyPart(key, 'smyth'));
  expect(keyPart(key, 'smith')).not.toBe(keyPart(key, 'jones'));
});

it('keys that take the same have one name', () => {
  expect(keyName({ feature: 'city', take: 'start' })).toBe(keyName({ feature: 'city', take: 'start', length: 3 }));
  expect(keyName({ feature: 'city', take: 'start' })).not.toBe(keyName({ feature: 'city', take: 'end' }));
});
