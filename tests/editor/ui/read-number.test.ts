import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../editor/ui/NumberInput.tsx';

describe('readNumber', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['250', 250],
    ['-1.5', -1.5],
    ['−3', -3],
    ['0,1', 0.1],
    ['.5', 0.5],
    ['2.', 2],
    ['1e3', 1000],
    ['1,000.5', undefined],
    ['12 EUR', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['1e999', undefined],
    ['-', undefined],
  ])('reads %o as %o', (text, number) => {
    expect(readNumber(text, false)).toBe(number);
  });

  it('takes no fraction where a whole number is asked for', () => {
    expect(readNumber('2.5', true)).toBeUndefined();
    expect(readNumber('2.0', true)).toBe(2);
  });
});
