import { describe, expect, it, test } from 'vitest';
import {
  checkTable,
  compileTable,
  decideTable,
  describeIssue,
  itemIsFacts,
  runTableTests,
  type DecisionTable,
  type JsonObject,
  type TableInput,
  type TableOutput,
  type TableRow,
  type TableTest,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';

const good: DecisionTable = {
  schemaVersion: 1,
  id: 'fees',
  name: 'Fees',
  version: '1',
  hitPolicy: 'priority',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number', allowedRange: '[0..1000000]', required: true },
    { id: 'since', name: 'Since', path: 'since', type: 'date', allowed: ['2026-01-01', '2026-02-01'] },
  ],
  outputs: [{ id: 'Level (final)', name: 'Level', type: 'string', allowed: ['high', 'low'], default: 'low' }],
  annotations: [{ id: 'Remark', name: 'Remark' }],
  rows: [
    {
      id: 'r1',
      when: { amount: '> 5' },
      then: { 'Level (final)': 'high' },
      validFrom: '2026-03-01',
      annotations: { Remark: 'x' },
    },
  ],
  tests: [{ name: 'large', facts: { amount: 6 }, outcome: { 'Level (final)': 'high' }, day: '2026-03-01' }],
};
const change = (member: Partial<DecisionTable>): DecisionTable => ({ ...good, ...member });
const withInput = (input: Partial<TableInput>) =>
  change({ inputs: [{ id: 'x', name: 'X', path: 'x', type: 'number', ...input }, ...good.inputs] });
const withOutput = (output: Partial<TableOutput>) =>
  change({ outputs: [...good.outputs, { id: 'x', name: 'X', type: 'number', ...output }] });
const withRow = (row: Partial<TableRow>) => change({ rows: [{ id: 'only', when: {}, then: {}, ...row }] });
const withTest = (one: Partial<TableTest>) => change({ tests: [{ name: 'one', facts: {}, outcome: null, ...one }] });
const figure = (aggregation: 'sum' | 'count', member: Partial<DecisionTable> = {}) =>
  change({
    hitPolicy: 'collect',
    aggregation,
    outputs: [{ id: 'fee', name: 'Fee', type: 'number' }],
    rows: [{ id: 'only', when: {}, then: { fee: 1 } }],
    tests: [],
    ...member,
  });

/** Code, table, path, what the message says. */
type Case = [string, DecisionTable, (string | number)[], string];

const errors: Case[] = [
  [
    'priority_needs_allowed',
    change({ outputs: [{ id: 'a', name: 'A', type: 'string' }], rows: [], tests: [] }),
    ['hitPolicy'],
    'policy priority',
  ],
  [
    'priority_needs_allowed',
    change({ hitPolicy: 'output-order', outputs: [{ id: 'a', name: 'A', type: 'string', allowed: [] }], rows: [] }),
    ['hitPolicy'],
    'output-order',
  ],
  ['aggregation_without_collect', change({ aggregation: 'sum' }), ['aggregation'], 'this table has priority'],
  ['unknown_aggregation', figure('sum', { aggregation: 'mean' as 'sum' }), ['aggregation'], 'sum, min, max, count'],
  [
    'aggregation_needs_one_output',
    { ...withOutput({}), hitPolicy: 'collect', aggregation: 'count' },
    ['outputs'],
    'this one has 2',
  ],
  [
    'aggregation_needs_number',
    change({ hitPolicy: 'collect', aggregation: 'max' }),
    ['outputs', 0, 'type'],
    'count the rows',
  ],
  [
    'aggregation_needs_result',
    figure('sum', { rows: [{ id: 'only', when: {}, then: {} }] }),
    ['rows', 0, 'then', 'fee'],
    'Row "only", result "Fee"',
  ],
  ['day_does_not_exist', change({ validFrom: '2026-02-29' }), ['validFrom'], 'no such day as 2026-02-29'],
  ['day_does_not_exist', withRow({ validUntil: '2026-06-31' }), ['rows', 0, 'validUntil'], 'Row "only": '],
  ['day_does_not_exist', withTest({ day: '2026-11-31' }), ['tests', 0, 'day'], 'Test "one": '],
  ['days_reversed', change({ validUntil: '2025-12-31' }), ['validUntil'], 'Exchange them'],
  [
    'days_reversed',
    withRow({ validFrom: '2026-02-02', validUntil: '2026-02-01' }),
    ['rows', 0, 'validUntil'],
    '2026-02-01 is before',
  ],
  [
    'output_not_allowed',
    withRow({ then: { 'Level (final)': 'medium' } }),
    ['rows', 0, 'then', 'Level (final)'],
    'high, low',
  ],
  [
    'output_type',
    { ...withOutput({ type: 'date' }), rows: [{ id: 'only', when: {}, then: { x: '2026-02-30' } }] },
    ['rows', 0, 'then', 'x'],
    'should be a date',
  ],
  [
    'output_type',
    { ...withOutput({ type: 'day-time-duration' }), rows: [{ id: 'only', when: {}, then: { x: 5 } }] },
    ['rows', 0, 'then', 'x'],
    'duration',
  ],
  ['default_type', withOutput({ default: 'much' }), ['outputs', 1, 'default'], 'Column "X": '],
  [
    'default_type',
    figure('count', { outputs: [{ id: 'fee', name: 'Fee', type: 'string', default: 'none' }], rows: [] }),
    ['outputs', 0, 'default'],
    'number',
  ],
  [
    'default_not_allowed',
    change({ outputs: [{ ...definite(good.outputs[0]), default: 'medium' }] }),
    ['outputs', 0, 'default'],
    'medium',
  ],
  ['allowed_type', withInput({ allowed: [1, 'two'] }), ['inputs', 0, 'allowed', 1], 'two'],
  ['allowed_type', withOutput({ type: 'date', allowed: ['2026-13-01'] }), ['outputs', 1, 'allowed', 0], '2026-13-01'],
  [
    'allowed_needs_values',
    withInput({ type: 'boolean', allowed: ['yes'] }),
    ['inputs', 0, 'allowed'],
    'Remove the list',
  ],
  ['both_allowed', withInput({ allowed: [1], allowedRange: '[1..2]' }), ['inputs', 0, 'allowedRange'], 'Keep one'],
  ['unit_in_cell', withInput({ allowedRange: '< 5 EUR' }), ['inputs', 0, 'allowedRange'], 'Column "X": '],
  ['cell_type', withInput({ allowedRange: '"a"' }), ['inputs', 0, 'allowedRange'], 'Column "X": '],
  [
    'mixed_offsets',
    {
      ...withInput({ type: 'time' }),
      rows: ['> time("08:00:00Z")', '> time("08:00:00")'].map((x, at) => ({ id: `r${at}`, when: { x }, then: {} })),
    },
    ['rows', 1, 'when', 'x'],
    'Row "r1", column "X": ',
  ],
  [
    'unknown_annotation',
    withRow({ annotations: { Remrak: 'x' } }),
    ['rows', 0, 'annotations', 'Remrak'],
    'it has: Remark',
  ],
  [
    'duplicate_annotation',
    change({
      annotations: [
        { id: 'A', name: 'A' },
        { id: 'A', name: 'B' },
      ],
      rows: [],
    }),
    ['annotations', 1, 'id'],
    'the id A',
  ],
  ['reserved_key', withOutput({ id: '__proto__' }), ['outputs', 1, 'id'], 'Rename it'],
  ['test_expects_list', withTest({ outcome: [{}] }), ['tests', 0, 'outcome'], 'single outcome'],
  [
    'test_expects_single',
    { ...withTest({ outcome: {} }), hitPolicy: 'collect' },
    ['tests', 0, 'outcome'],
    'list of outcomes',
  ],
  [
    'unknown_output',
    { ...withTest({ outcome: [{}, { levle: 1 }] }), hitPolicy: 'collect' },
    ['tests', 0, 'outcome', 1, 'levle'],
    'Test "one": ',
  ],
  ['lone_surrogate', change({ description: 'x\ud83d' }), ['description'], 'half a character'],
];

describe('a complete table is checked for', () => {
  it.each(errors)('%s', (code, table, path, says) => {
    const issue = checkTable(table).find((candidate) => candidate.code === code);
    expect(issue, JSON.stringify(checkTable(table))).toMatchObject({ path, severity: 'error' });
    expect(describeIssue(definite(issue))).toContain(says);
  });

  it('allowed values that stand there twice, as a warning', () => {
    const issue = definite(checkTable(withInput({ allowed: [1, 2, 1] }))[0]);
    expect(issue).toMatchObject({ code: 'allowed_twice', path: ['inputs', 0, 'allowed', 2], severity: 'warning' });
    expect(describeIssue(issue)).toContain('1 stands there twice');
  });

  it('nothing, when nothing is wrong', () => {
    expect(checkTable(good)).toEqual([]);
    expect(checkTable(figure('count', { outputs: [{ id: 'x', name: 'X', type: 'list' }], rows: [] }))).toEqual([]);
  });

  it('what a disabled row lacks, as a warning or not at all', () => {
    const rows = [{ id: 'off', disabled: true, when: {}, then: {} }];
    expect(checkTable(figure('sum', { rows }))).toEqual([]);
    expect(compileTable(figure('sum', { rows })).ok).toBe(true);
  });
});

describe('the facts of an item', () => {
  const codes = (item: JsonObject, table = good) => {
    const decided = decideTable(table, item, itemIsFacts, { day: '2026-03-01' });
    return decided.ok ? [] : decided.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
  };

  test.each<[string, JsonObject, string[]]>([
    ['may be as the columns say', { amount: 5, since: '2026-02-01' }, []],
    ['may be absent where they are not required', { amount: 5, since: null }, []],
    ['are missing where they are required', {}, ['missing_input amount']],
    ['are missing when they are null', { amount: null }, ['missing_input amount']],
    ['are refused outside of the range', { amount: -1 }, ['value_not_allowed amount']],
    ['are refused when they are not listed', { amount: 1, since: '2026-03-01' }, ['value_not_allowed since']],
    ['of a wrong type are that alone', { amount: '5', since: '2026-02-30' }, ['wrong_type amount', 'wrong_type since']],
  ])('%s', (_, item, expected) => expect(codes(item)).toEqual(expected));

  test('may be spelled as ISO 8601 allows', () => {
    const table = withInput({ type: 'day-time-duration', allowed: ['P1D', 'PT1H'] });
    expect(codes({ amount: 1, x: 'PT24H' }, table)).toEqual([]);
    expect(codes({ amount: 1, x: 'PT2H' }, table)).toEqual(['value_not_allowed x']);
  });

  test('of a list are looked at one by one', () => {
    const listed = withInput({ type: 'list', allowed: ['a', 'b'] });
    expect(codes({ amount: 1, x: ['a', 'b', 'a'] }, listed)).toEqual([]);
    expect(codes({ amount: 1, x: [] }, listed)).toEqual([]);
    expect(codes({ amount: 1, x: ['a', 'c'] }, listed)).toEqual(['value_not_allowed x']);
    const bounded = withInput({ type: 'list', allowedRange: '[1..3]' });
    expect(codes({ amount: 1, x: [1, 3] }, bounded)).toEqual([]);
    expect(codes({ amount: 1, x: [1, 4] }, bounded)).toEqual(['value_not_allowed x']);
  });

  test('never stand in a message', () => {
    const decided = decideTable(good, { amount: -77, since: '1999-09-09' }, itemIsFacts, { day: '2026-03-01' });
    const text = decided.ok ? '' : decided.issues.map(describeIssue).join(' ');
    expect(text).toContain('[0..1000000]');
    expect(text).not.toMatch(/77|1999/);
  });

  const at: TableInput[] = [
    { id: 'from', name: 'From', path: 'from', type: 'time' },
    { id: 'until', name: 'Until', path: 'until', type: 'time' },
  ];
  test('have an offset where the cells have one, or where the times do that they are compared with', () => {
    const cells = change({
      hitPolicy: 'first',
      inputs: at,
      rows: [{ id: 'r', when: { from: '> time("08:00:00Z")' }, then: {} }],
    });
    expect(codes({ from: '09:00:00+01:00' }, cells)).toEqual([]);
    expect(codes({ from: '09:00:00' }, cells)).toEqual(['wrong_type from']);
    const compared = change({
      hitPolicy: 'first',
      inputs: at,
      rows: [{ id: 'r', when: { from: '< until' }, then: {} }],
    });
    expect(codes({ from: '09:00:00', until: '10:00:00' }, compared)).toEqual([]);
    expect(codes({ from: '09:00:00', until: '10:00:00Z' }, compared)).toEqual(['wrong_type until']);
    const decided = decideTable(compared, { from: '09:00:00', until: '10:00:00Z' }, itemIsFacts, { day: '2026-03-01' });
    if (!decided.ok) expect(describeIssue(definite(decided.issues[0]))).toContain('Write it without');
  });
});

describe('the day of a decision', () => {
  const on = (day?: string, table = good) => {
    const decided = decideTable(table, { amount: 6 }, itemIsFacts, { day });
    return decided.ok ? decided.value.decision.ruleId : decided.issues[0]?.code;
  };
  const rowOnly = { ...good };
  delete rowOnly.validFrom;
  delete rowOnly.validUntil;

  test.each<[string | undefined, string | null, DecisionTable]>([
    [undefined, 'decision_day_missing', good],
    ['2026-02-30', 'decision_day_invalid', good],
    ['03.01.2026', 'decision_day_invalid', good],
    ['2025-12-31', 'table_not_valid_on_day', good],
    ['2027-01-01', 'table_not_valid_on_day', good],
    ['2026-01-01', null, good],
    ['2026-12-31', 'r1', good],
    ['2026-02-28', null, good],
    ['2026-03-01', 'r1', good],
    [undefined, 'decision_day_missing', rowOnly],
    ['2031-01-01', 'r1', rowOnly],
    [undefined, null, { ...rowOnly, rows: rowOnly.rows.map((row) => ({ ...row, disabled: true })) }],
  ])('%s: %s', (day, expected, table) => expect(on(day, table)).toBe(expected));

  test('says the days on which the table counts', () => {
    const decided = decideTable(good, { amount: 6 }, itemIsFacts, { day: '2031-01-01' });
    expect(decided.ok ? '' : describeIssue(definite(decided.issues[0]))).toBe(
      'The table "Fees" (version 1) counts from 2026-01-01 until 2026-12-31, and this is decided as of 2031-01-01. Use the version for that day.',
    );
  });
});

describe("a table's own tests", () => {
  const run = (table: DecisionTable, ...tests: Partial<TableTest>[]) => {
    const named = tests.map((one) => ({ name: 'one', facts: {}, outcome: null, ...one }));
    const results = runTableTests({ ...table, tests: named });
    if (!results.ok) throw new Error(JSON.stringify(results.issues));
    return results.value.map(({ passed }) => passed);
  };

  test('run on their own day', () => {
    const outcome = { 'Level (final)': 'high' };
    const facts = { amount: 6 };
    expect(
      run(good, { facts, outcome, day: '2026-03-01' }, { facts, outcome, day: '2026-02-01' }, { facts, outcome }),
    ).toEqual([true, false, false]);
  });

  test('hold lists against lists, one by one and in order', () => {
    const listing = change({
      hitPolicy: 'collect',
      rows: ['high', 'low'].map((level, at) => ({ id: `r${at}`, when: {}, then: { 'Level (final)': level } })),
    });
    const expecting = (...outcome: JsonObject[]) => ({ facts: { amount: 6 }, day: '2026-03-01', outcome });
    const [high, low] = [{ 'Level (final)': 'high' }, { 'Level (final)': 'low' }];
    expect(
      run(listing, expecting(high, low), expecting(high, {}), expecting(low, high), expecting(high), expecting()),
    ).toEqual([true, true, false, false, false]);
    const results = runTableTests({ ...listing, tests: [{ name: 'one', ...expecting(low) }] });
    expect(results).toMatchObject({
      value: [{ passed: false, expected: { outcome: [low] }, actual: { outcome: [high, low], row: 'r0' } }],
    });
  });
});
