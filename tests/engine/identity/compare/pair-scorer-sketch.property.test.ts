import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, howFar, levelsApart, sketchOf, sketchWords } from '../../../../engine/identity/compare/value-sketch.ts';
import { comparatorIds, comparators, type ComparatorId } from '../../../../engine/index.ts';

const letters = fc.stringMatching(/^[a-e]{1,9}( [a-e]{1,4})?$/);
const digits = fc.stringMatching(/^[0-3]{4,18}$/);
const twoDigits = (most: number) => fc.integer({ min: 1, max: most }).map((value) => String(value).padStart(2, '0'));
const date = fc
  .tuple(fc.integer({ min: 1_960, max: 1_999 }), twoDigits(12), twoDigits(31))
  .map((parts) => parts.join('-'));
const email = fc
  .tuple(letters, fc.constantFrom('a.example', 'b.example'))
  .map(([local, host]) => `${local.replace(' ', '.')}@${host}`);
const texts: Partial<Record<ComparatorId, fc.Arbitrary<string>>> = {
  'birth-date': date,
  email,
  'company-email': email,
  phone: fc.oneof(
    digits,
    digits.map((number) => `+${number}`),
  ),
  exact: fc.oneof(letters, digits),
};
const names = fc.oneof(
  letters,
  fc.constantFrom('bob', 'robert', 'rob', 'bill', 'william', 'liz', 'elizabeth', 'b', 'r'),
);

/** The words of a value's two features, and what the comparator prepared. */
function read(id: ComparatorId, values: readonly string[]) {
  const comparator = comparators[id];
  const prepared = values.slice(0, comparator.features).map((value, position) => comparator.prepare(value, position));
  if (prepared.includes(null)) return null;
  return { prepared, words: prepared.flatMap((each, position) => [...sketchOf(id, position, each)]) };
}

describe.each(comparatorIds)('sketches of %s', (id) => {
  const text = texts[id] ?? names;
  const pair = fc.tuple(text, text);
  const { compare, levels, features } = comparators[id];

  it('say only what the comparator finds, too', () => {
    fc.assert(
      fc.property(pair, pair, fc.constantFrom(0.75, 0.88, 0.93), (leftValues, rightValues, least) => {
        const [left, right] = [read(id, leftValues), read(id, rightValues)];
        fc.pre(left !== null && right !== null);
        expect(left.words.length).toBe(sketchWords[id]);
        const rows = Int32Array.from([...left.words, ...right.words]);
        const far = howFar(id, rows, 0, left.words.length, least);
        if (far === apart.unknown) return;
        const atLeast = levels.map((level) => (level.atLeast === undefined ? 0 : least));
        const [one, two = one] = left.prepared;
        const [other, otherTwo = other] = right.prepared;
        expect(features).toBe(left.prepared.length);
        const [first = '', second = ''] = levelsApart[id] ?? [];
        const possible = [[], [], [first, 'one-near'], [second, 'one-near']];
        const level = levels[compare(one, other, two, otherTwo, atLeast)]?.id;
        expect(['differs', ...(possible[far] ?? [])]).toContain(level);
      }),
      { numRuns: 3_000 },
    );
  });
});

it('most pairs of different dates, names and numbers are seen to be far from one another', () => {
  const samples: readonly (readonly [ComparatorId, readonly string[], readonly string[]])[] = [
    ['birth-date', ['1961-02-13'], ['1987-11-30']],
    ['phone', ['+12025550101'], ['+12025559876']],
    ['person-name', ['mary', 'smith'], ['john', 'okafor']],
    ['email', ['ada.b@example.com'], ['john.okafor@firm.org']],
    ['place', ['12345', 'springfield'], ['98760', 'salem']],
    ['street', ['12', 'oak avenue'], ['12', 'church lane']],
  ];
  for (const [id, one, other] of samples) {
    const [left, right] = [read(id, one), read(id, other)];
    const words = left?.words ?? [];
    const rows = Int32Array.from([...words, ...(right?.words ?? [])]);
    expect([id, howFar(id, rows, 0, words.length, 0.88)]).toEqual([id, apart.far]);
  }
});
