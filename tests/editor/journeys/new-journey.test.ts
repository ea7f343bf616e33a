import { describe, expect, it } from 'vitest';
import { compileJourney, type Journey } from '../../../engine/index.ts';
import { parseJourney } from '../../../rules/index.ts';
import { copyName, duplicateJourney, newJourney, webhookPath } from '../../../editor/src/journeys/new-journey.ts';
import { readWorkflow } from '../../../editor/src/journeys/read-workflow.ts';

function counting(prefix: string) {
  let count = 0;
  return () => `${prefix}${String(count++).padStart(4, '0')}-0000-4000-8000-000000000000`;
}

describe('a new journey', () => {
  const journey = newJourney('Refund triage', counting('n'));

  it('has the form that the hub takes', () => {
    expect(parseJourney(JSON.parse(JSON.stringify(journey)))).toMatchObject({ ok: true });
  });

  it('compiles to a workflow that answers its caller', () => {
    const compiled = compileJourney(journey, { packs: { risk: {}, tables: {} } });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    expect(compiled.value.nodes.map(({ type }) => type)).toEqual([
      'n8n-nodes-base.webhook',
      'n8n-nodes-base.respondToWebhook',
    ]);
    expect(compiled.value.connections).toEqual({
      'Request received': { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
    });
  });

  it('listens at an address of its own', () => {
    expect(journey.steps[0]?.parameters['path']).toBe('refund-triage-n00000');
  });

  it.each([
    ['Réclamation: Ärger & Co.', 'reclamation-arger-co-abc123'],
    ['返金', 'journey-abc123'],
    ['', 'journey-abc123'],
    ['x'.repeat(200), `${'x'.repeat(40)}-abc123`],
  ])('makes an address of the name %o', (name, path) => {
    expect(webhookPath(name, 'abc123-4567')).toBe(path);
  });
});

describe('a duplicate', () => {
  const original = imported();
  const copy = duplicateJourney(original, 'Refund triage copy', counting('c'));

  it('shares no id of a step or a link with the original', () => {
    const ids = (journey: Journey) => [...journey.steps, ...journey.links].map(({ id }) => id);
    expect(ids(copy).filter((id) => ids(original).includes(id))).toEqual([]);
    expect(new Set(copy.steps.map(({ id }) => id.slice(0, 6))).size).toBe(copy.steps.length);
  });

  it('shares no webhook address, so that both can be published', () => {
    const addresses = (journey: Journey) => {
      const compiled = compileJourney(journey, { packs: { risk: {}, tables: {} } });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
      return compiled.value.nodes
        .filter((node) => node['webhookId'])
        .flatMap((node) => [node['webhookId'], node.parameters['path']]);
    };
    expect(addresses(original)).toHaveLength(4);
    expect(addresses(copy)).toHaveLength(4);
    expect(addresses(copy).filter((address) => addresses(original).includes(address))).toEqual([]);
    expect(new Set(addresses(copy)).size).toBe(4);
  });

  it('is otherwise the same workflow', () => {
    const shape = (journey: Journey) => {
      const compiled = compileJourney(journey, { packs: { risk: {}, tables: {} } });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
      const { nodes, connections, settings } = compiled.value;
      return {
        nodes: nodes.map(({ name, type, typeVersion, position }) => ({ name, type, typeVersion, position })),
        connections,
        settings,
      };
    };
    expect(shape(copy)).toEqual(shape(original));
  });

  it('leaves the original as it was', () => {
    expect(original).toEqual(imported());
  });

  it('gets the first name that is free', () => {
    expect(copyName('Refunds', [])).toBe('Refunds copy');
    expect(copyName('Refunds', ['Refunds copy', 'Refunds copy 2'])).toBe('Refunds copy 3');
    expect(copyName('Refunds copy', ['Refunds copy'])).toBe('Refunds copy 2');
    expect(copyName('', [])).toBe('Journey copy');
  });
});

/** A workflow with a webhook that Steward models, and one that it keeps as it is. */
function imported(): Journey {
  const webhook = (name: string, id: string, y: number, parameters: object) => ({
    id,
    name,
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2.1,
    position: [0, y],
    webhookId: id,
    parameters,
  });
  const read = readWorkflow(
    JSON.stringify({
      name: 'Refund triage',
      nodes: [
        webhook('Webhook', 'a1a1a1', 0, {
          path: 'refund',
          httpMethod: 'POST',
          responseMode: 'responseNode',
          options: {},
        }),
        webhook('Plain', 'b2b2b2', 200, { path: 'plain', options: { rawBody: true } }),
        { id: 'd4d4d4', name: 'Set', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [200, 0], parameters: {} },
      ],
      connections: { Webhook: { main: [[{ node: 'Set', type: 'main', index: 0 }]] } },
      settings: { executionOrder: 'v1' },
    }),
    counting('i'),
  );
  if (!read.ok) throw new Error(read.problems.join());
  return read.journey;
}
