import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCell,
  decideBranch,
  describeIssue,
  formatUnaryTests,
  maxCellLength,
  parseUnaryTests,
  type JsonValue,
  type TableInput,
  type UnaryTests,
  type ValueType,
} from '../../../../engine/index.ts';
import { unaryTests } from '../arbitraries.ts';
import { definite, readCases } from '../cases.ts';

interface PassCase {
  cell: string;
  type: ValueType;
  passes: JsonValue[];
  fails: JsonValue[];
}

interface ProblemCase {
  cell: string;
  code: string;
  column: number;
  suggestion?: string;
}

function passes(cell: string, valueType: ValueType, value: JsonValue): boolean {
  const branch = { field: 'value', valueType, cases: [{ id: 'yes', label: 'Yes', test: cell }] };
  const decided = decideBranch(branch, { value });
  if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join(' '));
  return decided.value.port === 'yes';
}

/** The tree without positions: what two spellings of one cell share. */
function meaning(tests: UnaryTests): unknown {
  return JSON.parse(
    JSON.stringify(tests, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
}

describe('a cell passes what S-FEEL says', () => {
  for (const { cell, type, passes: passing, fails } of readCases<PassCase[]>('unary-tests')) {
    test(`${cell === '' ? 'a blank cell' : cell} over a ${type}`, () => {
      for (const value of passing) expect(passes(cell, type, value), JSON.stringify(value)).toBe(true);
      for (const value of fails) expect(passes(cell, type, value), JSON.stringify(value)).toBe(false);
    });
  }
});

describe('a cell that cannot be read says where and what to write instead', () => {
  for (const { cell, code, column, suggestion } of readCases<ProblemCase[]>('cell-problems')) {
    test(`${cell} is ${code.replaceAll('_', ' ')}${suggestion === undefined ? '' : `, better ${suggestion}`}`, () => {
      const parsed = parseUnaryTests(cell);
      if (parsed.ok) throw new Error('was read');
      const [issue] = parsed.issues;
      expect(issue).toMatchObject({ code, params: { column } });
      expect(issue?.params['suggestion']).toBe(suggestion);
      if (suggestion !== undefined) {
        expect(parseUnaryTests(suggestion).ok).toBe(true);
        expect(describeIssue(definite(issue))).toContain(suggestion);
      }
    });
  }
});

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
  test('null fits every column', () => expect([...codes('null', number), ...codes('null', flag)]).toEqual([]));
});

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
      ],
    );
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(cells, (cell) => {
        const parsed = parseUnaryTests(cell);
        if (parsed.ok) return;
        expect(parsed.issues).toHaveLength(1);
        const suggestion = parsed.issues[0]?.params['suggestion'];
        if (suggestion !== undefined) expect(parseUnaryTests(suggestion as string).ok).toBe(true);
        expect(describeIssue(definite(parsed.issues[0]))).not.toContain('undefined');
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
  };
  for (const [name, cell] of Object.entries(hostile)) {
    test(`${name} give an issue within a second`, () => {
      const before = performance.now();
      expect(parseUnaryTests(cell).ok).toBe(false);
      expect(performance.now() - before).toBeLessThan(1000);
    });
  }
});
