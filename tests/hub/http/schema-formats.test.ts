import { expect, test } from 'vitest';
import { schemaFormats } from '../../../hub/src/http/schema-formats.ts';

test.each([
  ['2026-11-22T09:00:00Z', true],
  ['2026-11-22T09:00:00.123Z', true],
  ['2024-02-29T23:59:59.999999999Z', true],
  ['2026-02-29T09:00:00Z', false],
  ['2026-02-30T09:00:00Z', false],
  ['2026-11-22T24:00:01Z', false],
  ['2026-11-22T09:00:00', false],
  ['2026-11-22T09:00:00+01:00', false],
  ['2026-11-22 09:00:00Z', false],
  ['2026-11-22', false],
  ['', false],
])('a moment: %s is %s', (text, expected) => {
  expect(schemaFormats['date-time'](text)).toBe(expected);
});

test.each([
  ['2026-11-22', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['22.11.2026', false],
])('a day: %s is %s', (text, expected) => {
  expect(schemaFormats.date(text)).toBe(expected);
});
