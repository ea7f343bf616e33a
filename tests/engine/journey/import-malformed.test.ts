import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIssue, importWorkflow } from '../../../engine/index.ts';
import { parseJourney } from '../../../rules/index.ts';
import { countingIds } from './journeys.ts';

const read = (workflow: unknown) => importWorkflow(workflow, { id: 'imported', newId: countingIds() });
const node = (more: object = {}) => ({
  name: 'A',
  type: 'x.y',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
  ...more,
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
  return value;
}

const cyclic: Record<string, unknown> = { nodes: [node()] };
cyclic['self'] = { around: cyclic };

describe('a malformed workflow', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'workflow_not_object'],
    ['null', null, 'workflow_not_object'],
    ['a text', 'nodes', 'workflow_not_object'],
    ['a list', [node()], 'workflow_not_object'],
    ['an object without nodes', { connections: {} }, 'workflow_without_nodes'],
    ['nodes by name', { nodes: { A: node() } }, 'workflow_without_nodes'],
    ['a node that is a text', { nodes: ['A'] }, 'node_not_object'],
    ['a node that is null', { nodes: [null] }, 'node_not_object'],
    ['a node without a name', { nodes: [node({ name: undefined })] }, 'node_without_name'],
    ['a node whose name is a number', { nodes: [node({ name: 7 })] }, 'node_without_name'],
    ['connections as a list', { nodes: [], connections: [] }, 'connections_not_object'],
    ['connections as null', { nodes: [], connections: null }, 'connections_not_object'],
    ['connections of a node as a list', { nodes: [], connections: { A: [] } }, 'connection_malformed'],
    ['outputs as an object', { nodes: [], connections: { A: { main: {} } } }, 'connection_malformed'],
    ['an output as a text', { nodes: [], connections: { A: { main: ['B'] } } }, 'connection_malformed'],
    ['a target as a text', { nodes: [], connections: { A: { main: [['B']] } } }, 'connection_malformed'],
    ['a target that is null', { nodes: [], connections: { A: { main: [[null]] } } }, 'connection_malformed'],
    ['nesting without end', { nodes: [node({ parameters: nested(100_000) })] }, 'workflow_too_deep'],
    ['nesting one level too deep', { settings: nested(91), nodes: [] }, 'workflow_too_deep'],
    ['an object that contains itself', cyclic, 'workflow_too_deep'],
    [
      '__proto__ in parameters',
      JSON.parse('{"nodes":[{"name":"A","parameters":{"__proto__":{"x":1}}}]}'),
      'workflow_reserved_key',
    ],
    ['__proto__ at the top', JSON.parse('{"nodes":[],"__proto__":{"x":1}}'), 'workflow_reserved_key'],
    ['a node called __proto__', JSON.parse('{"nodes":[],"connections":{"__proto__":{}}}'), 'workflow_reserved_key'],
  ])('%s gets a message', (_, workflow, code) => {
    const result = read(workflow);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toContain(code);
    if (result.ok) return;
    for (const issue of result.issues) expect(describeIssue(issue)).toMatch(/^.{25,}\.$/);
  });

  it('that nests as deep as is allowed is read', () => {
    expect(read({ settings: nested(90), nodes: [] })).toMatchObject({ ok: true });
  });

  it.each([
    ['nests too deep', `${'{"d":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['uses a name that JavaScript keeps for itself', '{"__proto__": 1}'],
  ])('holds a table whose JSON text %s: the node is kept as it is', (_, facts) => {
    const table = `{"schemaVersion":1,"id":"t","name":"T","version":"1","hitPolicy":"first","inputs":[],"outputs":[{"id":"o","name":"O","type":"string"}],"rows":[],"tests":[{"name":"x","outcome":null,"facts":${facts}}]}`;
    const decide = node({ type: 'n8n-nodes-steward.decisionTable', typeVersion: 1, parameters: { table } });
    const result = read({ nodes: [decide], connections: {} });
    expect(result.ok && result.value.steps.map(({ type }) => type)).toEqual(['opaque']);
    expect(result.ok && parseJourney(JSON.parse(JSON.stringify(result.value)))).toMatchObject({ ok: true });
  });

  it('gives a step another id than __proto__, which no journey could hold', () => {
    const result = read({
      nodes: [node({ id: '__proto__' }), node({ name: 'B', id: 'b' })],
      connections: { A: { main: [[], []] } },
    });
    expect(result.ok && parseJourney(JSON.parse(JSON.stringify(result.value)))).toMatchObject({ ok: true });
  });

  it('with thousands of problems names some of them', () => {
    const result = read({ nodes: Array.from({ length: 5000 }, () => null) });
    expect(result.ok ? 0 : result.issues.length).toBe(20);
  });

  it('of 10 MB is read in reasonable time', () => {
    const nodes = Array.from({ length: 5000 }, (_, index) =>
      node({ name: `N${index}`, parameters: { text: 'x'.repeat(2000) } }),
    );
    const connections = Object.fromEntries(
      nodes.map(({ name }, index) => [name, { main: [[{ node: `N${index + 1}`, type: 'main', index: 0 }]] }]),
    );
    const start = performance.now();
    expect(read({ nodes, connections })).toMatchObject({ ok: true });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (anything) => {
          read(anything);
          read({ nodes: anything });
          read({ nodes: [anything] });
          read({ nodes: [node()], connections: anything });
          read({ nodes: [node({ parameters: anything })], connections: { A: anything } });
          read({ nodes: [node(), node({ name: 'B' })], connections: { A: { main: [[anything]] } } });
        },
      ),
      { numRuns: 200 },
    );
  });
});
