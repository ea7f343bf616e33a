import { describe, expect, test } from 'vitest';
import {
  checkTable,
  compileTable,
  describeIssue,
  runTableTests,
  type DecisionTable,
} from '../../../../engine/index.ts';
import { definite } from '../../../definite.ts';
import { readCases } from '../cases.ts';

const { table: good } = readCases<{ table: DecisionTable }>('decide-table');
const change = (member: Partial<DecisionTable>): DecisionTable => ({ ...good, ...member });
const withRow = (row: Partial<DecisionTable['rows'][number]>): DecisionTable =>
  change({ rows: [{ id: 'only', when: {}, then: {}, ...row }] });

interface ProblemCase {
  name: string;
  table: DecisionTable;
  code: string;
  path: (string | number)[];
  severity?: 'warning';
  says: string;
}

const cases: ProblemCase[] = [
  {
    name: 'a row id that is used twice',
    table: change({ rows: [...good.rows, definite(good.rows[0])] }),
    code: 'duplicate_row',
    path: ['rows', 7, 'id'],
    says: 'two rows with the id blocked',
  },
  {
    name: 'an input id that is used twice',
    table: change({ inputs: [...good.inputs, definite(good.inputs[0])] }),
    code: 'duplicate_input',
    path: ['inputs', 4, 'id'],
    says: 'two conditions with the id amount',
  },
  {
    name: 'a condition that the table lacks',
    table: withRow({ when: { amont: '5' } }),
    code: 'unknown_input',
    path: ['rows', 0, 'when', 'amont'],
    says: 'it has: amount, tier, tags, blocked',
  },
  {
    name: 'a cell that cannot be read',
    table: withRow({ when: { amount: '>= 50 EUR' } }),
    code: 'unit_in_cell',
    path: ['rows', 0, 'when', 'amount'],
    says: 'Row "only", column "Amount": EUR looks like a unit',
  },
  {
    name: 'a text in a column of numbers',
    table: withRow({ when: { amount: '"50"' } }),
    code: 'cell_type',
    path: ['rows', 0, 'when', 'amount'],
    says: 'Write 50 instead',
  },
  {
    name: 'a value that the column does not allow',
    table: withRow({ when: { tier: '"glod"' } }),
    code: 'not_allowed',
    path: ['rows', 0, 'when', 'tier'],
    severity: 'warning',
    says: 'gold, silver, basic',
  },
  {
    name: 'an unreadable cell of a disabled row is only a warning',
    table: withRow({ disabled: true, when: { amount: '>= 50 EUR' } }),
    code: 'unit_in_cell',
    path: ['rows', 0, 'when', 'amount'],
    severity: 'warning',
    says: 'looks like a unit',
  },
  {
    name: 'a result of a wrong type',
    table: withRow({ then: { limit: 'much' } }),
    code: 'output_type',
    path: ['rows', 0, 'then', 'limit'],
    says: 'should be a number but is a text',
  },
  {
    name: 'a result that the table lacks',
    table: withRow({ then: { lmit: 5 } }),
    code: 'unknown_output',
    path: ['rows', 0, 'then', 'lmit'],
    says: 'it has: action, limit',
  },
  {
    name: 'a result outside of the allowed ones',
    table: {
      ...withRow({ then: { action: 'fly' } }),
      outputs: [{ id: 'action', name: 'Action', type: 'string', allowed: ['walk'] }],
    },
    code: 'output_not_allowed',
    path: ['rows', 0, 'then', 'action'],
    says: 'fly is not among the allowed values (walk)',
  },
  {
    name: 'a source that is not listed',
    table: withRow({ source: 'law' }),
    code: 'unknown_source',
    path: ['rows', 0, 'source'],
    says: 'law is not in the list of sources',
  },
  {
    name: 'a test that expects a row which is not there',
    table: change({ tests: [{ name: 'a test', facts: {}, outcome: {}, row: 'gone' }] }),
    code: 'unknown_test_row',
    path: ['tests', 0, 'row'],
    says: 'Test "a test": There is no row gone',
  },
  {
    name: 'a test that expects a result which is not there',
    table: change({ tests: [{ name: 'a test', facts: {}, outcome: { actoin: 'x' } }] }),
    code: 'unknown_output',
    path: ['tests', 0, 'outcome', 'actoin'],
    says: 'has no result actoin',
  },
  {
    name: 'an input whose path leads into a prototype',
    table: change({ inputs: [{ id: 'a', name: 'A', path: 'a.__proto__', type: 'string' }], rows: [] }),
    code: 'invalid_field_path',
    path: ['inputs', 0, 'path'],
    says: 'is no field name',
  },
  {
    name: 'a hit policy of a later version',
    table: change({ hitPolicy: 'best' as 'first' }),
    code: 'unknown_hit_policy',
    path: ['hitPolicy'],
    says: 'best is not known',
  },
  {
    name: 'no results at all',
    table: { ...withRow({}), outputs: [] },
    code: 'no_outputs',
    path: ['outputs'],
    says: 'Add one',
  },
];

describe('a table is checked for', () => {
  for (const { name, table, code, path, severity, says } of cases) {
    test(name, () => {
      const issue = checkTable(table).find((candidate) => candidate.code === code);
      expect(issue).toMatchObject({ path, severity: severity ?? 'error' });
      expect(describeIssue(definite(issue))).toContain(says);
    });
  }

  test('nothing, when nothing is wrong', () => expect(checkTable(good)).toEqual([]));
});

describe('running a table', () => {
  test('is refused while it holds an error', () => {
    expect(compileTable(withRow({ when: { amount: '>= 50 EUR' } }))).toMatchObject({
      ok: false,
      issues: [{ code: 'unit_in_cell' }],
    });
  });
  test('goes on with a warning', () => expect(compileTable(withRow({ when: { amount: '[9..1]' } })).ok).toBe(true));
  test('goes on although a test names a row that is not there', () => {
    expect(compileTable(change({ tests: [{ name: 'x', facts: {}, outcome: {}, row: 'gone' }] })).ok).toBe(true);
  });
  test('finds no conditions in what objects inherit', () => {
    const odd = change({
      inputs: [{ id: 'toString', name: 'T', path: 't', type: 'string' }],
      rows: [{ id: 'r', when: {}, then: {} }],
    });
    expect(compileTable(odd).ok).toBe(true);
  });
});

describe("a table's own tests", () => {
  const facts = { order: { amount: 20 } };
  const run = (test: NonNullable<DecisionTable['tests']>[number]) => {
    const results = runTableTests(change({ tests: [test] }));
    if (!results.ok) throw new Error('not run');
    return definite(results.value[0]);
  };

  test('pass on the outputs that they name', () => {
    expect(run({ name: 'n', facts, outcome: { action: 'refund' } })).toMatchObject({
      passed: true,
      actual: { row: 'small' },
    });
  });
  test('fail on another value, and say what came', () => {
    expect(run({ name: 'n', facts, outcome: { action: 'refund', limit: 51 } })).toMatchObject({
      passed: false,
      expected: { outcome: { action: 'refund', limit: 51 } },
      actual: { outcome: { action: 'refund', limit: 50 }, row: 'small' },
    });
  });
  test('fail on another row', () => {
    expect(run({ name: 'n', facts, outcome: { action: 'refund' }, row: 'gold' }).passed).toBe(false);
  });
  test('can expect that no row matches', () => {
    expect(run({ name: 'n', facts: { order: { amount: -1 } }, outcome: null }).passed).toBe(true);
    expect(run({ name: 'n', facts, outcome: null }).passed).toBe(false);
  });
  test('fail on facts that the table refuses, with the issue', () => {
    expect(run({ name: 'n', facts: { order: { amount: 'x' } }, outcome: null })).toMatchObject({
      passed: false,
      actual: { issues: [{ code: 'wrong_type' }] },
    });
  });
});
