import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissions } from '../../../engine/index.ts';
import { journey, testHub } from '../test-hub.ts';
import { routesOf, titleOf, type OpenApiDocument, type Schema } from './openapi-document.ts';
import { wholeHub } from './whole-hub.ts';

let hub: Awaited<ReturnType<typeof wholeHub>>;
let document: OpenApiDocument;
beforeAll(async () => {
  hub = await wholeHub();
  document = (await hub.app.inject({ url: '/steward/api/v1/openapi.json' })).json();
});
afterAll(() => hub.close());

/** Pages and files: what a browser asks for, not a program. */
const notDescribed = new Set(
  ['', '/', '/*', '/n8n/menu.js', '/api/v1', '/api/v1/', '/api/v1/*'].map((path) => `/steward${path}`),
);

test('every route that is registered is in the document', () => {
  const described = new Set(
    routesOf(document).map(({ method, path }) => `${method} /steward${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const registered = registeredRoutes(hub.app.printRoutes({ commonPrefix: false }));
  const open = registered.filter(({ url }) => !notDescribed.has(url)).map(({ method, url }) => `${method} ${url}`);
  expect(open.length).toBeGreaterThan(20);
  expect(new Set(open)).toEqual(described);
});

test('it is an OpenAPI 3.1 document that says where it stands', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Steward hub' }, servers: [{ url: '/steward' }] });
  expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('behind a proxy that strips a prefix it names the address that the browser knows', async () => {
  const { app } = await testHub({ n8nPath: '/n8n/' });
  const answer = await app.inject({ url: '/steward/api/v1/openapi.json' });
  expect(answer.json()).toMatchObject({ servers: [{ url: '/n8n/steward' }] });
});

test('operations have a name of their own, words, a tag and what they need', () => {
  const routes = routesOf(document);
  const ids = routes.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const needs = new Set<string>([...permissions, 'signed-in', 'anyone']);
  for (const route of routes) {
    const { operation } = route;
    expect([titleOf(route), operation.operationId]).toEqual([titleOf(route), expect.stringMatching(/^[a-z]\w+$/)]);
    expect([titleOf(route), operation.summary?.length]).toEqual([titleOf(route), expect.any(Number)]);
    expect(operation.tags).toHaveLength(1);
    expect([titleOf(route), needs.has(operation['x-needs'])]).toEqual([titleOf(route), true]);
    expect(operation.security).toHaveLength(operation['x-needs'] === 'anyone' ? 0 : 3);
  }
});

describe('the structure of OpenAPI 3.1', () => {
  test('parameters of the path are declared, and no others', () => {
    for (const route of routesOf(document)) {
      const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (route.operation.parameters ?? []).filter(({ in: place }) => place === 'path');
      expect([titleOf(route), declared.map(({ name }) => name)]).toEqual([titleOf(route), named]);
      expect(declared.every(({ required }) => required === true)).toBe(true);
    }
  });

  test('every answer has a description, and the refusals are problems', () => {
    for (const route of routesOf(document)) {
      const { responses } = route.operation;
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      for (const [status, { description, content }] of Object.entries(responses)) {
        expect([titleOf(route), status, description]).toEqual([titleOf(route), status, expect.stringMatching(/./)]);
        if (Number(status) < 400) continue;
        expect([titleOf(route), status, Object.keys(content ?? {})]).toEqual([
          titleOf(route),
          status,
          ['application/problem+json'],
        ]);
      }
    }
  });

  test('references lead somewhere, and security schemes are those that are declared', () => {
    const schemes = Object.keys(document.components.securitySchemes);
    for (const { operation } of routesOf(document)) {
      for (const requirement of operation.security)
        for (const name of Object.keys(requirement)) expect(schemes).toContain(name);
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => String(target));
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\//);
      expect(Object.keys(document.components.schemas)).toContain(reference.split('/').at(-1));
    }
  });

  test('schemas are those of JSON Schema 2020-12, without what only 3.0 or older drafts have', () => {
    const faults: string[] = [];
    for (const [where, schema] of schemasOf(document)) {
      for (const keyword of ['nullable', 'definitions', 'dependencies', 'additionalItems', 'id', '$id']) {
        if (keyword in schema) faults.push(`${where}: ${keyword}`);
      }
      if (Array.isArray(schema['items'])) faults.push(`${where}: a list of items`);
      if (typeof schema['exclusiveMinimum'] === 'boolean') faults.push(`${where}: exclusiveMinimum`);
    }
    expect(faults).toEqual([]);
  });
});

test('open documents are sent as they are kept', async () => {
  const { send, n8n } = await testHub();
  const document = journey({
    workflow: {
      members: { settings: { executionOrder: 'v1', unheardOf: { deep: [1, null, { ключ: '…' }] } }, pinData: {} },
    },
  });
  const created = await send('POST', '/journeys', { document });
  expect(created.json().document).toEqual(document);
  expect((await send('GET', '/journeys/refunds')).json().document).toEqual(document);
  const samples = { name: 's', customers: [{ a: 1.5, b: null, c: [{}], '0': 'x' }] };
  expect((await send('PUT', '/journeys/refunds/samples', samples)).json()).toEqual(samples);
  expect((await send('GET', '/journeys/refunds/samples')).json()).toEqual(samples);
  await send('POST', '/journeys/refunds/publish', { revision: 1 });
  n8n.edit('w1', (workflow) => ({ ...workflow, nodeGroups: [{ any: 'thing' }] }));
  const held = await send('GET', '/journeys/refunds/n8n-workflow');
  expect(held.json()).toEqual(n8n.workflows.get('w1')?.workflow);
  expect(held.json()).toMatchObject({ nodeGroups: [{ any: 'thing' }] });
});

/** What Fastify has registered, read from its own drawing of the tree. */
function registeredRoutes(tree: string): { method: string; url: string }[] {
  const stack: { depth: number; part: string }[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^([\s│├└─]*)(\S*?)(?: \((.*)\))?$/.exec(line);
    if (!match || line.trim() === '') return [];
    const depth = match[1]?.length ?? 0;
    while ((stack.at(-1)?.depth ?? -1) >= depth) stack.pop();
    stack.push({ depth, part: match[2] ?? '' });
    const url = stack.map(({ part }) => part).join('');
    return (match[3] ?? '')
      .split(', ')
      .filter((method) => ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].includes(method))
      .map((method) => ({ method, url }));
  });
}

function schemasOf(document: OpenApiDocument): [string, Schema][] {
  const roots: [string, unknown][] = Object.entries(document.components.schemas);
  for (const route of routesOf(document)) {
    const { parameters = [], requestBody, responses } = route.operation;
    for (const { name, schema } of parameters) roots.push([`${titleOf(route)} ${name}`, schema]);
    for (const { schema } of Object.values(requestBody?.content ?? {})) roots.push([`${titleOf(route)} body`, schema]);
    for (const [status, { content = {} }] of Object.entries(responses)) {
      for (const { schema } of Object.values(content)) roots.push([`${titleOf(route)} ${status}`, schema]);
    }
  }
  return roots.flatMap(([where, schema]) => nested(where, schema));
}

function nested(where: string, value: unknown): [string, Schema][] {
  if (Array.isArray(value)) return value.flatMap((item) => nested(where, item));
  if (typeof value !== 'object' || value === null) return [];
  const schema = value as Schema;
  // What stands under `properties` are names of members, not keywords.
  return Object.entries(schema).reduce<[string, Schema][]>(
    (found, [key, inner]) =>
      key === 'properties' || key === 'patternProperties'
        ? [...found, ...Object.entries(inner as Schema).flatMap(([name, member]) => nested(`${where}.${name}`, member))]
        : ['const', 'enum', 'default', 'example'].includes(key)
          ? found
          : [...found, ...nested(where, inner)],
    [[where, schema]],
  );
}
