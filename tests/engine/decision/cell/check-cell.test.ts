import { describe, expect, test } from 'vitest';
import { checkCell, type TableInput } from '../../../../engine/index.ts';

describe('a cell is held against its column', () => {
  const number = { id: 'a', name: 'A', path: 'a', type: 'number' } as const;
  const text: TableInput = { id: 't', name: 'T', path: 't', type: 'string', allowed: ['gold', 'silver'] };
  const flag = { id: 'f', name: 'F', path: 'f', type: 'boolean' } as const;
  const codes = (cell: string, input: Parameters<typeof checkCell>[1]) =>
    checkCell(cell, input).issues.map(({ code }) => code);

  test('a text can never match a number', () => {
    const [issue] = checkCell('"20"', number).issues;
    expect(issue).toMatchObject({ code: 'cell_type', severity: 'error', params: { suggestion: '20' } });
  });
  test('a number can never match a text, and gets quotes as suggestion', () => {
    expect(checkCell('20', { ...text, allowed: ['20'] }).issues[0]?.params['suggestion']).toBe('"20"');
  });
  test('a comparison can never match a truth value', () => expect(codes('> 5', flag)).toEqual(['cell_type']));
  test('a value outside of the allowed ones is a warning', () => {
    expect(checkCell('"gold", "glod"', text).issues).toMatchObject([
      { code: 'not_allowed', severity: 'warning', params: { found: '"glod"', column: 9 } },
    ]);
  });
  test('a range whose ends are swapped is a warning', () =>
    expect(codes('[5..1]', number)).toEqual(['empty_interval']));
  test('a range of one number left out is a warning', () =>
    expect(codes('(5..5]', number)).toEqual(['empty_interval']));
  test('1,200 is a warning, since it means 1 or 200', () => {
    expect(checkCell('>= 1,200', number).issues[0]).toMatchObject({
      code: 'thousands_separator',
      severity: 'warning',
      params: { suggestion: '>= 1200' },
    });
  });
  test('1.200,50 is a warning, since it means 1.2 or 50', () => {
    expect(checkCell('>= 1.200,50', number).issues[0]).toMatchObject({
      code: 'thousands_separator',
      params: { found: '1.200,50', suggestion: '>= 1200.50' },
    });
  });
  test('1, 200 with a space is what it says', () => expect(codes('1, 200', number)).toEqual([]));
  test('a date that stands alone is told how dates are written', () => {
    const day: TableInput = { id: 'd', name: 'D', path: 'd', type: 'date' };
    for (const typed of ['2026-11-22', '22.11.2026', '"2026-11-22"', '22/11/2026']) {
      expect(checkCell(typed, day).issues[0]?.params['suggestion'], typed).toBe('date("2026-11-22")');
    }
    expect(checkCell('> "2026-11-22"', day).issues[0]?.params['suggestion']).toBe('> date("2026-11-22")');
    expect(checkCell('2026-11-22', { ...day, type: 'date-time' }).issues[0]?.params['suggestion']).toBe(
      'date and time("2026-11-22T00:00:00")',
    );
    expect(checkCell('2026-11-22', { ...day, type: 'string' }).issues[0]?.params['suggestion']).toBe('"2026-11-22"');
    expect(checkCell('2026-11-22', number).issues[0]).toMatchObject({ code: 'cell_type' });
  });
  test('a duration may be typed in words', () => {
    const wait: TableInput = { id: 'w', name: 'W', path: 'w', type: 'day-time-duration' };
    expect(checkCell('< 3 days', wait).issues[0]?.params['suggestion']).toBe('< duration("P3D")');
    expect(checkCell('1 year 6 months', { ...wait, type: 'year-month-duration' }).issues[0]?.params['suggestion']).toBe(
      'duration("P1Y6M")',
    );
  });
  test('a date can never match a time', () => {
    const time: TableInput = { id: 't', name: 'T', path: 't', type: 'time' };
    expect(codes('date("2026-11-22")', time)).toEqual(['cell_type']);
    expect(codes('duration("P1D")', { ...time, type: 'year-month-duration' })).toEqual(['cell_type']);
  });
  test('nothing lies between two neighbouring days, and something between two moments', () => {
    const day: TableInput = { id: 'd', name: 'D', path: 'd', type: 'date' };
    expect(codes('(date("2026-11-22")..date("2026-11-23"))', day)).toEqual(['empty_interval']);
    expect(codes('[date("2026-11-22")..date("2026-11-23"))', day)).toEqual([]);
    expect(codes('(duration("PT1S")..duration("PT2S"))', { ...day, type: 'day-time-duration' })).toEqual([]);
    expect(codes('[date("2026-11-23")..date("2026-11-22")]', day)).toEqual(['empty_interval']);
  });
  test('a value outside of the allowed range is a warning, a bound outside of it is not', () => {
    const age: TableInput = { ...number, allowedRange: '[18..120]' };
    expect(checkCell('17, 18, > 150', age).issues).toMatchObject([
      { code: 'outside_allowed_range', severity: 'warning', params: { found: '17', range: '[18..120]' } },
    ]);
    expect(codes('7', { ...number, allowed: [1, 2] })).toEqual(['not_allowed']);
    expect(codes('< 7', { ...number, allowed: [1, 2] })).toEqual([]);
    const wait: TableInput = { id: 'w', name: 'W', path: 'w', type: 'day-time-duration', allowed: ['P1D', 'P2D'] };
    expect(codes('duration("PT24H"), duration("PT25H")', wait)).toEqual(['not_allowed']);
  });
  test('null fits every column', () => expect([...codes('null', number), ...codes('null', flag)]).toEqual([]));
});
