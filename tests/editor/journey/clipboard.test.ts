import { describe, expect, it } from 'vitest';
import { importWorkflow } from '../../../engine/index.ts';
import { readClipboard } from '../../../editor/src/journey/store/clipboard-text.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

function open() {
  const before = refundTriage();
  return openSession(stored(before), fakeJourneyApi(stored(before)).api, testPorts(manualClock(), memoryStorage()))
    .session;
}

const httpRequest = {
  id: 'a-node-of-n8n',
  name: 'Look up order',
  type: 'n8n-nodes-base.httpRequest',
  typeVersion: 4.2,
  position: [0, 0],
  parameters: { url: 'https://erp.example.com', options: {} },
  credentials: { httpBasicAuth: { id: 'secret-7', name: 'ERP' } },
};

describe('copying', () => {
  it('gives what n8n reads: nodes and the connections among them', () => {
    const session = open();
    const { steps } = session.document.getState().journey;
    const text = session.edits.copyText(steps.slice(0, 2).map((step) => step.id));
    const copied = JSON.parse(text) as { nodes: { name: string; type: string }[]; connections: object };
    expect(copied.nodes.map((node) => node.type)).toEqual([
      'n8n-nodes-base.webhook',
      'n8n-nodes-steward.riskClassification',
    ]);
    expect(Object.keys(copied.connections)).toEqual([copied.nodes[0]?.name]);
    expect(text).toContain('\n  "nodes": [');
    expect(importWorkflow(copied, { id: 'x', newId: () => crypto.randomUUID() }).ok).toBe(true);
  });

  it('leaves credentials behind', () => {
    const session = open();
    const pasted = session.edits.paste(JSON.stringify({ nodes: [httpRequest], connections: {} }), { x: 0, y: 0 });
    if (!pasted.ok) throw new Error(pasted.message);
    expect(session.edits.copyText(pasted.steps)).not.toContain('secret-7');
  });
});

describe('pasting', () => {
  it('gives copies of its own steps fresh ids, free names and a table of their own', () => {
    const session = open();
    const step = session.document.getState().journey.steps.find((entry) => entry.type === 'decision-table');
    const pasted = session.edits.paste(session.edits.copyText([step?.id ?? '']), { x: 320, y: 640 });
    if (!pasted.ok) throw new Error(pasted.message);
    const { steps, tables } = session.document.getState().journey;
    const copy = steps.find((entry) => entry.id === pasted.steps[0]);
    expect(copy).toMatchObject({ type: 'decision-table', name: 'Refund limits1', position: { x: 320, y: 640 } });
    expect(copy?.parameters['table']).not.toBe(step?.parameters['table']);
    expect(Object.keys(tables)).toHaveLength(2);
    expect(new Set(steps.map((entry) => entry.id)).size).toBe(steps.length);
  });

  it('keeps a node that Steward does not know as it is, but for its credentials', () => {
    const session = open();
    const pasted = session.edits.paste(JSON.stringify({ nodes: [httpRequest], connections: {} }), { x: 0, y: 0 });
    if (!pasted.ok) throw new Error(pasted.message);
    const step = session.document.getState().journey.steps.find((entry) => entry.id === pasted.steps[0]);
    expect(step?.type).toBe('opaque');
    expect(step?.parameters['node']).toMatchObject({ type: httpRequest.type, parameters: httpRequest.parameters });
    expect(JSON.stringify(step)).not.toContain('secret-7');
  });

  it('is one entry of the undo stack', () => {
    const session = open();
    const before = session.document.getState().journey;
    const all = before.steps.map((step) => step.id);
    expect(session.edits.paste(session.edits.copyText(all), { x: 0, y: 900 }).ok).toBe(true);
    expect(session.view.getState().selectedSteps.size).toBe(all.length);
    session.document.undo();
    expect(session.document.getState().journey).toEqual(before);
    // What was pasted is gone, and with it the selection of it.
    expect(session.view.getState().selectedSteps.size).toBe(0);
  });

  it.each([
    ['plain text', 'hello'],
    ['a number', '42'],
    ['JSON without nodes', '{"rows":[]}'],
    ['null', 'null'],
  ])('says what it needs instead of %s', (_, text) => {
    const read = readClipboard(text);
    expect(read).toMatchObject({
      ok: false,
      message: expect.stringContaining('Copy steps here, or nodes in n8n, first') as string,
    });
  });

  it('says what is wrong with a malformed node, and changes nothing', () => {
    const session = open();
    const before = session.document.getState().journey;
    const result = session.edits.paste('{"nodes":[{"type":"x"}],"connections":{}}', { x: 0, y: 0 });
    expect(result.ok).toBe(false);
    expect(session.document.getState().journey).toBe(before);
  });
});
