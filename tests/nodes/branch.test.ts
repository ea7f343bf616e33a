import { describe, expect, it } from 'vitest';
import { Branch } from '../../nodes/Branch/Branch.node.ts';
import { items, messages } from './items.ts';
import { outputsOf, runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

const cases = {
  values: [
    { label: 'Large', test: '>= 1000' },
    { label: 'Medium', test: '[100..1000)' },
  ],
};

function branch(parameters: NodeUnderTest['parameters'] = {}, more: Partial<NodeUnderTest> = {}): NodeUnderTest {
  return {
    type: new Branch(),
    parameters: { field: 'order.amount', valueType: 'number', cases, ...parameters },
    ...more,
  };
}

const amount = (value: unknown) => ({ order: { amount: value } });

describe('the outputs of a branch', () => {
  it('has one output per case, named after it, and Otherwise at the end', () => {
    expect(outputsOf(branch()).map((output) => output.displayName)).toEqual(['Large', 'Medium', 'Otherwise']);
  });

  it('has Otherwise alone before there is a case', () => {
    expect(outputsOf(branch({ cases: {} })).map((output) => output.displayName)).toEqual(['Otherwise']);
  });

  it('names an output after its test, or its place, while the label is missing', () => {
    const unnamed = {
      values: [
        { label: '', test: '> 5' },
        { label: '', test: '' },
      ],
    };
    expect(outputsOf(branch({ cases: unnamed })).map((output) => output.displayName)).toEqual([
      '> 5',
      'Case 2',
      'Otherwise',
    ]);
  });

  it("has n8n's error output after Otherwise when errors have one", () => {
    const names = outputsOf(branch({}, { onError: 'continueErrorOutput' })).map((output) => output.displayName);
    expect(names).toEqual(['Large', 'Medium', 'Otherwise', 'Error']);
  });

  it('shows the field under its name', () => {
    expect(subtitleOf(branch())).toBe('by order.amount');
    expect(subtitleOf(branch({ field: '' }))).toBe('no field');
  });
});

describe('branching on the real engine', () => {
  it('sends each item to the first case that its field meets, and the rest to Otherwise', async () => {
    const { outputs } = await runOnEngine(branch(), items(amount(5000), amount(100), amount(5), {}, amount(1000)));
    expect(outputs.map((output) => output.map((item) => item.json['order'] ?? null))).toEqual([
      [{ amount: 5000 }, { amount: 1000 }],
      [{ amount: 100 }],
      [{ amount: 5 }, null],
    ]);
  });

  it('pairs every item with its source', async () => {
    const { outputs } = await runOnEngine(branch(), items(amount(5), amount(5000), amount(6)));
    expect(outputs.map((output) => output.map((item) => item.pairedItem))).toEqual([
      [{ item: 1 }],
      [],
      [{ item: 0 }, { item: 2 }],
    ]);
  });

  it('records which case took the item, under the name of the node', async () => {
    const { outputs } = await runOnEngine(branch({}, { name: 'By amount' }), items(amount(5000)));
    expect(outputs[0]?.[0]?.json['steward']).toEqual({
      decisions: [
        {
          step: 'By amount',
          kind: 'branch',
          outcome: 'Large',
          reasons: [{ row: 'Large', text: expect.stringContaining('order.amount') }],
          ruleId: 'Large',
          matched: ['Large'],
          tableId: 'branch',
          tableVersion: '',
          tableDigest: '',
        },
      ],
    });
  });

  it('keeps the files of an item', async () => {
    const binary = { scan: { data: 'QQ==', mimeType: 'text/plain' } };
    const { outputs } = await runOnEngine(branch(), [{ json: amount(5), binary }]);
    expect(outputs[2]?.[0]?.binary).toEqual(binary);
  });

  it('stops at an item of another type, and says which one', async () => {
    const { task } = await runOnEngine(branch(), items(amount(5), amount('12')));
    expect(task.error?.message).toContain('order.amount');
    expect(task.error?.message).not.toContain('12');
    expect(task.error?.context?.['itemIndex']).toBe(1);
  });

  it('lets failed items out by Otherwise with their error when the node continues', async () => {
    const node = branch({}, { onError: 'continueRegularOutput' });
    const { outputs } = await runOnEngine(node, items(amount('x'), amount(5000)));
    expect(outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 1 }]);
    expect(outputs[2]?.[0]?.json).toEqual({ ...amount('x'), error: expect.stringContaining('order.amount') });
    expect(outputs[2]?.[0]?.pairedItem).toEqual({ item: 0 });
  });

  it("lets failed items out by n8n's error output when there is one", async () => {
    const node = branch({}, { onError: 'continueErrorOutput' });
    const { outputs } = await runOnEngine(node, items(amount('x'), amount(5), amount(5000)));
    expect(outputs.map((output) => output.map((item) => item.pairedItem))).toEqual([
      [{ item: 2 }],
      [],
      [{ item: 1 }],
      [{ item: 0 }],
    ]);
    expect(outputs[3]?.[0]?.json).toEqual({ ...amount('x'), error: expect.stringContaining('order.amount') });
  });
});

describe('settings of a branch that cannot be used', () => {
  it.each([
    ['Field', { field: 'order..amount' }, 'order..amount'],
    ['Field', { field: '={{ $json.order.amount }}' }, 'not an expression'],
    ['Cases', { cases: { values: [{ label: 'Large', test: '>= ' }] } }, 'Large'],
    ['Cases', { cases: { values: [{ label: 'Gold', test: '"gold"' }] } }, 'Gold'],
    ['Type of Value', { valueType: 'money' }, 'money'],
  ])('names the setting %s and what is wrong with it', async (setting, parameters, part) => {
    const { task } = await runOnEngine(branch(parameters), items(amount(5)));
    expect(task.error?.name).toBe('NodeOperationError');
    expect(messages(task)).toContain(`"${setting}"`);
    expect(messages(task)).toContain(part);
  });

  it('sends nothing through a case when its settings fail and the node continues', async () => {
    const broken = { values: [{ label: 'Large', test: '>= ' }] };
    const node = branch({ cases: broken }, { onError: 'continueRegularOutput' });
    const { outputs } = await runOnEngine(node, items(amount(5000), amount(1)));
    expect(outputs.map((output) => output.length)).toEqual([0, 2]);
    expect(outputs[1]?.[0]?.json['error']).toContain('"Cases"');
  });
});
