import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  compileJourney,
  describeIssue,
  journeyProblems,
  simulateJourney,
  stepType,
  stepTypes,
  type Journey,
  type JsonObject,
} from '../../../engine/index.ts';
import { parseJourney, rulePacks } from '../../../rules/index.ts';

// A document that the schema lets through may still hold anything where parameters stand: by hand, by a tool, by malice.

const ports = { packs: rulePacks };
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    'x',
    '__proto__',
    'constructor',
    'main/0',
    'a..b',
    '="x"',
    0,
    -1,
    1e99,
    true,
    null,
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const names = [...new Set(Object.values(stepTypes).flatMap((type) => Object.keys(type.parametersSchema.properties)))];
const ids = ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd'];

const nodeType = fc.constantFrom(
  'n8n-nodes-base.webhook',
  'n8n-nodes-base.respondToWebhook',
  'n8n-nodes-steward.branch',
  'n8n-nodes-steward.riskClassification',
  'n8n-nodes-steward.decisionTable',
);
const parameters = fc.dictionary(fc.constantFrom(...names, 'source', 'constructor'), odd);
const step = fc.record(
  {
    name: fc.constantFrom('A', 'B', 'constructor', '', 'toString'),
    type: fc.constantFrom(...Object.keys(stepTypes), 'of-the-future', 'constructor'),
    parameters,
    position: fc.record({ x: fc.integer(), y: fc.integer() }),
    disabled: fc.boolean(),
    source: fc
      .tuple(fc.dictionary(fc.constantFrom('parameters', 'position', 'name', 'onError', 'typeVersion'), odd), nodeType)
      .map(([members, type]) => ({ typeVersion: 1, ...members, type })),
  },
  { requiredKeys: ['name', 'type', 'parameters', 'position'] },
);
const end = fc.record({
  step: fc.constantFrom(...ids, 'nobody'),
  port: fc.constantFrom('in', 'out', 'high', 'main/0', 'main/1', 'ai_tool/0', '', 'otherwise'),
});
const shape = fc.dictionary(fc.constantFrom('main', 'ai_tool'), odd);

const journey = fc
  .record({
    steps: fc.array(step, { maxLength: 4 }),
    links: fc.array(fc.record({ from: end, to: end }), { maxLength: 6 }),
    members: fc.dictionary(fc.constantFrom('settings', 'name', 'nodes'), odd),
    connections: fc.dictionary(fc.constantFrom(...ids), shape),
  })
  .map(({ steps, links, members, connections }) => ({
    schemaVersion: 1,
    id: 'odd',
    name: 'Odd',
    steps: steps.map((each, index) => ({ id: ids[index], ...each })),
    links: links.map((link, index) => ({ id: `l${index}`, ...link })),
    tables: {},
    workflow: { members, connections },
  }));

describe('any document that can be read', () => {
  it('compiles or says why not, has problems in words, simulates and can be edited, without a throw', () => {
    let read = 0;
    fc.assert(
      fc.property(journey, odd, (document, customer) => {
        const parsed = parseJourney(document);
        if (!parsed.ok) return;
        read += 1;
        exercise(parsed.value, customer);
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(200);
  });
});

function exercise(document: Journey, customer: unknown): void {
  const compiled = compileJourney(document, ports);
  // Links that lead nowhere would keep the compiler from looking at the steps.
  compileJourney({ ...document, links: [] }, ports);
  const issues = [...journeyProblems(document, ports), ...(compiled.ok ? [] : compiled.issues)];
  for (const issue of issues) expect(describeIssue(issue)).not.toBe('');
  simulateJourney(document, customer as JsonObject, ports);
  for (const each of document.steps) {
    const type = stepType(each);
    type.describe(each, { tables: document.tables, packs: rulePacks });
    expect(new Set(type.inputs(each).map((port) => port.id)).size).toBe(type.inputs(each).length);
    applyCommand(document, { kind: 'rename-step', step: each.id, name: 'Renamed' });
    applyCommand(document, { kind: 'set-parameters', step: each.id, parameters: {} });
    applyCommand(document, { kind: 'remove-steps', steps: [each.id] });
  }
}
