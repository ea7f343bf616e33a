import { describe, expect, test } from 'vitest';
import {
  checkCell,
  checkColumnOffsets,
  describeIssue,
  offsetKindOf,
  type TableInput,
  type ValueType,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';

describe('the times of a column', () => {
  const column = (id: string, type: ValueType = 'time'): TableInput => ({ id, name: id, path: id, type });
  const cellsIn = (rows: string[][], inputs: TableInput[]) =>
    rows.map((row) => row.map((cell, index) => checkCell(cell, definite(inputs[index]), inputs).tests));

  test('have an offset, all of them or none', () => {
    const inputs = [column('open'), column('name', 'string')];
    const rows = [
      ['time("08:30:00")', '"a"'],
      ['> time("08:30:00Z")', '-'],
      ['-', '-'],
    ];
    const { kinds, problems } = checkColumnOffsets(inputs, cellsIn(rows, inputs));
    expect(kinds).toEqual(['local', null]);
    expect(problems).toMatchObject([{ row: 1, input: 0, issue: { code: 'mixed_offsets' } }]);
    expect(describeIssue(definite(problems[0]).issue)).toContain('time("08:30:00Z") and time("08:30:00")');
  });
  test('agree with the columns that they are compared with', () => {
    const inputs = [column('open'), column('close'), column('third')];
    const rows = [
      ['< close', '-', 'time("08:30:00Z")'],
      ['-', 'time("17:00:00+02:00")', '-'],
      ['time("08:30:00")', '-', '-'],
    ];
    const { kinds, groups, problems } = checkColumnOffsets(inputs, cellsIn(rows, inputs));
    expect(kinds).toEqual(['offset', 'offset', 'offset']);
    expect(groups).toEqual([0, 0, 2]);
    expect(problems.map(({ row, input }) => [row, input])).toEqual([[2, 0]]);
  });
  test('agree with what the column allows', () => {
    const inputs = [{ ...column('open'), allowedRange: '> time("06:00:00Z")' }];
    expect(checkColumnOffsets(inputs, cellsIn([['time("08:30:00")']], inputs)).problems).toHaveLength(1);
  });
  test('of one cell agree among themselves', () => {
    const inputs = [column('open')];
    const rows = cellsIn([['[time("08:30:00")..time("09:30:00Z")]']], inputs);
    expect(offsetKindOf(definite(rows[0]?.[0]))).toBe('mixed');
    expect(checkColumnOffsets(inputs, rows).problems).toHaveLength(1);
  });
});
