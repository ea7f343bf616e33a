import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  journeyProblems,
  type JsonObject,
  type JsonValue,
} from '../../../engine/index.ts';
import { parseJourney, rulePacks } from '../../../rules/index.ts';
import { countingIds } from './journeys.ts';

const ports = { packs: rulePacks };

const jsonValue = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !JSON.stringify(value).includes('__proto__')) as fc.Arbitrary<JsonValue>;
const memberName = fc.constantFrom(
  'credentials',
  'notes',
  'retryOnFail',
  'webhookId',
  'onError',
  'somethingNew',
  'constructor',
);
const nodeName = fc.constantFrom('A', 'B', 'C', 'Set Field', 'constructor', 'toString', '0', 'a "quoted" one', '');

const nodeType = fc.constantFrom(
  'n8n-nodes-base.noOp',
  'n8n-nodes-base.webhook',
  'n8n-nodes-base.respondToWebhook',
  'n8n-nodes-steward.branch',
  'n8n-nodes-steward.riskClassification',
  'n8n-nodes-steward.decisionTable',
  '@n8n/n8n-nodes-langchain.lmChatOpenAi',
  'CUSTOM.thing',
);

/** Nodes as they come: without ids or with the same ones, of any type and version, switched off, with unknown members. */
const node = fc
  .record(
    {
      id: fc.constantFrom('11111111-a', '11111111-b', '22222222', ''),
      name: nodeName,
      type: fc.oneof(nodeType, jsonValue),
      typeVersion: fc.constantFrom<JsonValue>(1, 1.1, 1.4, 2, 2.1, 3, 'x', null),
      position: fc.oneof(fc.tuple(fc.integer(), fc.integer()), jsonValue),
      parameters: fc.oneof(knownParameters(), fc.dictionary(memberName, jsonValue), jsonValue),
      disabled: fc.constantFrom<JsonValue>(true, false, null),
    },
    { requiredKeys: ['name'] },
  )
  .chain((base) => fc.dictionary(memberName, jsonValue, { maxKeys: 2 }).map((more) => ({ ...more, ...base })));

/** Parameters that the known step types may recognize. */
function knownParameters(): fc.Arbitrary<JsonObject> {
  return fc.constantFrom<JsonObject>(
    { httpMethod: 'POST', path: 'try', responseMode: 'responseNode', options: {} },
    { httpMethod: 'POST', path: 'try', responseMode: 'responseNode' },
    { respondWith: 'json', responseBody: '={{ { "a": "x", "b": $json?.["body"]?.["c"] ?? null } }}', options: {} },
    { options: { responseCode: 202 } },
    { field: 'a.b', cases: { values: [{ label: 'x', test: '> 1' }] }, valueType: 'number' },
    { rules: 'pack' },
    {},
  );
}

const target = fc.oneof(
  fc.record({ node: nodeName, type: fc.constantFrom('main', 'ai_tool', 'a/b', ''), index: fc.nat(3) }),
  fc.record(
    { node: fc.oneof(nodeName, jsonValue), type: jsonValue, index: jsonValue, more: jsonValue },
    { requiredKeys: [] },
  ),
) as fc.Arbitrary<JsonObject>;
const outputs = fc.dictionary(
  fc.constantFrom('main', 'ai_tool', 'ai_languageModel', 'a/b', ''),
  fc.array(fc.oneof(fc.constant(null), fc.array(target, { maxLength: 3 })), { maxLength: 3 }),
);

/** What n8n may have written, and what people made of it by hand. */
const workflow = fc
  .record(
    {
      name: fc.oneof(fc.string(), jsonValue),
      description: jsonValue,
      nodes: fc.array(node, { maxLength: 6 }),
      connections: fc.dictionary(fc.oneof(nodeName, fc.constant('Nobody')), outputs),
      settings: jsonValue,
      pinData: jsonValue,
    },
    { requiredKeys: ['nodes'] },
  )
  .filter((candidate) => !JSON.stringify(candidate).includes('__proto__'));

describe('importing and compiling', () => {
  it('loses nothing of any workflow', () => {
    fc.assert(
      fc.property(workflow, (original) => {
        const before = JSON.stringify(original);
        const imported = importWorkflow(original, { id: 'imported', newId: countingIds() });
        if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
        const compiled = compileJourney(imported.value, ports);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
        // A workflow without connections gets an empty object, because n8n asks for one.
        expect(JSON.parse(JSON.stringify(compiled.value))).toEqual({ connections: {}, ...JSON.parse(before) });
        expect(JSON.stringify(original)).toBe(before);
      }),
      { numRuns: 400 },
    );
  });

  it('gives steps with ids that n8n’s addresses can tell apart, and a document that can be read', () => {
    fc.assert(
      fc.property(workflow, (original) => {
        const imported = importWorkflow(original, { id: 'imported', newId: countingIds() });
        if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
        const prefixes = imported.value.steps.map((step) => step.id.slice(0, 6));
        expect(new Set(prefixes).size).toBe(prefixes.length);
        expect(new Set(imported.value.links.map((link) => link.id)).size).toBe(imported.value.links.length);
        journeyProblems(imported.value, ports);
        if (original.nodes.every((candidate) => candidate.name !== '')) {
          expect(parseJourney(imported.value)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names duplicate names as a problem, and keeps the nodes', () => {
    const twin = (id: string) => ({ id, name: 'Twin', type: 'x.y', typeVersion: 1, position: [0, 0], parameters: {} });
    const original = {
      nodes: [twin('aaaaaa'), twin('bbbbbb')],
      connections: { Twin: { main: [[{ node: 'Twin', type: 'main', index: 0 }]] } },
    };
    const imported = importWorkflow(original, { id: 'twins', newId: countingIds() });
    if (!imported.ok) throw new Error('not imported');
    expect(compileJourney(imported.value, ports)).toEqual({ ok: true, value: original });
    expect(journeyProblems(imported.value, ports).map((issue) => issue.code)).toContain('step_name_taken');
    // n8n means the last one that bears the name.
    expect(imported.value.links[0]?.from.step).toBe('bbbbbb');
  });
});
