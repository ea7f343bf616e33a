import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlace } from '../../../editor/src/journeys/json-place.ts';

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": 1,}', 1, 9],
    ['{"a" 1}', 1, 6],
    ['{\n  a: 1\n}', 2, 3],
    ['[1, 2,, 3]', 1, 7],
    ['[1 2]', 1, 4],
    ['{"a": "line\nbreak"}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['[}', 1, 2],
    ['{} {}', 1, 4],
    ["{'a': 1}", 1, 2],
    ['[1]]', 1, 4],
    ['[1,\u00a02]', 1, 4],
    ['["\\x"]', 1, 2],
    ['{"a": undefined}', 1, 7],
  ])('%o: line %i, column %i', (text, line, column) => {
    expect(jsonPlace(text)).toEqual({ line, column });
  });

  it.each(['', '{"a": [1, 2', '{"a":', '[', '  '])('is nowhere when it only ends too early: %o', (text) => {
    expect(jsonPlace(text)).toBeNull();
  });

  it('is nowhere in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        expect(jsonPlace(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
      }),
    );
  });

  it('is somewhere as soon as a sign too many stands behind JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonPlace(`${text} }`)).not.toBeNull();
      }),
    );
  });
});
