import { describe, expect, it } from 'vitest';
import { editDistance, jaro, jaroWinkler } from '../../../../engine/index.ts';

describe('jaro and jaroWinkler', () => {
  // Winkler's own examples, US Census Bureau RR99/04, table 6.
  it.each([
    ['shackleford', 'shackelford', 0.97, 0.982],
    ['dunningham', 'cunnigham', 0.896, 0.896],
    ['nichleson', 'nichulson', 0.926, 0.956],
    ['jones', 'johnson', 0.79, 0.832],
    ['massey', 'massie', 0.889, 0.933],
    ['abroms', 'abrams', 0.889, 0.922],
    ['itman', 'smith', 0.467, 0.467],
    ['jeraldine', 'geraldine', 0.926, 0.926],
    ['marhta', 'martha', 0.944, 0.961],
    ['michelle', 'michael', 0.869, 0.921],
    ['julies', 'julius', 0.889, 0.933],
    ['tanya', 'tonya', 0.867, 0.88],
    ['dwayne', 'duane', 0.822, 0.84],
    ['sean', 'susan', 0.783, 0.805],
    ['jon', 'john', 0.917, 0.933],
    ['jon', 'jan', 0.778, 0.8],
  ])('%s and %s are alike by %d, with equal beginnings %d', (left, right, plain, boosted) => {
    expect(jaro(left, right)).toBeCloseTo(plain, 2);
    expect(jaroWinkler(left, right)).toBeCloseTo(boosted, 2);
  });

  it('gives 0 for nothing in common and 1 for equal texts', () => {
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
    expect(jaroWinkler('', 'xyz')).toBe(0);
    expect(jaroWinkler('', '')).toBe(1);
  });
});

describe('editDistance', () => {
  it.each([
    ['smith', 'smith', 0],
    ['smith', 'simth', 1],
    ['smith', 'smth', 1],
    ['smith', 'smitth', 1],
    ['smith', 'smyth', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('from %s to %s are %d edits', (left, right, edits) => {
    expect(editDistance(left, right, 10)).toBe(edits);
    expect(editDistance(right, left, 10)).toBe(edits);
  });

  it('stops counting above the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('kitten', 'completely other', 2)).toBe(3);
  });
});
