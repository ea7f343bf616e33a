import { describe, expect, test } from 'vitest';
import {
  checkCell,
  describeIssue,
  formatUnaryTests,
  matchesTests,
  parseUnaryTests,
  type JsonValue,
  type TableInput,
  type ValueType,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';

describe('a cell that is compared with other columns', () => {
  const column = (id: string, type: ValueType): TableInput => ({ id, name: id, path: id, type });
  const inputs = [
    column('amount', 'number'),
    column('max-amount', 'number'),
    column('2nd_limit', 'number'),
    column('tier', 'string'),
    column('former', 'string'),
    column('tags', 'list'),
    column('due', 'date'),
    column('Credit Limit', 'number'),
  ];
  const check = (cell: string, id: string) =>
    checkCell(cell, definite(inputs.find((input) => input.id === id)), inputs);

  test.each([
    ['> max-amount', 'amount', '> max-amount'],
    ['[2nd_limit..max-amount[', 'amount', '[2nd_limit..max-amount)'],
    ['not( = max-amount,5 )', 'amount', 'not(max-amount, 5)'],
    ['former', 'tier', 'former'],
    ['!= former', 'tier', '!= former'],
    ['tier, amount', 'tags', 'tier, amount'],
  ])('%s under %s is read as %s', (cell, id, canonical) => {
    const { tests, issues } = check(cell, id);
    expect(issues).toEqual([]);
    expect(formatUnaryTests(tests)).toBe(canonical);
  });

  test.each([
    ['> amount', 'amount', 'reference_to_itself', undefined],
    ['> tier', 'amount', 'reference_type', undefined],
    ['= amount', 'tier', 'reference_type', undefined],
    ['tags', 'tier', 'reference_type', undefined],
    ['due', 'tags', 'reference_type', undefined],
    ['< former', 'tier', 'cell_type', undefined],
    ['> maxamount', 'amount', 'unknown_reference', '> max-amount'],
    ['> max-amuont', 'amount', 'unknown_reference', undefined],
    ['> limit', 'amount', 'unknown_reference', undefined],
    ['> Credit Limit', 'amount', 'unreferable_input', undefined],
    ['["a", former]', 'tier', 'reference_in_list', undefined],
    ['> max-amount * 2', 'amount', 'not_in_sfeel', undefined],
    ['> max-amount*2', 'amount', 'not_in_sfeel', undefined],
    ['-max-amount', 'amount', 'not_in_sfeel', undefined],
    ['due.year', 'amount', 'not_in_sfeel', undefined],
    ['gold', 'tier', 'unquoted_text', '"gold"'],
  ])('%s under %s is %s', (cell, id, code, suggestion) => {
    const [issue] = check(cell, id).issues;
    expect(issue).toMatchObject({ code, severity: 'error' });
    expect(issue?.params['suggestion']).toBe(suggestion);
    expect(describeIssue(definite(issue))).not.toContain('undefined');
  });

  test('a text in quotes is a text, also where an input has that id', () => {
    expect(check('"former"', 'tier').tests).toMatchObject({
      tests: [{ operand: { kind: 'literal', value: 'former' } }],
    });
    expect(parseUnaryTests('former')).toMatchObject({ ok: false, issues: [{ code: 'unquoted_text' }] });
  });
  test('words of the notation stay what they are', () => {
    const words = ['null', 'true', 'not', 'date', '5', '1e3'];
    expect(parseUnaryTests('null', words)).toMatchObject({ value: { tests: [{ operand: { type: 'null' } }] } });
    expect(parseUnaryTests('1e3', words)).toMatchObject({ value: { tests: [{ operand: { value: 1000 } }] } });
    expect(parseUnaryTests('not(date)', words)).toMatchObject({
      value: { negated: true, tests: [{ operand: { kind: 'reference', input: 'date' } }] },
    });
    expect(parseUnaryTests('date and time("2026-11-22T00:00:00")', words)).toMatchObject({ ok: true });
  });

  const passing = (cell: string, type: ValueType, value: JsonValue, facts: Record<string, JsonValue>) => {
    const parsed = parseUnaryTests(cell, Object.keys(facts));
    if (!parsed.ok) throw new Error(cell);
    return matchesTests(parsed.value, value, type, (id) => facts[id] ?? null);
  };
  test('it passes by what the other column holds', () => {
    expect(passing('> limit', 'number', 6, { limit: 5 })).toBe(true);
    expect(passing('> limit', 'number', 5, { limit: 5 })).toBe(false);
    expect(passing('[low..high)', 'date', '2026-11-22', { low: '2026-11-22', high: '2026-11-23' })).toBe(true);
    expect(passing('limit', 'day-time-duration', 'PT24H', { limit: 'P1D' })).toBe(true);
    expect(passing('!= other', 'string', 'a', { other: 'b' })).toBe(true);
    expect(passing('not(other)', 'list', ['a'], { other: 'a' })).toBe(false);
  });
  test.each(['> limit', '= limit', '!= limit', 'limit', '[0..limit]', 'not(limit)', 'not(5, > limit)'])(
    '%s never passes while the other column is absent',
    (cell) => {
      expect(passing(cell, 'number', 6, { limit: null })).toBe(false);
      expect(passing(cell, 'number', null, { limit: null })).toBe(false);
      expect(passing(cell, 'number', null, { limit: 5 })).toBe(false);
    },
  );
  test('an alternative beside it may pass all the same', () => {
    expect(passing('> limit, 6', 'number', 6, { limit: null })).toBe(true);
  });
  test('times with and without an offset pass no test on one another', () => {
    for (const cell of ['limit', '!= limit', '< limit', '>= limit']) {
      expect(passing(cell, 'time', '08:30:00', { limit: '08:30:00Z' })).toBe(false);
    }
  });
});
