import { describe, expect, it } from 'vitest';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { exampleTable } from '../../nodes/shared/example-tables.ts';
import { items, messages } from './items.ts';
import { runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

const table = JSON.stringify(exampleTable);

function decisionTable(parameters: NodeUnderTest['parameters'] = {}, more: Partial<NodeUnderTest> = {}): NodeUnderTest {
  return { type: new DecisionTable(), parameters, ...more };
}

const withoutRest = JSON.stringify({ ...exampleTable, rows: exampleTable.rows.slice(0, 2) });

describe('deciding on the real engine', () => {
  it('decides with the example table of a new node, without any setting', async () => {
    const { outputs } = await runOnEngine(
      decisionTable(),
      items({ amount: 12 }, { amount: 300, customer: { tier: 'gold' } }, { amount: 300 }),
    );
    expect(outputs[0]?.map((item) => item.json['decision'])).toEqual([
      { handling: 'pay' },
      { handling: 'pay' },
      { handling: 'review' },
    ]);
  });

  it('records row, reason, table and version, under the name of the node', async () => {
    const { outputs } = await runOnEngine(decisionTable({ table }, { name: 'Refund' }), items({ amount: 12 }));
    expect(outputs[0]?.[0]?.json['steward']).toEqual({
      decisions: [
        {
          step: 'Refund',
          kind: 'table',
          outcome: { handling: 'pay' },
          reasons: [{ row: 'small', text: 'Small amounts are paid at once' }],
          ruleId: 'small',
          matched: ['small', 'rest'],
          tableId: 'refund-handling',
          tableVersion: '1.0.0',
          tableDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        },
      ],
    });
  });

  it('adds to the decisions of earlier nodes', async () => {
    const earlier = { steward: { decisions: [{ step: 'Earlier' }], other: 1 } };
    const { outputs } = await runOnEngine(decisionTable(), items({ amount: 12, ...earlier }));
    const steward = outputs[0]?.[0]?.json['steward'] as { decisions: { step: string }[]; other: number };
    expect(steward.decisions.map((decision) => decision.step)).toEqual(['Earlier', 'Under test']);
    expect(steward.other).toBe(1);
  });

  it('leaves the items that came in as they were', async () => {
    const item = { json: { amount: 12, steward: { decisions: [] } } };
    await runOnEngine(decisionTable(), [item]);
    expect(item.json).toEqual({ amount: 12, steward: { decisions: [] } });
  });

  it('reads the facts inside the field that it is told, and mapped inputs from the top of the item', async () => {
    const fields = { values: [{ input: 'tier', field: 'account.level' }] };
    const node = decisionTable({ table, dataField: 'body', fields });
    const { outputs } = await runOnEngine(node, items({ body: { amount: 300 }, account: { level: 'gold' } }));
    expect(outputs[0]?.[0]?.json['decision']).toEqual({ handling: 'pay' });
  });

  it.each([
    ['order.decision', { amount: 12, order: { decision: { handling: 'pay' }, id: 7 } }],
    ['', { amount: 12, order: { id: 7 }, handling: 'pay' }],
  ])('puts the outcome at "%s"', async (outputField, expected) => {
    const { outputs } = await runOnEngine(
      decisionTable({ table, outputField }),
      items({ amount: 12, order: { id: 7 } }),
    );
    expect(outputs[0]?.[0]?.json).toEqual({ ...expected, steward: expect.anything() });
  });

  it('fails an item that no row matches, and says so', async () => {
    const { task } = await runOnEngine(decisionTable({ table: withoutRest }), items({ amount: 12 }, { amount: 3000 }));
    expect(messages(task)).toContain('No row of the table "Refund handling" (version 1.0.0) matches');
    expect(messages(task)).toContain('item 1');
  });

  it('goes on without an outcome when it is told to', async () => {
    const { outputs } = await runOnEngine(
      decisionTable({ table: withoutRest, noMatch: 'continue' }),
      items({ amount: 3000 }),
    );
    expect(outputs[0]?.[0]?.json).toMatchObject({
      decision: null,
      steward: { decisions: [{ outcome: null, ruleId: null }] },
    });
  });

  it('shows the table under its name', () => {
    expect(subtitleOf(decisionTable({ table }))).toBe('refund-handling');
  });

  it('answers an agent that calls it as a tool with the facts that the agent gave', async () => {
    const node = decisionTable({ table, facts: '{"amount": 12}' }, { asTool: true });
    const { outputs } = await runOnEngine(node, items({ query: 'may I refund this?' }));
    expect(outputs[0]?.[0]?.json['decision']).toEqual({ handling: 'pay' });
  });
});

describe('a table that cannot be used', () => {
  const broken = (change: object) => JSON.stringify({ ...exampleTable, ...change });

  it.each([
    ['Table', { table: '' }, 'JSON'],
    ['Table', { table: '{"id": ' }, 'The text is no JSON: '],
    ['Table', { table: '[]' }, 'JSON object'],
    ['Table', { table: broken({ name: undefined }) }, '"name"'],
    ['Table', { table: broken({ hitPolicy: 'best' }) }, 'hitPolicy'],
    ['Table', { table: broken({ rows: [{ id: 'small', when: { amount: '>> 5' }, then: {} }] }) }, 'Row "small"'],
    ['Table', { table: broken({ rows: [{ id: 'small', when: { size: '5' }, then: {} }] }) }, 'size'],
    ['Field Mapping', { table, fields: { values: [{ input: 'amuont', field: 'a' }] } }, 'amuont'],
    ['Field Mapping', { table, fields: { values: [{ input: 'amount', field: 'a..b' }] } }, 'a..b'],
    ['Read Fields From', { table, dataField: '__proto__' }, '__proto__'],
    ['Read Fields From', { table, dataField: '={{ $json.body }}' }, 'not an expression'],
    [
      'Field Mapping',
      { table, fields: { values: [{ input: 'amount', field: '={{ $json.total }}' }] } },
      'not an expression',
    ],
    ['Put Outcome In', { table, outputField: 'steward.decision' }, 'steward'],
    [
      'Put Outcome In',
      { table: broken({ outputs: [{ id: 'steward', name: 'S', type: 'string' }], rows: [] }), outputField: '' },
      'steward',
    ],
    ['Put Outcome In', { table, outputField: 'a..b' }, 'a..b'],
  ])('names the setting %s and what is wrong with it', async (setting, parameters, part) => {
    const { task } = await runOnEngine(decisionTable(parameters), items({ amount: 5 }));
    expect(task.error?.name).toBe('NodeOperationError');
    expect(messages(task)).toContain(`"${setting}"`);
    expect(messages(task)).toContain(part);
    expect(messages(task)).not.toMatch(/\n\s+at /);
  });

  it('lists the first problems and counts the rest', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({ id: `r${index}`, when: { amount: '>>' }, then: {} }));
    const { task } = await runOnEngine(decisionTable({ table: broken({ rows }) }), items({ amount: 5 }));
    for (const row of ['r0', 'r1', 'r4']) expect(messages(task)).toContain(`Row "${row}"`);
    expect(messages(task)).not.toContain('Row "r5"');
    expect(messages(task)).toContain('4 more problems');
  });

  it('fails every item with it when the node continues, and decides none', async () => {
    const node = decisionTable({ table: '{' }, { onError: 'continueRegularOutput' });
    const { outputs } = await runOnEngine(node, items({ amount: 5 }, { amount: 6 }));
    expect(outputs[0]?.map((item) => item.json)).toEqual([
      { amount: 5, error: expect.stringContaining('"Table"') },
      { amount: 6, error: expect.stringContaining('"Table"') },
    ]);
  });
});
