import { describe, expect, it } from 'vitest';
import { compileJourney, copyFragment, readFragment } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { apply, journey, table } from './edited-journey.ts';
import { countingIds } from './journeys.ts';

describe('pasting from n8n', () => {
  const clipboard = {
    nodes: [
      {
        id: '1',
        name: 'start',
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        position: [100, 200],
        parameters: { v: "={{ $('paid').item }}" },
      },
      {
        id: '2',
        name: 'paid',
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        position: [300, 200],
        parameters: { v: "={{ $('start').item }}" },
      },
    ],
    connections: { start: { main: [[{ node: 'paid', type: 'main', index: 0 }]] } },
    pinData: {},
    meta: { instanceId: 'x' },
  };

  it('gives fresh ids and free names, and expressions that follow them', () => {
    const fragment = readFragment(journey, clipboard, { newId: countingIds(), at: { x: 16, y: 32 } });
    if (!fragment.ok) throw new Error('not read');
    const next = apply({ kind: 'paste', fragment: fragment.value });
    const pasted = next.steps.slice(4);
    expect(pasted.map((step) => [step.name, step.position])).toEqual([
      ['start1', { x: 16, y: 32 }],
      ['paid1', { x: 216, y: 32 }],
    ]);
    const nodes = pasted.map((step) => step.parameters['node'] as { id: string; parameters: { v: string } });
    expect(nodes.map((node) => node.id)).toEqual(pasted.map((step) => step.id));
    expect(nodes.map((node) => node.parameters.v)).toEqual(["={{ $('paid1').item }}", "={{ $('start1').item }}"]);
    expect(next.links.at(-1)).toMatchObject({ from: { step: pasted[0]?.id }, to: { step: pasted[1]?.id } });
    const compiled = compileJourney(next, { packs: rulePacks });
    expect(compiled.ok ? compiled.value.nodes.map((node) => node.name) : compiled).toEqual([
      'start',
      'choose',
      'paid',
      'decide',
      'start1',
      'paid1',
    ]);
  });

  it('gives nodes with an address of their own a new one, and others none', () => {
    const known = { httpMethod: 'POST', path: 'x', responseMode: 'responseNode', options: {} };
    const place = { typeVersion: 2.1, position: [0, 0], webhookId: 'shared' };
    const nodes = [
      { id: '1', name: 'Hook', type: 'n8n-nodes-base.webhook', parameters: known, ...place },
      { id: '2', name: 'Wait', type: 'n8n-nodes-base.wait', parameters: {}, ...place },
      { id: '3', name: 'Set', type: 'n8n-nodes-base.set', parameters: {}, typeVersion: 3, position: [0, 0] },
    ];
    const fragment = readFragment(journey, { nodes, connections: {} }, { newId: countingIds() });
    if (!fragment.ok) throw new Error('not read');
    const next = apply({ kind: 'paste', fragment: fragment.value });
    const compiled = compileJourney(next, { packs: rulePacks });
    const pasted = compiled.ok ? compiled.value.nodes.slice(4) : [];
    expect(pasted.map((node) => node['webhookId'])).toEqual([pasted[0]?.id, pasted[1]?.id, undefined]);
  });

  it('refuses what is no piece of a workflow', () => {
    expect(readFragment(journey, { text: 'hello' }, { newId: countingIds() })).toMatchObject({ ok: false });
  });

  it('copies steps of the journey with the links among them and tables of their own', () => {
    const fragment = copyFragment(journey, ['choose', 'decide'], { newId: countingIds(), at: { x: 0, y: 160 } });
    const next = apply({ kind: 'paste', fragment });
    expect(next.steps.slice(4).map((step) => step.name)).toEqual(['choose1', 'decide1']);
    expect(next.steps[5]?.parameters['table']).toBe('limits-2');
    expect(next.tables['limits-2']).toEqual(table);
    expect(next.links.length).toBe(5);
  });
});
