import { describe, expect, it } from 'vitest';
import { riskLevels, type JsonObject } from '../../engine/index.ts';
import { RiskClassification } from '../../nodes/RiskClassification/RiskClassification.node.ts';
import { exampleRiskTable } from '../../nodes/shared/example-tables.ts';
import { riskPacks } from '../../rules/index.ts';
import { items, messages } from './items.ts';
import { outputsOf, runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

/** A table that says every level, by the name of the level. */
const everyLevel = {
  ...exampleRiskTable,
  inputs: [{ id: 'kind', name: 'Kind', path: 'kind', type: 'string' }],
  rows: riskLevels.map((level) => ({
    id: level,
    when: { kind: `"${level}"` },
    then: { level },
    reason: `It is ${level}`,
  })),
};

function risk(parameters: NodeUnderTest['parameters'] = {}, more: Partial<NodeUnderTest> = {}): NodeUnderTest {
  return { type: new RiskClassification(), parameters, ...more };
}

const own = (parameters: NodeUnderTest['parameters'] = {}) => ({
  rules: 'table',
  table: JSON.stringify(everyLevel),
  ...parameters,
});

describe('the outputs of a risk classification', () => {
  it('has one output per level, the gravest first', () => {
    expect(outputsOf(risk()).map((output) => output.displayName?.toLowerCase())).toEqual([...riskLevels]);
  });

  it('shows the pack, or the id of the own table, under its name', () => {
    expect(subtitleOf(risk())).toBe('automated-decision-risk');
    expect(subtitleOf(risk(own()))).toBe('refund-risk');
    expect(subtitleOf(risk(own({ table: '' })))).toBe('own table');
  });

  it('offers every pack that Steward ships', () => {
    const offered = risk().type.description.properties.find((property) => property.name === 'pack')?.options ?? [];
    expect(offered.map((option) => 'value' in option && option.value)).toEqual(Object.keys(riskPacks));
  });
});

describe('classifying on the real engine', () => {
  it('sends each item to the output of its level', async () => {
    const { outputs } = await runOnEngine(
      risk(own()),
      items({ kind: 'minimal' }, { kind: 'prohibited' }, { kind: 'limited' }, { kind: 'high' }, { kind: 'minimal' }),
    );
    expect(outputs.map((output) => output.map((item) => item.json['kind']))).toEqual([
      ['prohibited'],
      ['high'],
      ['limited'],
      ['minimal', 'minimal'],
    ]);
  });

  it('pairs every item with its source', async () => {
    const { outputs } = await runOnEngine(
      risk(own()),
      items({ kind: 'minimal' }, { kind: 'high' }, { kind: 'minimal' }),
    );
    expect(outputs.map((output) => output.map((item) => item.pairedItem))).toEqual([
      [],
      [{ item: 1 }],
      [],
      [{ item: 0 }, { item: 2 }],
    ]);
  });

  it('writes level, reasons, row, table, version and duties into the item, and records the decision', async () => {
    const { outputs } = await runOnEngine(risk(own(), { name: 'Risk' }), items({ kind: 'high' }));
    const digest: unknown = expect.stringMatching(/^sha256:/);
    const grounds = {
      reasons: [{ row: 'high', text: 'It is high' }],
      ruleId: 'high',
      tableId: 'refund-risk',
      tableVersion: '1.0.0',
      tableDigest: digest,
    };
    expect(outputs[1]?.[0]?.json).toEqual({
      kind: 'high',
      steward: {
        risk: { level: 'high', ...grounds, duties: expect.objectContaining({ humanReview: 'before_effect' }) },
        decisions: [{ step: 'Risk', kind: 'risk', outcome: 'high', ...grounds, matched: ['high'] }],
      },
    });
  });

  it('asks more of people the graver the level is, with the duties of the default pack', async () => {
    const { outputs } = await runOnEngine(risk(own()), items(...riskLevels.map((kind) => ({ kind }))));
    const review = outputs.map(
      (output) => (output[0]?.json['steward'] as { risk: { duties: { humanReview: string } } }).risk.duties.humanReview,
    );
    expect(review.slice(0, 2)).toEqual(['forbidden', 'before_effect']);
    expect(['none', 'on_request']).toContain(review[3]);
  });

  it('gives the same answer for every case that the pack itself carries', async () => {
    const pack = riskPacks['automated-decision-risk'];
    const cases = pack?.table.tests ?? [];
    expect(cases.length).toBeGreaterThanOrEqual(40);
    const { outputs } = await runOnEngine(risk(), items(...cases.map((test) => test.facts as never)));
    const levels = new Map(
      outputs.flatMap((output, index) =>
        output.map((item) => [(item.pairedItem as { item: number }).item, riskLevels[index]]),
      ),
    );
    expect(cases.map((test, index) => ({ name: test.name, level: levels.get(index) }))).toEqual(
      cases.map((test) => ({ name: test.name, level: (test.outcome as JsonObject)['level'] })),
    );
  });

  it('stops at an item that no row matches', async () => {
    const { task } = await runOnEngine(risk(own()), items({ kind: 'high' }, { kind: 'new' }));
    expect(messages(task)).toContain('No row of the table "Refund risk"');
    expect(task.error?.context?.['itemIndex']).toBe(1);
  });

  it('treats an item that no row matches as high, and says so, when it is told to', async () => {
    const { outputs } = await runOnEngine(risk(own({ noMatch: 'high' })), items({ kind: 'new' }));
    expect(outputs[1]?.[0]?.json).toMatchObject({
      steward: { risk: { level: 'high', ruleId: null, reasons: [{ text: expect.stringContaining('No row') }] } },
    });
  });

  it('lets a failed item out as high, never as something milder, when the node continues', async () => {
    const { outputs } = await runOnEngine(
      risk(own(), { onError: 'continueRegularOutput' }),
      items({ kind: 5 }, { kind: 'minimal' }),
    );
    expect(outputs.map((output) => output.length)).toEqual([0, 1, 0, 1]);
    expect(outputs[1]?.[0]).toMatchObject({
      json: { kind: 5, error: expect.stringContaining('kind') },
      pairedItem: { item: 0 },
    });
  });

  it("lets a failed item out by n8n's error output when there is one", async () => {
    const { outputs } = await runOnEngine(
      risk(own(), { onError: 'continueErrorOutput' }),
      items({ kind: 5 }, { kind: 'minimal' }),
    );
    expect(outputs.map((output) => output.length)).toEqual([0, 0, 0, 1, 1]);
    expect(outputs[4]?.[0]?.json).toEqual({ kind: 5, error: expect.stringContaining('kind') });
  });

  it('answers an agent that calls it as a tool on one output, whatever the level', async () => {
    const node = risk(own({ facts: '{"kind": "minimal"}' }), { asTool: true });
    const { outputs } = await runOnEngine(node, items({ query: 'how risky is it?' }));
    expect(outputs).toHaveLength(1);
    expect(outputs[0]?.[0]?.json).toMatchObject({ steward: { risk: { level: 'minimal' } } });
  });

  it('starts from an example when somebody turns to a table of their own', async () => {
    const { outputs } = await runOnEngine(
      risk({ rules: 'table' }),
      items({ amount: 5000 }, { amount: 5, automatic: true }, {}),
    );
    expect(outputs.map((output) => output.length)).toEqual([0, 1, 1, 1]);
  });
});

describe('rules that cannot be used', () => {
  const table = (change: object) => JSON.stringify({ ...everyLevel, ...change });

  it.each([
    ['Rule Pack', { rules: 'pack', pack: 'other' }, 'other'],
    ['Table', own({ table: '{' }), 'JSON'],
    ['Table', own({ table: table({ outputs: [{ id: 'risk', name: 'Risk', type: 'string' }], rows: [] }) }), '"level"'],
    [
      'Table',
      own({
        table: table({
          outputs: [{ id: 'level', name: 'Level', type: 'string' }],
          rows: [{ id: 'r', when: {}, then: { level: 'severe' } }],
        }),
      }),
      'severe',
    ],
    ['Field Mapping', own({ fields: { values: [{ input: 'art', field: 'x' }] } }), 'art'],
  ])('names the setting %s and what is wrong with it', async (setting, parameters, part) => {
    const { task } = await runOnEngine(risk(parameters), items({ kind: 'high' }));
    expect(task.error?.name).toBe('NodeOperationError');
    expect(messages(task)).toContain(`"${setting}"`);
    expect(messages(task)).toContain(part);
  });

  it('sends every item out as high with the error when the node continues', async () => {
    const { outputs } = await runOnEngine(
      risk(own({ table: '{' }), { onError: 'continueRegularOutput' }),
      items({ kind: 'minimal' }),
    );
    expect(outputs.map((output) => output.length)).toEqual([0, 1, 0, 0]);
  });
});
