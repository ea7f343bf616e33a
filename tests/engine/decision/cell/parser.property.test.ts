import '../../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCell,
  describeIssue,
  formatUnaryTests,
  matchesTests,
  maxCellLength,
  parseUnaryTests,
  valueTypes,
  type TableInput,
  type UnaryTests,
} from '../../../../engine/index.ts';
import { unaryTests } from '../evaluate/plain-tables.ts';
import { definite } from '../../../definite.ts';
import { typedCells, typedValues } from './cell-arbitraries.ts';

/** The tree without positions: what two spellings of one cell share. */
function meaning(tests: UnaryTests): unknown {
  return JSON.parse(
    JSON.stringify(tests, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
}

describe('properties of the parser', () => {
  test('what the printer writes, the parser reads as the same tests', () => {
    fc.assert(
      fc.property(unaryTests(), (tests) => {
        const parsed = parseUnaryTests(formatUnaryTests(tests));
        if (!parsed.ok) throw new Error(formatUnaryTests(tests));
        expect(meaning(parsed.value)).toEqual(meaning(tests));
        expect(formatUnaryTests(parsed.value)).toBe(formatUnaryTests(tests));
      }),
      { numRuns: 2000 },
    );
  });

  test('what the printer writes of other inputs, dates and durations, the parser reads as the same tests', () => {
    const inputs = ['limit', 'max-amount', 'Größe', '2nd', 'date', '__proto__'];
    fc.assert(
      fc.property(unaryTests(inputs), (tests) => {
        const cell = formatUnaryTests(tests);
        const parsed = parseUnaryTests(cell, inputs);
        if (!parsed.ok) throw new Error(cell);
        expect(meaning(parsed.value)).toEqual(meaning(tests));
        expect(formatUnaryTests(parsed.value)).toBe(cell);
      }),
      { numRuns: 2000 },
    );
  });

  test('a cell in its canonical spelling passes the same values', () => {
    const typed = fc.constantFrom(...valueTypes).chain((type) =>
      fc.record({
        type: fc.constant(type),
        tests: typedCells(type, type === 'list' ? [] : ['other']),
        value: typedValues(type),
        other: typedValues(type),
      }),
    );
    fc.assert(
      fc.property(typed, ({ type, tests, value, other }) => {
        const parsed = parseUnaryTests(formatUnaryTests(tests), ['other']);
        if (!parsed.ok) throw new Error(formatUnaryTests(tests));
        expect(matchesTests(parsed.value, value, type, () => other)).toBe(
          matchesTests(tests, value, type, () => other),
        );
        const column: TableInput = { id: 'own', name: 'Own', path: 'own', type };
        const { issues } = checkCell(formatUnaryTests(tests), column, [column, { ...column, id: 'other' }]);
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('no text makes the parser throw, and every suggestion is a valid cell', () => {
    const pieces = fc.constantFrom(
      ...[
        'not',
        '(',
        ')',
        '[',
        ']',
        '..',
        ',',
        '"a"',
        '"',
        '5',
        '-',
        '.5',
        '>=',
        '<',
        '=>',
        'or',
        'and',
        'gold',
        'null',
        ' ',
        '\\',
        "'",
        'EUR',
        '€',
        '–',
        ';',
        '@',
        'date',
        'time',
        'duration',
        'and time',
        '"2026-11-22"',
        '2026-11-22',
        '8:30',
        'P3D',
        '3 days',
        '?',
        '*',
        'between',
        'limit',
      ],
    );
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(cells, fc.constantFrom(...valueTypes, undefined), (cell, type) => {
        const inputs = ['limit', 'own', 'Credit Limit'].map((id) => ({
          id,
          name: id,
          path: id,
          type: type ?? 'number',
        }));
        const parsed = parseUnaryTests(cell, ['limit']);
        const issues =
          type === undefined ? (parsed.ok ? [] : parsed.issues) : checkCell(cell, definite(inputs[1]), inputs).issues;
        if (type === undefined && !parsed.ok) expect(issues).toHaveLength(1);
        for (const issue of issues) {
          const suggestion = issue.params['suggestion'];
          if (!parsed.ok && suggestion !== undefined) {
            expect(
              parseUnaryTests(
                suggestion as string,
                inputs.map(({ id }) => id),
              ).ok,
            ).toBe(true);
          }
          expect(describeIssue(issue)).not.toContain('undefined');
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('the positions of a test point at its own text', () => {
    fc.assert(
      fc.property(unaryTests(), (tests) => {
        const cell = formatUnaryTests(tests);
        const parsed = parseUnaryTests(cell);
        if (!parsed.ok || parsed.value.kind === 'any') return;
        for (const single of parsed.value.tests) {
          const alone = formatUnaryTests({ kind: 'tests', negated: false, tests: [single] });
          expect(cell.slice(single.start, single.end)).toBe(alone);
        }
      }),
    );
  });
});

describe('hostile cells cost little', () => {
  const hostile = {
    'ten megabytes of digits': '9'.repeat(10_000_000),
    'many brackets': '['.repeat(maxCellLength),
    'many nots': 'not('.repeat(2_000),
    'many quotes': '"\\'.repeat(4_000),
    'many words': 'a '.repeat(5_000),
    'many wrong quotes': "'a' ".repeat(2_500),
    'many spellings': '=>'.repeat(5_000),
    'a long almost-range': `${'1'.repeat(4_000)} - ${' '.repeat(4_000)}x`,
    spaces: `${' '.repeat(9_990)}x`,
    'many round brackets': '('.repeat(maxCellLength),
    'many dates without quotes': 'date(2026-11-22),'.repeat(580),
    'many bare dates': '2026-11-22 '.repeat(900),
    'many bare durations': '3 days '.repeat(1_400),
    'many calls': 'date('.repeat(2_000),
    'many words and commas': `between ${'a '.repeat(2_000)} and`,
    'many calculations': '1+'.repeat(5_000),
    'an at sign and no end': `@"${'2'.repeat(9_000)}`,
    'a long date': `date("${'2'.repeat(9_000)}")`,
    'a long duration': `duration("P${'1'.repeat(9_000)}D")`,
    'many almost-texts': `"${'\\'.repeat(4_990)}`,
    'many operators': '>= '.repeat(3_000),
  };
  test('a list of 10,000 members is longer than a cell may be, one of 4,000 is read', () => {
    expect(parseUnaryTests(`[${'1,'.repeat(9_999)}1]`)).toMatchObject({
      ok: false,
      issues: [{ code: 'cell_too_long' }],
    });
    expect(parseUnaryTests(`[${'1,'.repeat(3_999)}1]`)).toMatchObject({ ok: true });
  });
  for (const [name, cell] of Object.entries(hostile)) {
    test(`${name} give one issue`, () => {
      expect(parseUnaryTests(cell).ok).toBe(false);
      for (const type of valueTypes)
        expect(checkCell(cell, { id: 'x', name: 'X', path: 'x', type }).issues).toHaveLength(1);
    });
  }
});
