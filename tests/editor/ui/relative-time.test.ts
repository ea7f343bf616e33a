import { describe, expect, it } from 'vitest';
import { exactTime, relativeTime } from '../../../editor/ui/relative-time.ts';

const now = Date.parse('2026-11-22T09:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-22T09:00:00Z', 'just now'],
    ['2026-11-22T08:59:16Z', 'just now'],
    ['2026-11-22T09:00:44Z', 'just now'],
    ['2026-11-22T08:59:10Z', '1 minute ago'],
    ['2026-11-22T08:01:00Z', '59 minutes ago'],
    ['2026-11-22T08:00:20Z', '1 hour ago'],
    ['2026-11-22T06:00:00Z', '3 hours ago'],
    ['2026-11-21T08:00:00Z', 'yesterday'],
    ['2026-11-18T09:00:00Z', '4 days ago'],
    ['2026-11-14T09:00:00Z', 'last week'],
    ['2026-10-20T09:00:00Z', 'last month'],
    ['2025-09-12T09:00:00Z', 'last year'],
    ['2022-11-22T09:00:00Z', '4 years ago'],
    ['2026-11-24T09:00:00Z', 'in 2 days'],
  ])('says %s as "%s"', (iso, words) => {
    expect(relativeTime(iso, now)).toBe(words);
  });

  it('gives back what is no time', () => {
    expect(relativeTime('soon', now)).toBe('soon');
  });
});

describe('exactTime', () => {
  it('says the moment to the minute in the zone asked for', () => {
    expect(exactTime('2026-11-22T08:57:00Z', 'en-GB', 'Europe/Berlin')).toBe('Sunday, 22 November 2026 at 09:57');
  });

  it('gives back what is no time', () => {
    expect(exactTime('soon')).toBe('soon');
  });
});
