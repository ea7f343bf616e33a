import { describe, expect, it } from 'vitest';
import { formatBar, formatBytes, formatDuration, fractionByTime, overallFraction } from '../../host/progress.ts';

const phases = [
  { label: 'a', usualSeconds: 60 },
  { label: 'b', usualSeconds: 30 },
  { label: 'c', usualSeconds: 10 },
];

describe('overall progress', () => {
  it.each([
    [0, 0, 0],
    [0, 0.5, 0.3],
    [1, 0, 0.6],
    [1, 1, 0.9],
    [2, 1, 1],
  ])('weighs phases by their usual time: phase %i at %d is %d', (index, fraction, expected) => {
    expect(overallFraction(phases, index, fraction)).toBeCloseTo(expected);
  });

  it('stays between 0 and 1 when a phase counts more than it expected', () => {
    expect(overallFraction(phases, 2, 1.7)).toBe(1);
    expect(overallFraction(phases, 0, -1)).toBe(0);
    expect(overallFraction([], 0, 0)).toBe(1);
  });
});

describe('progress that only a clock tells', () => {
  it('grows, and never claims to be done', () => {
    const steps = [0, 10, 30, 75, 200, 1000].map((seconds) => fractionByTime(seconds, 75));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[0]).toBe(0);
    expect(fractionByTime(75, 75)).toBeGreaterThan(0.75);
    expect(fractionByTime(300, 75)).toBeLessThan(1);
  });
});

describe('wording', () => {
  it.each([
    [7.4, '7 s'],
    [59.6, '1 min 00 s'],
    [125, '2 min 05 s'],
    [3720, '1 h 02 min'],
    [-3, '0 s'],
  ])('%d seconds is %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  it.each([
    [0, '..........'],
    [0.55, '#####.....'],
    [1, '##########'],
    [3, '##########'],
  ])('a bar at %d is %s', (fraction, text) => expect(formatBar(fraction, 10)).toBe(text));

  it('gives sizes in units that df shows', () => {
    expect(formatBytes(3.5e9)).toBe('3.5 GB');
    expect(formatBytes(640e6)).toBe('640 MB');
  });
});
