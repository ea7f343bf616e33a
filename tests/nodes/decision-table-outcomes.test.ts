import { describe, expect, it } from 'vitest';
import type { DecisionTable as Table } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { items, messages } from './items.ts';
import { outputsOf, runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

/** Duties by amount, of which several can apply. */
const duties: Table = {
  schemaVersion: 1,
  id: 'duties',
  name: 'Duties',
  version: '2.0.0',
  hitPolicy: 'rule-order',
  inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number' }],
  outputs: [{ id: 'duty', name: 'Duty', type: 'string' }],
  rows: [
    { id: 'log', when: { amount: '> 10' }, then: { duty: 'log' } },
    { id: 'call', when: { amount: '> 100' }, then: { duty: 'call' } },
  ],
};
const rates: Table = {
  ...duties,
  id: 'rates',
  name: 'Rates',
  hitPolicy: 'unique',
  rows: [
    { id: 'old', when: {}, then: { duty: 'old rate' }, validUntil: '2026-06-30' },
    { id: 'new', when: {}, then: { duty: 'new rate' }, validFrom: '2026-07-01' },
  ],
};

function decisionTable(
  table: Table | null,
  parameters: NodeUnderTest['parameters'] = {},
  more: Partial<NodeUnderTest> = {},
): NodeUnderTest {
  const rules = table === null ? {} : { table: JSON.stringify(table) };
  return { type: new DecisionTable(), parameters: { ...rules, ...parameters }, ...more };
}

const sent = (outputs: Awaited<ReturnType<typeof runOnEngine>>['outputs']) =>
  outputs.map((output) => output.map((item) => item.json['decision']));

describe('several outcomes of one item', () => {
  it('go on as a list', async () => {
    const { outputs } = await runOnEngine(decisionTable(duties), items({ amount: 500 }, { amount: 50 }));
    expect(sent(outputs)).toEqual([[[{ duty: 'log' }, { duty: 'call' }], [{ duty: 'log' }]]]);
  });

  it('go on as items, each paired with its source and with the whole decision', async () => {
    const { outputs } = await runOnEngine(
      decisionTable(duties, { several: 'items' }),
      items({ amount: 50 }, { amount: 500 }),
    );
    expect(sent(outputs)).toEqual([[{ duty: 'log' }, { duty: 'log' }, { duty: 'call' }]]);
    expect(outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 1 }]);
    expect(outputs[0]?.[2]?.json['steward']).toMatchObject({ decisions: [{ matched: ['log', 'call'] }] });
  });

  it('cannot be put beside the fields of the item as a list, and the error says what to do', async () => {
    const { task } = await runOnEngine(decisionTable(duties, { outputField: '' }), items({ amount: 50 }));
    expect(messages(task)).toContain('"Put Outcome In"');
    expect(messages(task)).toContain('as an item of its own');
  });
});

describe('an output per outcome', () => {
  const routed = { several: 'items', route: 'outcome', routeOutput: 'duty' };
  const outcomes = { values: [{ value: 'call' }, { value: 'log' }] };

  it('is named after the value, with Otherwise at the end', () => {
    const names = outputsOf(decisionTable(duties, { ...routed, outcomes })).map(({ displayName }) => displayName);
    expect(names).toEqual(['call', 'log', 'Otherwise']);
    expect(outputsOf(decisionTable(duties))).toHaveLength(1);
  });

  it('gets the items with that value; what matches none leaves through Otherwise', async () => {
    const node = decisionTable(duties, { ...routed, outcomes, noMatch: 'continue' });
    const { outputs } = await runOnEngine(node, items({ amount: 500 }, { amount: 1 }));
    expect(sent(outputs)).toEqual([[{ duty: 'call' }], [{ duty: 'log' }], [null]]);
  });

  it('sends failed items through Otherwise when the node goes on', async () => {
    const node = decisionTable(duties, { ...routed, outcomes }, { onError: 'continueRegularOutput' });
    const { outputs } = await runOnEngine(node, items({ amount: 'much' }));
    expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
    expect(outputs[2]?.[0]?.json['error']).toContain('amount');
  });

  it.each([
    ['Choose Output By', { ...routed, outcomes, routeOutput: 'dutty' }, 'dutty'],
    ['Outcomes', { ...routed, outcomes: {} }, 'Add at least one'],
    ['Outcomes', { ...routed, outcomes: { values: [{ value: 'log' }, { value: 'log' }] } }, 'two outputs'],
    ['Several Outcomes', { ...routed, outcomes, several: 'list' }, 'list of outcomes'],
  ])('needs settings that fit the table: %s', async (setting, parameters, part) => {
    const { task } = await runOnEngine(decisionTable(duties, parameters), items({ amount: 500 }));
    expect(messages(task)).toContain(`"${setting}"`);
    expect(messages(task)).toContain(part);
  });
});

describe('rows with days of validity', () => {
  it.each([
    ['2026-06-30', 'old rate'],
    ['2026-07-01T00:10:00+02:00', 'new rate'],
  ])('count by the field that the node is told: %s', async (at, rate) => {
    const node = decisionTable(rates, { dayField: 'order.at' });
    const { outputs } = await runOnEngine(node, items({ amount: 1, order: { at } }));
    expect(sent(outputs)).toEqual([[{ duty: rate }]]);
  });

  it('count by the day of the execution when it is told none', async () => {
    const always: Table = { ...rates, rows: [{ id: 'now', when: {}, then: { duty: 'x' }, validFrom: '2026-01-01' }] };
    const { outputs } = await runOnEngine(decisionTable(always), items({ amount: 1 }));
    expect(sent(outputs)).toEqual([[{ duty: 'x' }]]);
  });

  it('make the field an error where it holds no date', async () => {
    const { task } = await runOnEngine(
      decisionTable(rates, { dayField: 'order.at' }),
      items({ amount: 1, order: { at: 'yesterday' } }),
    );
    expect(messages(task)).toContain('order.at');
    expect(messages(task)).toContain('2026-11-22');
  });
});

describe('rule packs', () => {
  it.each(Object.values(tablePacks).map((pack) => [pack.id, pack] as const))(
    '%s decides its own tests',
    async (id, pack) => {
      const tests = (pack.table.tests ?? []).filter((test) => test.outcome !== null && test.day === undefined);
      const node = decisionTable(null, { rules: 'pack', pack: id });
      const { outputs } = await runOnEngine(node, items(...tests.map((test) => test.facts as Record<string, never>)));
      expect(outputs[0]).toHaveLength(tests.length);
      for (const [index, test] of tests.entries()) {
        expect(outputs[0]?.[index]?.json['decision'], test.name).toMatchObject(test.outcome as object);
      }
      expect(subtitleOf(node)).toBe(id);
    },
  );

  it('that are not there are named with those that are', async () => {
    const { task } = await runOnEngine(decisionTable(null, { rules: 'pack', pack: 'nothing' }), items({}));
    expect(messages(task)).toContain('automated-decision-risk');
  });
});

describe('a DMN file', () => {
  const dmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="Model" namespace="https://example.com">
  <inputData id="i" name="Order amount"><variable id="v" name="Order amount" typeRef="number"/></inputData>
  <decision id="d" name="Handling">
    <variable id="dv" name="Handling" typeRef="string"/>
    <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
    <decisionTable id="t" hitPolicy="UNIQUE">
      <input id="in"><inputExpression id="ie" typeRef="number"><text>Order amount</text></inputExpression></input>
      <output id="o" typeRef="string"/>
      <rule id="small"><inputEntry id="e1"><text>&lt; 100</text></inputEntry><outputEntry id="o1"><text>"pay"</text></outputEntry></rule>
      <rule id="large"><inputEntry id="e2"><text>&gt;= 100</text></inputEntry><outputEntry id="o2"><text>"review"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

  it('decides by its one decision, under the names of the file', async () => {
    const node = decisionTable(null, { rules: 'dmn', dmn });
    const { outputs } = await runOnEngine(node, items({ 'Order amount': 12 }, { 'Order amount': 120 }));
    expect(sent(outputs)).toEqual([[{ Handling: 'pay' }, { Handling: 'review' }]]);
  });

  it('comes as a file of the first item, too', async () => {
    const binary = { model: { data: Buffer.from(dmn).toString('base64'), mimeType: 'text/xml' } };
    const node = decisionTable(null, { rules: 'dmn', dmnSource: 'file', dmnField: 'model' });
    const { outputs } = await runOnEngine(node, [
      { json: { 'Order amount': 12 }, binary },
      ...items({ 'Order amount': 500 }),
    ]);
    expect(sent(outputs)).toEqual([[{ Handling: 'pay' }, { Handling: 'review' }]]);
    const { task } = await runOnEngine(node, items({ 'Order amount': 12 }));
    expect(messages(task)).toContain('no file in the field "model"');
  });

  it.each([
    ['', 'XML'],
    ['<definitions', 'XML'],
  ])('that cannot be read is an error of the setting', async (text, part) => {
    const { task } = await runOnEngine(decisionTable(null, { rules: 'dmn', dmn: text }), items({}));
    expect(messages(task)).toContain('"DMN"');
    expect(messages(task)).toContain(part);
  });

  it('names the decisions that it has when it lacks the wanted one', async () => {
    const { task } = await runOnEngine(decisionTable(null, { rules: 'dmn', dmn, decision: 'Routing' }), items({}));
    expect(messages(task)).toContain('Routing');
    expect(messages(task)).toContain('Handling');
  });
});
