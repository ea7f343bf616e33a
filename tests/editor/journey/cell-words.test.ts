import { describe, expect, it } from 'vitest';
import { cellInWords, valueInWords } from '../../../editor/src/journey/simulate/cell-words.ts';

describe('a cell in words', () => {
  it.each([
    ['-', 'anything'],
    ['"gold"', 'gold'],
    ['"gold", "platinum"', 'gold or platinum'],
    ['"a", "b", "c", "d", "e"', 'one of 5 values'],
    ['not("gold", "silver")', 'a value other than gold or silver'],
    ['>= 5000', 'at least 5,000'],
    ['< 18', 'below 18'],
    ['[500..5000)', 'from 500 to below 5,000'],
    ['(14..30]', 'above 14 to 30'],
    ['true', 'yes'],
    ['null, true', 'missing or yes'],
    ['not(null)', 'not missing'],
    ['50 EUR', '50 EUR'],
  ])('%s is %s', (cell, words) => {
    expect(cellInWords(cell)).toBe(words);
  });
});

describe('a value in words', () => {
  it.each([
    [null, 'missing'],
    [true, 'yes'],
    [false, 'no'],
    [5815.5, '5,815.5'],
    ['refund', 'refund'],
    [['a', 'b'], '["a","b"]'],
  ])('%j is %s', (value, words) => {
    expect(valueInWords(value)).toBe(words);
  });
});
