import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect, onTestFinished } from 'vitest';
import type { Journey, Problem } from '../../engine/index.ts';
import type { KeyScope } from '../../engine/index.ts';
import type { HubOptions, HubPart } from '../../hub/src/hub.ports.ts';
import type { N8nClient } from '../../hub/src/n8n/n8n.client.ts';
import type { AccessPorts } from '../../hub/src/people/access.ts';
import { hubLifecycle } from '../../hub/src/http/lifecycle.ts';
import { createHub } from '../../hub/src/server.ts';
import { openDatabase } from '../../hub/src/storage/database.ts';
import { NodeSqliteDialect } from '../../hub/src/storage/node-sqlite.dialect.ts';
import { storageOver } from '../../hub/src/storage/storage.ts';
import { FakeN8n, signedIn } from './fake-n8n.ts';
import { answerCheck, type AnswerCheck } from './http/answer-check.ts';
import type { OpenApiDocument } from './http/openapi-document.ts';

export const startOfTime = Date.UTC(2026, 10, 22, 9, 0, 0);

export interface TestHubOptions extends HubOptions {
  designer?: boolean;
  /** @default the people of the fake n8n */
  identify?: AccessPorts['identify'];
  parts?: HubPart[];
  /** In place of the fake. */
  n8n?: N8nClient;
  /** Waits pass on the clock of the test alone, unless n8n is a real one. */
  realWait?: boolean;
}

/** A hub over an empty store in memory, with a fake n8n and a clock that stands until it is moved. */
export async function testHub(options: TestHubOptions = {}) {
  const n8n = new FakeN8n();
  const logLines: string[] = [];
  const clock = { time: startOfTime };
  const storage = storageOver(await openDatabase(new NodeSqliteDialect({ file: ':memory:' })));
  const designerFolder = builtDesigner(options.designer ?? true);
  const lifecycle = hubLifecycle();
  let requests = 0;

  const app = await createHub(
    {
      storage,
      n8n: options.n8n ?? n8n,
      ...(options.identify && { identify: options.identify }),
      ...(options.parts && { parts: options.parts }),
      lifecycle,
      clock: {
        now: () => clock.time,
        async wait(ms) {
          clock.time += ms;
          if (options.realWait) await sleep(ms);
        },
      },
      newId: () => `request-${++requests}`,
      log: { level: 'debug', stream: { write: (line) => void logLines.push(line) } },
      designerFolder,
    },
    options,
  );
  onTestFinished(async () => {
    await app.close();
    await storage.close();
    rmSync(designerFolder, { recursive: true, force: true });
  });

  const faults = checkAnswers(app);
  onTestFinished(() => {
    expect(faults).toEqual([]);
  });

  /** Sends a request as the signed-in Olive. */
  const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, headers: object = {}) =>
    app.inject({
      method,
      url: `/steward/api/v1${url}`,
      headers: { ...signedIn, ...headers },
      ...(body !== undefined && { payload: body }),
    });

  return { app, n8n, storage, clock, logLines, send, lifecycle };
}

/** Holds every answer that a test gets against the OpenAPI document; what is wrong with them, in order. */
function checkAnswers(app: FastifyInstance): string[] {
  const faults: string[] = [];
  let check: AnswerCheck | undefined;
  const inject = app.inject.bind(app) as (options: InjectOptions) => ReturnType<FastifyInstance['inject']>;
  const checked = async (options: InjectOptions | string) => {
    const request = typeof options === 'string' ? { url: options } : options;
    const answer = await inject(request);
    check ??= answerCheck(app.swagger() as unknown as OpenApiDocument);
    const fault = check(String(request.method ?? 'GET'), String(request.url), answer);
    if (fault !== null) faults.push(fault);
    return answer;
  };
  return Object.assign(app, { inject: checked }) && faults;
}

/** Takes every request for one of a machine whose key has these scopes. */
export function apiKeyHolder(...scopes: KeyScope[]): AccessPorts['identify'] {
  return () =>
    Promise.resolve({ kind: 'key', id: 'testkey00001', name: 'Tests', permissions: scopes, expiresAt: null });
}

function builtDesigner(built: boolean): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-designer-'));
  if (!built) return folder;
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html><head><script type="module" src="/steward/assets/main-abc12345.js"></script></head><body></body></html>',
  );
  writeFileSync(path.join(folder, 'assets', 'main-abc12345.js'), 'export {};\n');
  writeFileSync(path.join(folder, 'assets', 'plain.css'), 'body {}\n');
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
  writeFileSync(path.join(folder, '.secret'), 'no\n');
  return folder;
}

/** A journey that runs: a webhook that answers. */
export function journey(changes: Partial<Journey> = {}): Journey {
  return {
    schemaVersion: 1,
    id: 'refunds',
    name: 'Refunds',
    steps: [
      {
        id: 'hook01-start',
        name: 'Request',
        type: 'webhook-trigger',
        parameters: { path: 'refunds', method: 'POST' },
        position: { x: 0, y: 0 },
      },
      {
        id: 'answer-01',
        name: 'Answer',
        type: 'respond',
        parameters: { status: 200, answer: 'item', fields: [] },
        position: { x: 240, y: 0 },
      },
    ],
    links: [{ id: 'l1', from: { step: 'hook01-start', port: 'out' }, to: { step: 'answer-01', port: 'in' } }],
    tables: {},
    workflow: { members: { settings: { executionOrder: 'v1' } } },
    ...changes,
  };
}

export function problemOf(response: { json(): unknown }): Problem {
  return response.json() as Problem;
}
