import { describe, expect, it } from 'vitest';
import { changeInWords, type InputChange, type JsonValue, type OutcomeChange } from '../../../../engine/index.ts';

const between = (low: JsonValue, lowIncluded: boolean, high: JsonValue, highIncluded: boolean): InputChange => ({
  kind: 'between',
  low,
  lowIncluded,
  high,
  highIncluded,
});

describe('what an input would have had to be, in words', () => {
  it.each<[InputChange, OutcomeChange['type'], string | null, string]>([
    [between(null, false, 500, true), 'number', 'EUR', 'at most 500 EUR'],
    [between(null, false, 500, false), 'number', null, 'below 500'],
    [between(50, false, null, false), 'number', null, 'above 50'],
    [between(5000, true, null, false), 'number', 'EUR', 'at least 5000 EUR'],
    [between(18, true, 65, false), 'number', null, 'from 18 to below 65'],
    [between(18, false, 65, true), 'number', 'years', 'above 18 to 65 years'],
    [between(null, false, null, false), 'number', 'EUR', 'any other value'],
    [between(7, true, 7, true), 'number', 'EUR', '7 EUR'],
    [between('2026-01-01', true, null, false), 'date', null, 'no earlier than 2026-01-01'],
    [between('2026-01-01', true, '2026-03-01', false), 'date', null, 'from 2026-01-01 to before 2026-03-01'],
    [between(null, false, 'P3D', false), 'day-time-duration', null, 'shorter than P3D'],
    [{ kind: 'one-of', values: ['a'] }, 'string', null, '"a"'],
    [{ kind: 'one-of', values: ['a', 'b', true] }, 'string', null, '"a", "b" or yes'],
    [{ kind: 'one-of', values: [1, 2, 3, 4, 5, 6, 7] }, 'number', null, '1, 2, 3, 4, 5 or one of 2 others'],
    [{ kind: 'none-of', values: [5, 6] }, 'number', 'EUR', 'anything but 5 or 6 EUR'],
    [{ kind: 'with', member: 'x' }, 'list', null, 'a list with "x"'],
    [{ kind: 'without', member: 'x' }, 'list', null, 'a list without "x"'],
    [{ kind: 'absent' }, 'number', 'EUR', 'missing'],
  ])('%j of the type %s in %s', (change, type, unit, words) => {
    expect(changeInWords({ change, type, unit })).toBe(words);
  });

  it('takes the words of values from whoever shows them', () => {
    const change = between(5000, true, null, false);
    const inWords = (value: JsonValue) => Number(value).toLocaleString('en');
    expect(changeInWords({ change, type: 'number', unit: 'EUR' }, inWords)).toBe('at least 5,000 EUR');
  });
});
