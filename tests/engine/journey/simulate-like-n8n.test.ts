import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  simulateJourney,
  type Journey,
  type JsonObject,
  type N8nNode,
  type N8nWorkflow,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { refundCustomers } from '../../../examples/refund-triage/customers.ts';
import refundTriage from '../../../examples/refund-triage/journey.json' with { type: 'json' };
import cases from '../../cases/journey/order-of-execution.json' with { type: 'json' };
import { FakeHub } from '../../nodes/fake-hub.ts';
import { serveHub } from '../../nodes/hub-server.ts';
import { countingIds } from './journeys.ts';
import { runOnN8n } from './run-on-n8n.ts';

// What runs is what was simulated: the same workflow on n8n's own engine and in the simulator, the same path and answer.

const ports = { packs: rulePacks };

/** Where steps record their decisions in n8n; a simulation records nothing. */
const hub = new FakeHub();
let server: Awaited<ReturnType<typeof serveHub>>;
beforeAll(async () => {
  server = await serveHub(hub);
});
afterAll(() => server.close());

async function expectAlike(journey: Journey, customer: JsonObject): Promise<void> {
  const compiled = compileJourney(journey, ports);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  const trigger = journey.steps.find((step) => step.type === 'webhook-trigger');
  if (trigger === undefined) throw new Error('no trigger');
  const item = { headers: {}, params: {}, query: {}, body: customer };
  const real = await runOnN8n(compiled.value, trigger.name, item, { url: hub.address, apiKey: hub.key });
  const simulated = simulateJourney(journey, customer, ports);
  const nameOf = new Map(journey.steps.map((step) => [step.id, step.name]));
  expect({
    path: simulated.path.map((id) => nameOf.get(id)),
    response: simulated.outcome,
    failed: simulated.error !== null,
  }).toEqual({ path: real.path, response: real.response, failed: real.error !== null });
}

describe('the simulator and n8n’s engine', () => {
  it.each(cases)('agree: $name', async ({ workflow: original, customer: body, path, response, failed }) => {
    const imported = importWorkflow(original, { id: 'case', newId: countingIds() });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    const real = await runOnN8n(original as unknown as N8nWorkflow, 'In', {
      headers: {},
      params: {},
      query: {},
      body: body as JsonObject,
    });
    expect({ path: real.path, response: real.response, failed: real.error !== null }).toEqual({
      path,
      response,
      failed,
    });
    await expectAlike(imported.value, body as JsonObject);
  });

  it('agree on customers of the refund example', async () => {
    for (const customer of refundCustomers(60)) await expectAlike(refundTriage as Journey, customer);
  });

  it('agree on random workflows: order, forks, joins, switched-off steps, errors and n8n’s settings for them', async () => {
    await fc.assert(
      fc.asyncProperty(
        workflow(),
        fc.array(customer(), { minLength: 1, maxLength: 3 }),
        async (original, customers) => {
          const imported = importWorkflow(original, { id: 'random', newId: countingIds() });
          if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
          for (const each of customers) await expectAlike(imported.value, each);
        },
      ),
      { numRuns: 250 },
    );
  }, 120_000);

  it('agree on what an answer’s expression gives', async () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'a.b',
      '0',
      'length',
      'x y',
      'ä"\\',
      "it's",
      '}}',
      '{{',
      '${x}',
      '`',
      '$json',
      '\u2028',
    );
    const value: fc.Arbitrary<unknown> = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(word, fc.jsonValue({ maxDepth: 1 })),
    );
    const field = fc.record({
      name: fc.oneof(word, fc.string({ minLength: 1 })).filter((name) => name !== '__proto__'),
      from: fc.constantFrom('value', 'field'),
      value: fc.oneof(
        word,
        fc.tuple(word, word, word).map((words) => `body.${words.join('.')}`),
        fc.constantFrom("body['a.b']", 'body["x y"][0]', 'body[0].a'),
        fc.string(),
      ),
    });
    const readable = (path: string) =>
      path !== '' &&
      path.split('.').every((part) => part !== '' && !(part in Object.prototype) && part !== 'prototype');
    const fields = fc
      .uniqueArray(field, { selector: (entry) => entry.name, maxLength: 4 })
      .map((list) => list.filter((entry) => entry.from === 'value' || readable(entry.value)));
    await fc.assert(
      fc.asyncProperty(fields, fc.dictionary(word, value), async (list, body) => {
        if (JSON.stringify(body).includes('__proto__')) return;
        const journey: Journey = {
          schemaVersion: 1,
          id: 'answers',
          name: 'Answers',
          steps: [
            {
              id: 'intake',
              name: 'In',
              type: 'webhook-trigger',
              parameters: { path: 'x', method: 'POST' },
              position: { x: 0, y: 0 },
            },
            {
              id: 'answer',
              name: 'Out',
              type: 'respond',
              parameters: { status: 201, answer: 'fields', fields: list },
              position: { x: 0, y: 0 },
            },
          ],
          links: [{ id: 'l', from: { step: 'intake', port: 'out' }, to: { step: 'answer', port: 'in' } }],
          tables: {},
          workflow: { members: { settings: { executionOrder: 'v1' } } },
        };
        await expectAlike(journey, body as JsonObject);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

function customer(): fc.Arbitrary<JsonObject> {
  return fc.record({
    n: fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom<string | null>('wrong', null),
    ),
    customer: fc.record({ vulnerable: fc.boolean() }),
  });
}

/** A webhook and up to nine steps behind it, linked forward, at positions that often tie. */
function workflow(): fc.Arbitrary<N8nWorkflow> {
  return fc
    .record({
      order: fc.constantFrom('v1', 'v1', 'v1', undefined),
      steps: fc.array(step(), { minLength: 1, maxLength: 9 }),
      links: fc.array(fc.tuple(fc.nat(9), fc.nat(3), fc.nat(8), fc.nat(1)), { minLength: 1, maxLength: 22 }),
    })
    .map(({ order, steps, links }): N8nWorkflow => {
      const webhook = { httpMethod: 'POST', path: 'x', responseMode: 'responseNode', options: {} };
      const nodes = [
        { ...base('n8n-nodes-base.webhook', 2.1, webhook), position: [0, 0] as [number, number] },
        ...steps,
      ].map((node, index) => ({ ...node, id: `${index}`.repeat(8), name: `N${index}` }) as N8nNode);
      const connections: N8nWorkflow['connections'] = {};
      for (const [from, output, ahead, input] of [[0, 0, 0, 0] as const, ...links]) {
        const source = nodes[from];
        const target = nodes[from + 1 + ahead];
        if (source === undefined || target === undefined || output >= outputCount(source)) continue;
        const lists = ((connections[source.name] ??= { main: [] })['main'] ??= []);
        while (lists.length <= output) lists.push([]);
        // v0 looks for missing inputs of a join elsewhere; joins are compared in the order that n8n uses today.
        const isJoin = target.type === 'n8n-nodes-base.merge' && order === 'v1';
        lists[output]?.push({ node: target.name, type: 'main', index: isJoin ? input : 0 });
      }
      return { nodes, connections, settings: order === undefined ? {} : { executionOrder: order } };
    });
}

function outputCount(node: N8nNode): number {
  const counts: Record<string, number> = { 'n8n-nodes-steward.branch': 3, 'n8n-nodes-steward.riskClassification': 4 };
  return (counts[node.type] ?? 1) + (node['onError'] === 'continueErrorOutput' ? 1 : 0);
}

const table = {
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'n', name: 'N', path: 'n', type: 'number' }],
  outputs: [{ id: 'size', name: 'Size', type: 'string' }],
  rows: [
    { id: 'r1', when: { n: '< 3' }, then: { size: 'small' } },
    { id: 'r2', when: { n: '[3..7]' }, then: { size: 'medium' } },
  ],
};

/** Not at all, about nobody, or about somebody whom not every customer names. */
function recording(): fc.Arbitrary<JsonObject> {
  return fc.constantFrom<JsonObject>({}, { record: 'hub' }, { record: 'hub', subjectField: 'body.n' });
}

function step(): fc.Arbitrary<Omit<N8nNode, 'name'>> {
  const cases = {
    values: [
      { label: 'low', test: '< 4' },
      { label: 'high', test: '> 6' },
    ],
  };
  const noMatch = fc.constantFrom('error', 'continue');
  return fc
    .tuple(
      fc.oneof(
        noMatch.map((choice) =>
          base('n8n-nodes-steward.decisionTable', 1, {
            table: JSON.stringify(table),
            dataField: 'body',
            noMatch: choice,
          }),
        ),
        fc.constant(base('n8n-nodes-steward.branch', 1, { field: 'body.n', valueType: 'number', cases })),
        fc.constant(base('n8n-nodes-steward.riskClassification', 1, { rules: 'pack', dataField: 'body' })),
        fc.constantFrom(200, 202).map((responseCode) =>
          base('n8n-nodes-base.respondToWebhook', 1.4, {
            respondWith: 'json',
            responseBody:
              '={{ { "size": $json?.["decision"]?.["size"] ?? null, "by": $json?.["steward"]?.["decisions"]?.["0"]?.["step"] ?? null } }}',
            options: { responseCode },
          }),
        ),
        fc.constant(base('n8n-nodes-steward.decisionLog', 1, { outcomeField: 'body.n', deciderName: 'Staff' })),
        fc.constant(base('n8n-nodes-base.noOp', 1, {})),
        fc.constant(base('n8n-nodes-base.merge', 3, {})),
      ),
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
      fc.record(
        {
          disabled: fc.constantFrom(true, false, false),
          onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
          alwaysOutputData: fc.constantFrom(true, false),
          executeOnce: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    )
    .chain(([node, [x, y], settings]) =>
      recording().map((recorded) => {
        const records = String(node['type']).startsWith('n8n-nodes-steward.');
        // The log always records.
        const isDecider = records && node['type'] !== 'n8n-nodes-steward.decisionLog';
        const plain = node['parameters'] as JsonObject;
        const parameters = isDecider ? { ...plain, ...recorded } : plain;
        const credentials = records ? { stewardHubApi: { id: '1', name: 'Steward Hub' } } : undefined;
        const place = [x * 160, y * 160] as [number, number];
        return { ...node, ...settings, parameters, ...(credentials && { credentials }), position: place };
      }),
    );
}

function base(type: string, typeVersion: number, parameters: JsonObject): Omit<N8nNode, 'name'> {
  return { type, typeVersion, position: [0, 0], parameters };
}
