import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  decideBranch,
  describeIssue,
  parseUnaryTests,
  type JsonValue,
  type ValueType,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';
import { readCases } from '../cases.ts';

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

describe('the reference of cells', () => {
  const page = readFileSync(new URL('../../../../docs/nodes/decision-table.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('### Forms'), page.indexOf('### Types'));
  const cells = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...definite(line.split(' | ')[0]).matchAll(/`([^`]+)`/g)].map((match) => definite(match[1])));

  test('shows forms', () => expect(cells.length).toBeGreaterThan(20));
  test.each(cells)('shows %s, which can be read', (cell) => {
    expect(parseUnaryTests(cell, ['limit', 'low', 'high', 'former']).ok).toBe(true);
  });
});
