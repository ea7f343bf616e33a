import { describe, expect, it } from 'vitest';
import { compileJourney, importWorkflow, stepTypes, type Journey, type N8nNode } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { branchStep, countingIds, journeyOf, noOpStep, respondStep, stepOf, webhookStep } from './journeys.ts';

const ports = { packs: rulePacks };

function workflowOf(journey: Journey) {
  const compiled = compileJourney(journey, ports);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}

function imported(nodes: object[], connections: object = {}): Journey {
  const result = importWorkflow({ nodes, connections }, { id: 'imported', newId: countingIds() });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const branchNode = {
  parameters: { field: 'a', valueType: 'number', cases: { values: [{ label: 'x', test: '> 1' }] } },
  id: 'aaaaaaaa',
  name: 'Branch',
  type: 'n8n-nodes-steward.branch',
  typeVersion: 1,
  position: [10, 20],
  notes: 'keep me',
  onError: 'continueRegularOutput',
};

describe('compiling a journey', () => {
  it('gives nodes with the ids of the steps, in their order', () => {
    const journey = journeyOf(
      [webhookStep('start'), respondStep('answer', 'x', { disabled: true, position: { x: 16, y: 32 } })],
      ['start > answer'],
    );
    expect(workflowOf(journey)).toEqual({
      name: 'Journey',
      settings: { executionOrder: 'v1' },
      nodes: [
        {
          id: 'start',
          name: 'start',
          type: 'n8n-nodes-base.webhook',
          typeVersion: 2.1,
          position: [0, 0],
          parameters: { httpMethod: 'POST', path: 'try', responseMode: 'responseNode', options: {} },
          webhookId: 'start',
        },
        {
          id: 'answer',
          name: 'answer',
          type: 'n8n-nodes-base.respondToWebhook',
          typeVersion: 1.4,
          position: [16, 32],
          parameters: {
            respondWith: 'json',
            responseBody: '={{ { "outcome": "x" } }}',
            options: { responseCode: 200 },
          },
          disabled: true,
        },
      ],
      connections: { start: { main: [[{ node: 'answer', type: 'main', index: 0 }]] } },
    });
  });

  it('counts outputs as the ports stand', () => {
    const choose = branchStep('choose', 'body.n', [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
    const journey = journeyOf(
      [choose, noOpStep('x'), noOpStep('y')],
      ['choose:c > x:main/0', 'choose:otherwise > y:main/0'],
    );
    expect(workflowOf(journey).connections).toEqual({
      choose: { main: [[], [], [{ node: 'x', type: 'main', index: 0 }], [{ node: 'y', type: 'main', index: 0 }]] },
    });
  });

  it('keeps what Steward does not model when an imported step is changed', () => {
    const journey = imported([branchNode]);
    const [step] = journey.steps;
    if (step === undefined) throw new Error('no step');
    expect(step.type).toBe('branch');
    const changed = {
      ...step,
      name: 'Fork',
      position: { x: 16, y: 16 },
      parameters: { ...step.parameters, field: 'b' },
    };
    const [node] = workflowOf({ ...journey, steps: [changed] }).nodes;
    expect(node).toEqual({
      ...branchNode,
      name: 'Fork',
      position: [16, 16],
      parameters: { ...branchNode.parameters, field: 'b', record: 'off' },
    });
  });

  it('leaves the parameters of an imported step alone when only its place changes', () => {
    const node = { ...branchNode, parameters: { field: 'a', cases: { values: [] } }, disabled: false };
    const journey = imported([node]);
    const moved = journey.steps.map((step) => ({ ...step, position: { x: 0, y: 0 } }));
    expect(workflowOf({ ...journey, steps: moved }).nodes[0]).toEqual({ ...node, position: [0, 0] });
    const off = journey.steps.map((step) => ({ ...step, disabled: true }));
    expect(workflowOf({ ...journey, steps: off }).nodes[0]).toEqual({ ...node, disabled: true });
  });

  it('writes a changed table into the node, and an unchanged one as it was', () => {
    const table = stepTypes['decision-table']?.newTable?.();
    const node = {
      ...branchNode,
      type: 'n8n-nodes-steward.decisionTable',
      parameters: { table: JSON.stringify(table) },
    };
    const journey = imported([node]);
    expect(workflowOf(journey).nodes[0]).toEqual(node);
    const tables = Object.fromEntries(
      Object.entries(journey.tables).map(([key, value]) => [key, { ...value, version: '2' }]),
    );
    const parameters = (workflowOf({ ...journey, tables }).nodes[0] as N8nNode).parameters;
    expect(JSON.parse(String(parameters['table']))).toEqual({ ...table, version: '2' });
  });

  it('shares one table among imported nodes that hold the same one, and keeps different ones apart', () => {
    const table = { ...stepTypes['decision-table']?.newTable?.() };
    const node = (name: string, version: string) => ({
      ...branchNode,
      id: `${name}${name}${name}${name}${name}${name}`,
      name,
      type: 'n8n-nodes-steward.decisionTable',
      parameters: { table: JSON.stringify({ ...table, version }) },
    });
    const journey = imported([node('a', '1'), node('b', '1'), node('c', '2')]);
    expect(journey.steps.map((step) => step.parameters['table'])).toEqual(['new-table', 'new-table', 'new-table-2']);
  });

  it.each([
    ['link_step_missing', journeyOf([webhookStep('start')], ['start > nobody'])],
    ['link_port_missing', journeyOf([webhookStep('start'), noOpStep('x')], ['start:gone > x:main/0'])],
    ['step_table_missing', journeyOf([stepOf('d', 'decision-table', { table: 'gone' })])],
    [
      'ambiguous_step_name',
      journeyOf(
        [webhookStep('start'), noOpStep('x', { name: 'twin' }), noOpStep('y', { name: 'twin' })],
        ['start > x:main/0'],
      ),
    ],
  ])('refuses what a workflow cannot say: %s', (code, journey) => {
    const compiled = compileJourney(journey, ports);
    expect(compiled.ok ? [] : compiled.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('gives an imported connection that a new link was added to', () => {
    const nodes = ['A', 'B', 'C'].map((name) => ({ ...branchNode, type: 'x.y', id: name.repeat(8), name }));
    const journey = imported(nodes, { A: { main: [null, [{ node: 'B', type: 'main', index: 0 }], []] } });
    const link = { id: 'new', from: { step: 'AAAAAAAA', port: 'main/0' }, to: { step: 'CCCCCCCC', port: 'main/0' } };
    expect(workflowOf({ ...journey, links: [...journey.links, link] }).connections).toEqual({
      A: { main: [[{ node: 'C', type: 'main', index: 0 }], [{ node: 'B', type: 'main', index: 0 }], []] },
    });
    expect(workflowOf({ ...journey, links: [] }).connections).toEqual({ A: { main: [null, [], []] } });
  });
});
