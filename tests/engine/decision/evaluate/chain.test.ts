import { describe, expect, it } from 'vitest';
import {
  checkMapping,
  checkTable,
  decideTable,
  describeIssue,
  explainDecision,
  itemIsFacts,
  mappableInputs,
  orderOfUse,
  tableDigest,
  type DecisionTable,
  type JsonObject,
  type TableInput,
} from '../../../../engine/index.ts';

const base = { schemaVersion: 1, version: '1', hitPolicy: 'first' } as const;

const tier: DecisionTable = {
  ...base,
  id: 'tier',
  name: 'Customer tier',
  inputs: [{ id: 'points', name: 'Points', path: 'customer.points', type: 'number' }],
  outputs: [{ id: 'Tier (now)', name: 'Tier', type: 'string' }],
  rows: [
    { id: 'gold', when: { points: '>= 100' }, then: { 'Tier (now)': 'gold' } },
    { id: 'silver', when: { points: '>= 10' }, then: { 'Tier (now)': 'silver' } },
  ],
};
const flags: DecisionTable = {
  ...base,
  id: 'flags',
  name: 'Flags',
  hitPolicy: 'collect',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'order.amount', type: 'number' },
    { id: 'tier', name: 'Tier', path: 'Tier (now)', from: 'tier', type: 'string' },
  ],
  outputs: [{ id: 'flag', name: 'Flag', type: 'string' }],
  rows: [
    { id: 'large', when: { amount: '> 500' }, then: { flag: 'large' } },
    { id: 'plain', when: { tier: 'null' }, then: {} },
    { id: 'loyal', when: { tier: '"gold"' }, then: { flag: 'loyal' } },
  ],
};
const refund: DecisionTable = {
  ...base,
  id: 'refund',
  name: 'Refund',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'order.amount', type: 'number' },
    { id: 'flags', name: 'Flags', path: 'flag', from: 'flags', type: 'list' },
    { id: 'tier', name: 'Tier', path: 'Tier (now)', from: 'tier', type: 'string' },
  ],
  outputs: [{ id: 'pay', name: 'Pay', type: 'boolean' }],
  rows: [
    { id: 'loyal', when: { flags: '"loyal"', tier: '"gold"' }, then: { pay: true } },
    { id: 'nothing-known', when: { flags: 'null' }, then: { pay: false } },
    { id: 'rest', when: {}, then: { pay: false } },
  ],
  uses: [flags, tier],
};

const decide = (item: JsonObject, table = refund) => {
  const decided = decideTable(table, item, itemIsFacts);
  if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join(' '));
  return decided.value.decision;
};

describe('a table that uses others', () => {
  it('decides those first that others read from, each once', () => {
    expect(orderOfUse(refund).order.map(({ id }) => id)).toEqual(['tier', 'flags']);
    const decision = decide({ order: { amount: 900 }, customer: { points: 100 } });
    expect(decision).toMatchObject({ outcome: { pay: true }, ruleId: 'loyal', tableId: 'refund' });
    expect(decision.required).toMatchObject([
      {
        kind: 'table',
        tableId: 'tier',
        outcome: { 'Tier (now)': 'gold' },
        ruleId: 'gold',
        tableDigest: tableDigest(tier),
      },
      { tableId: 'flags', outcome: [{ flag: 'large' }, { flag: 'loyal' }], matched: ['large', 'loyal'] },
    ]);
    expect(decision.required).toHaveLength(2);
  });

  it('reads an absent value where the other table matched no row, and leaves results that are none out of lists', () => {
    const decision = decide({ order: { amount: 900 } });
    expect(decision.required).toMatchObject([
      { tableId: 'tier', outcome: null, ruleId: null },
      { tableId: 'flags', outcome: [{ flag: 'large' }, { flag: null }] },
    ]);
    expect(decision.ruleId).toBe('rest');
    const [row] = explain({ order: { amount: 900 } }).rows;
    expect(row?.cells[1]).toMatchObject({ input: 'flags', path: 'flags.flag', value: ['large'], passed: false });
    expect(decide({ customer: { points: 50 }, order: { amount: 1 } }).ruleId).toBe('nothing-known');
  });

  it('takes the defaults of the other table as its outcome', () => {
    const withDefault = { ...tier, outputs: tier.outputs.map((output) => ({ ...output, default: 'gold' })) };
    expect(decide({ order: { amount: 1 } }, { ...refund, uses: [flags, withDefault] }).ruleId).toBe('loyal');
  });

  it('fails with what is wrong in the other table, and names that', () => {
    const decided = decideTable(refund, { customer: { points: 'many' } }, itemIsFacts);
    expect(decided).toMatchObject({
      ok: false,
      issues: [{ code: 'wrong_type', path: ['customer', 'points'], params: { table: 'Customer tier', used: 'tier' } }],
    });
    const unique = { ...tier, hitPolicy: 'unique' as const };
    const conflict = decideTable({ ...refund, uses: [flags, unique] }, { customer: { points: 100 } }, itemIsFacts);
    if (conflict.ok || conflict.issues[0] === undefined) throw new Error('decided');
    expect(describeIssue(conflict.issues[0])).toMatch(/^Table "Customer tier": The rows gold, silver of the table/);
  });

  it('reads mapped facts: its own by their id, those of a used table with its id before them', () => {
    expect(mappableInputs(refund)).toEqual(['amount', 'flags.amount', 'tier.points']);
    const mapping = {
      dataField: 'body',
      fields: [
        { input: 'tier.points', field: 'crm.score' },
        { input: 'flags.amount', field: 'total' },
      ],
    };
    const item = { body: { order: { amount: 5 } }, crm: { score: 100 }, total: 700 };
    const decided = decideTable(refund, item, mapping);
    expect(decided).toMatchObject({
      value: { decision: { ruleId: 'loyal', required: [{ ruleId: 'gold' }, { matched: ['large', 'loyal'] }] } },
    });
    expect(checkMapping(refund, { dataField: '', fields: [{ input: 'tier', field: 'x' }] })).toMatchObject([
      { code: 'unknown_mapped_input', params: { known: ['amount', 'flags.amount', 'tier.points'] } },
    ]);
  });

  it('explains the tables that it used as well', () => {
    const explained = explain({ order: { amount: 900 }, customer: { points: 100 } });
    expect(explained.required.map(({ tableId, decidingRow }) => [tableId, decidingRow])).toEqual([
      ['tier', 'gold'],
      ['flags', 'large'],
    ]);
    expect(explained.required[0]?.rows.map(({ fate }) => fate)).toEqual(['counts', 'below_first']);
    expect(explained.required[1]?.rows.map(({ fate }) => fate)).toEqual(['counts', 'cell_failed', 'counts']);
  });

  it('may be of any length', () => {
    const length = 3000;
    const link = (at: number): DecisionTable => ({
      ...base,
      id: `t${at}`,
      name: `T${at}`,
      inputs: [{ id: 'n', name: 'N', path: 'n', type: 'number', ...(at === 0 ? {} : { from: `t${at - 1}` }) }],
      outputs: [{ id: 'n', name: 'N', type: 'number' }],
      rows: [{ id: 'r', when: {}, then: { n: at } }],
    });
    const uses = Array.from({ length }, (_, at) => link(at)).reverse();
    const chain = { ...link(length), id: 'last', uses };
    expect(checkTable(chain)).toEqual([]);
    expect(decide({}, chain).required).toHaveLength(length);
  });
});

function explain(item: JsonObject) {
  const explained = explainDecision(refund, item);
  if (!explained.ok) throw new Error(explained.issues.map(describeIssue).join(' '));
  return explained.value;
}

describe('what is wrong between tables', () => {
  const reading = (change: Partial<TableInput>): TableInput => ({
    id: 'x',
    name: 'X',
    path: 'flag',
    type: 'list',
    from: 'flags',
    ...change,
  });
  const having = (input: TableInput, change: Partial<DecisionTable> = {}) => ({
    ...refund,
    inputs: [...refund.inputs, input],
    ...change,
  });

  it.each<[string, DecisionTable, (string | number)[], string]>([
    ['from_without_uses', { ...flags }, ['inputs', 1, 'from'], 'Column "Tier"'],
    ['unknown_used_table', having(reading({ from: 'gone' })), ['inputs', 3, 'from'], 'flags, tier'],
    ['unknown_used_output', having(reading({ path: 'flga' })), ['inputs', 3, 'path'], 'it has: flag'],
    ['unknown_used_output', having(reading({ path: 'a.__proto__' })), ['inputs', 3, 'path'], 'no result'],
    ['used_output_type', having(reading({ type: 'string' })), ['inputs', 3, 'type'], 'is a list'],
    ['used_table_twice', { ...refund, uses: [flags, tier, { ...tier }] }, ['uses', 2, 'id'], 'the id tier'],
    ['used_table_twice', { ...refund, id: 'tier' }, ['uses', 1, 'id'], 'the id tier'],
    ['nested_uses', { ...refund, uses: [flags, { ...tier, uses: [] }] }, ['uses', 1, 'uses'], 'side by side'],
    ['table_not_used', { ...refund, uses: [flags, tier, { ...tier, id: 'spare' }] }, ['uses', 2], 'Remove it'],
    [
      'used_in_circle',
      { ...refund, uses: [flags, { ...tier, inputs: [reading({ id: 'points', path: 'flag' })], rows: [] }] },
      ['uses'],
      'flags, tier, flags',
    ],
    [
      'unit_in_cell',
      { ...refund, uses: [flags, { ...tier, rows: [{ id: 'gold', when: { points: '> 5 EUR' }, then: {} }] }] },
      ['uses', 1, 'rows', 0, 'when', 'points'],
      'Table "Customer tier", row "gold", column "Points": ',
    ],
    [
      'unknown_source',
      { ...refund, uses: [flags, { ...tier, rows: [{ id: 'gold', when: {}, then: {}, source: 'law' }] }] },
      ['uses', 1, 'rows', 0, 'source'],
      'Table "Customer tier", row "gold": ',
    ],
  ])('%s is told', (code, table, path, says) => {
    const issue = checkTable(table).find((candidate) => candidate.code === code);
    expect(issue).toMatchObject({ path, severity: code === 'table_not_used' ? 'warning' : 'error' });
    expect(issue && describeIssue(issue)).toContain(says);
  });

  it('a table with a circle decides nothing', () => {
    const circle = { ...refund, uses: [flags, { ...tier, inputs: [reading({ id: 'points' })], rows: [] }] };
    expect(decideTable(circle, {}, itemIsFacts)).toMatchObject({ ok: false, issues: [{ code: 'used_in_circle' }] });
  });
});
