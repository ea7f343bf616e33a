import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../engine/index.ts';

/** What careless expressions read again and again. */
const hostile = {
  digits: '1',
  'single digits': '1 ',
  'pairs of digits': '12-',
  pluses: '+1 ',
  spaces: ' ',
  'line breaks': '\n',
  'at signs': '@',
  'short addresses': 'a@b.',
  dots: '.',
  letters: 'a',
  capitals: 'Aa ',
  'given names': 'Anna ',
  hyphens: 'a-',
  quotes: '> "(\'',
  colons: 'a:',
  brackets: '[name ',
  'invisible signs': '\u200b',
  'lone marks': '\u0301',
  'letters with marks': 'e\u0301',
  emoji: '👩‍👩‍👧',
  'words for passwords': 'password: ',
  'words for names': 'my name is ',
  titles: 'Mr ',
  streets: 'Via Aa 1 ',
  'words of streets': '1 rue de ',
  postcodes: '12345 Aa ',
  keys: '-----BEGIN PRIVATE KEY-----',
  tokens: 'eyJ.',
  'web addresses': 'https://a/?',
};

describe('findPersonalData of long texts', () => {
  it.each(Object.entries(hostile))(
    'reads 1 MB of %s in about ten times the time of 100 kB',
    (_, unit) => {
      const [short, long] = [100_000, 1_000_000].map((length) => secondsFor(unit, length)) as [number, number];
      // A quadratic expression takes a hundred times as long; a busy machine may double a short time.
      expect(long / Math.max(short, 0.05)).toBeLessThan(50);
    },
    120_000,
  );
});

function secondsFor(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const begun = process.cpuUsage().user;
  findPersonalData(text);
  return (process.cpuUsage().user - begun) / 1e6;
}
