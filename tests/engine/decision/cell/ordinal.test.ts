import '../../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalValue,
  hasType,
  offsetOf,
  ordinalOf,
  ordinalStep,
  orderedTypes,
  textOfOrdinal,
  type OrderedType,
  type TemporalType,
} from '../../../../engine/index.ts';
import { temporalTexts } from './cell-arbitraries.ts';

const temporal: TemporalType[] = ['date', 'time', 'date-time', 'day-time-duration', 'year-month-duration'];

describe('the figure of a value', () => {
  const cases: [string, OrderedType, number | null][] = [
    ['1970-01-01', 'date', 0],
    ['2026-11-22', 'date', 20_779],
    ['2028-02-29', 'date', 21_243],
    ['0001-01-01', 'date', -719_162],
    ['12026-01-01', 'date', 3_672_879],
    ['-0001-12-31', 'date', -719_529],
    ['08:30:00', 'time', 30_600],
    ['00:30:00+02:00', 'time', -5400],
    ['23:59:59.999999Z', 'time', 86_399.999999],
    ['08:30:00.1234567', 'time', 30_600.123456],
    ['1970-01-02T00:00:00Z', 'date-time', 86_400],
    ['1970-01-01T00:00:00-01:30', 'date-time', 5400],
    ['1969-12-31T23:59:59.5', 'date-time', -0.5],
    ['P1DT2H30M5.5S', 'day-time-duration', 95_405.5],
    ['-P1D', 'day-time-duration', -86_400],
    ['PT36H', 'day-time-duration', 129_600],
    ['P1Y6M', 'year-month-duration', 18],
    ['-P1M', 'year-month-duration', -1],
    ['P0Y', 'year-month-duration', 0],
  ];
  for (const [text, type, ordinal] of cases) {
    test(`of ${text} as ${type} is ${ordinal}`, () => expect(ordinalOf(text, type)).toBe(ordinal));
  }

  const refused: [string, string, TemporalType][] = [
    ['a day that does not exist', '2026-02-29', 'date'],
    ['a month that does not exist', '2026-13-01', 'date'],
    ['day zero', '2026-01-00', 'date'],
    ['a short month', '2026-1-01', 'date'],
    ['a leading zero of a long year', '012026-01-01', 'date'],
    ['a year with a plus', '+2026-01-01', 'date'],
    ['spaces', ' 2026-01-01', 'date'],
    ['digits of another script', '٢٠٢٦-٠١-٠١', 'date'],
    ['24:00', '24:00:00', 'time'],
    ['a leap second', '23:59:60', 'time'],
    ['a time without seconds', '08:30', 'time'],
    ['an offset beyond 14 hours', '08:30:00+14:01', 'time'],
    ['an offset of minus fifteen hours', '08:30:00-15:00', 'time'],
    ['an offset without a colon', '08:30:00+0200', 'time'],
    ['a named zone', '08:30:00@Europe/Berlin', 'time'],
    ['a point without digits', '08:30:00.', 'time'],
    ['a date where a date and time belongs', '2026-01-01', 'date-time'],
    ['a space instead of T', '2026-01-01 08:30:00', 'date-time'],
    ['a date and time beyond what is exact', '999999999-01-01T00:00:00', 'date-time'],
    ['a mixed duration', 'P1Y2D', 'day-time-duration'],
    ['a mixed duration', 'P1Y2D', 'year-month-duration'],
    ['P alone', 'P', 'day-time-duration'],
    ['P alone', 'P', 'year-month-duration'],
    ['T without a time', 'P1DT', 'day-time-duration'],
    ['a duration with a plus', '+P1D', 'day-time-duration'],
    ['months among days', 'P1M', 'day-time-duration'],
    ['weeks', 'P2W', 'day-time-duration'],
    ['a duration beyond what is exact', `P${'9'.repeat(20)}D`, 'day-time-duration'],
    ['a very long text', `P${'0'.repeat(100_000)}D`, 'day-time-duration'],
  ];
  for (const [what, text, type] of refused) {
    test(`is missing for ${what} (${text.slice(0, 40)})`, () => {
      expect(ordinalOf(text, type)).toBeNull();
      expect(hasType(text, type)).toBe(false);
    });
  }

  test('is missing for values of JSON that are no texts', () => {
    for (const type of temporal) {
      for (const value of [null, true, 20_779, [], {}, ['2026-11-22']]) expect(ordinalOf(value, type)).toBeNull();
    }
    for (const value of ['1', null, Number.NaN, Infinity]) expect(ordinalOf(value, 'number')).toBeNull();
  });
});

describe('figures and texts', () => {
  test('a figure, written and read, is the same figure', () => {
    for (const type of temporal) {
      fc.assert(
        fc.property(temporalTexts(type, 'far'), fc.boolean(), (text, withOffset) => {
          const ordinal = ordinalOf(text, type) as number;
          const again = textOfOrdinal(ordinal, type, withOffset ? 'offset' : 'local');
          expect(ordinalOf(again, type)).toBe(ordinal);
          expect(canonicalValue(again, type)).toBe(again);
        }),
      );
    }
  });
  test('a time keeps its figure where the offset leads to another day', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: -840, max: 840 }));
    fc.assert(
      fc.property(times, ([seconds, ahead]) => {
        const ordinal = seconds - ahead * 60;
        expect(ordinalOf(textOfOrdinal(ordinal, 'time', 'offset'), 'time')).toBe(ordinal);
      }),
    );
  });
  test('every day of the calendar is the platform’s day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
        const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(textOfOrdinal(days, 'date')).toBe(text);
        expect(ordinalOf(text, 'date')).toBe(days);
      }),
      { numRuns: 2000 },
    );
  });
  test('every moment is the platform’s moment, whatever its offset', () => {
    const moments = fc.tuple(
      fc.integer({ min: Date.UTC(1, 0, 1) - 60_000_000_000_000, max: Date.UTC(9999, 0, 1) }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
    );
    fc.assert(
      fc.property(moments, ([millis, ahead]) => {
        const local = new Date(millis + ahead * 60_000).toISOString().slice(0, -1);
        if (!/^\d{4}-/.test(local)) return;
        const minutes = Math.abs(ahead);
        const digits = (value: number) => String(value).padStart(2, '0');
        const offset = `${ahead < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
        expect(ordinalOf(local + offset, 'date-time')).toBe(
          Math.floor(millis / 1000) + (millis - Math.floor(millis / 1000) * 1000) / 1000,
        );
        expect(offsetOf(local + offset, 'date-time')).toBe('offset');
        expect(offsetOf(local, 'date-time')).toBe('local');
      }),
      { numRuns: 2000 },
    );
  });
  test('the day before the first of March is the last of February, in leap years the 29th', () => {
    for (const [year, last] of [
      [1900, 28],
      [2000, 29],
      [2024, 29],
      [2026, 28],
      [2100, 28],
    ] as const) {
      const march = ordinalOf(`${year}-03-01`, 'date') as number;
      expect(textOfOrdinal(march - 1, 'date')).toBe(`${year}-02-${last}`);
    }
  });
  test('a figure that no value has is null', () => {
    for (const type of temporal)
      for (const ordinal of [Infinity, -Infinity, Number.NaN]) expect(textOfOrdinal(ordinal, type)).toBeNull();
    expect(textOfOrdinal(-1, 'time')).toBeNull();
    expect(textOfOrdinal(86_400, 'time')).toBeNull();
    expect(textOfOrdinal(1e15, 'date')).toBeNull();
    expect(textOfOrdinal(1e17, 'date-time')).toBeNull();
  });
  test('nothing lies between neighbours of whole days and months alone', () => {
    expect(orderedTypes.map(ordinalStep)).toEqual([null, 1, null, null, null, 1]);
  });
  test.each([
    ['PT36H', 'day-time-duration', 'P1DT12H'],
    ['PT0.50S', 'day-time-duration', 'PT0.5S'],
    ['-P0D', 'day-time-duration', 'PT0S'],
    ['P18M', 'year-month-duration', 'P1Y6M'],
    ['P12M', 'year-month-duration', 'P1Y'],
    ['08:30:00.500+00:00', 'time', '08:30:00.5Z'],
    ['08:30:00-00:00', 'time', '08:30:00Z'],
    ['2026-11-22T08:30:00+02:00', 'date-time', '2026-11-22T08:30:00+02:00'],
    ['-0000-01-01', 'date', '0000-01-01'],
  ] as const)('%s as %s has the one spelling %s', (text, type, canonical) => {
    expect(canonicalValue(text, type)).toBe(canonical);
    expect(canonicalValue(canonical, type)).toBe(canonical);
    expect(ordinalOf(canonical, type)).toBe(ordinalOf(text, type));
  });
});
