import { describe, expect, test } from 'vitest';
import { displayName, identityFields, normalizeField, recognizeColumns, soundOf } from '../../../../engine/index.ts';

const megabytes = 10 * 1024 * 1024;
/** Texts that make careless patterns try everything. */
const hostile: [name: string, text: string][] = [
  ['ten megabytes of a letter', 'a'.repeat(megabytes)],
  ['ten megabytes of digits', '1234567890'.repeat(megabytes / 10)],
  ['ten megabytes of spaces', ' '.repeat(megabytes)],
  ['ten megabytes of zero-width spaces', '\u200b'.repeat(megabytes)],
  ['ten megabytes of marks', 'e' + '\u0301'.repeat(megabytes)],
  ['ten megabytes of a ligature that is 18 letters', 'ﷺ'.repeat(megabytes)],
  ['half characters', '\ud83d'.repeat(100_000)],
  ['at signs', '@'.repeat(100_000)],
  ['almost an address, many times', '<a@'.repeat(50_000)],
  ['almost a date, many times', '12/'.repeat(50_000)],
  ['almost a house number, many times', '12 a - '.repeat(20_000)],
  ['brackets', '('.repeat(100_000)],
  ['quotes', '"a'.repeat(50_000)],
  ['dotted letters', 'a.b. '.repeat(20_000)],
  ['commas', 'a, '.repeat(50_000)],
  ['post boxes', 'po box 1 '.repeat(20_000)],
  ['titles', 'dr. '.repeat(50_000)],
  ['mojibake', 'Ã¼'.repeat(50_000)],
  ['control characters', '\u0000\u0007\u001b[31m'.repeat(10_000)],
];

describe.each(hostile)('%s', (_, text) => {
  test('give an answer in every field: a short value, or the beginning of what was set aside', () => {
    for (const field of identityFields) {
      const read = normalizeField(field, text, { region: 'DE' });
      for (const value of Object.values(read.values)) expect(value.length).toBeLessThanOrEqual(254);
      expect(read.setAside?.value.length ?? 0).toBeLessThanOrEqual(1000);
      expect(read.steps.join(' ').length).toBeLessThan(2000);
    }
    expect(soundOf(text.slice(0, 100_000)).length).toBeLessThanOrEqual(8);
    expect(displayName({ full_name: text }).length).toBeLessThanOrEqual(200);
    expect(recognizeColumns([text.slice(0, 100_000), 'email'], [{ email: text }]).mapping).not.toHaveProperty(
      'full_name',
    );
  });
});

test('a cut is said', () => {
  expect(normalizeField('given_name', 'a'.repeat(2000)).steps).toContain('cut: only the beginning is read');
});
