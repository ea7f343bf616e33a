import {
  permissionsOf,
  type Journey,
  type JourneySummary,
  type Me,
  type Publication,
  type Samples,
  type StoredJourney,
} from '../../engine/index.ts';
import { createFakeIdentity, type FakeIdentityOptions } from './identity/fake-identity.ts';
import { createFakeAccess, type FakeAccessOptions } from './ledger/fake-access.ts';
import { createFakeLedger, type FakeLedgerOptions } from './ledger/fake-ledger.ts';

export interface FakeHubOptions {
  journeys?: StoredJourney[];
  /** Null: nobody is signed in. */
  me?: Me | null;
  samples?: Record<string, Samples>;
  /** ISO 8601; the clock of saves. @default '2026-11-22T09:00:00.000Z' */
  now?: string;
  /** What n8n would say to publishing; without it the newest revision is published. */
  publish?: (stored: StoredJourney) => Response;
  /** Without it the hub has no ledger routes. */
  ledger?: FakeLedgerOptions;
  access?: FakeAccessOptions;
  /** Without it the hub has no routes of identity. */
  identity?: FakeIdentityOptions;
  /** Stands alone: its pages send `steward-request` in place of n8n's browser id. */
  standalone?: boolean;
}

export const ada: Me = {
  id: 'u1',
  email: 'ada@example.com',
  name: 'Ada Lindqvist',
  role: 'global:owner',
  roles: ['designer', 'publisher'],
  permissions: permissionsOf(['designer', 'publisher']),
  signedInBy: 'n8n',
};
const noSamples: Samples = { name: '', customers: [] };

/**
 * A hub in memory that answers `fetch` as `engine/contract/hub-api.ts` says: for pages without n8n, and for tests of what
 * the pages say when the hub says no.
 */
export function createFakeHub(options: FakeHubOptions = {}) {
  const { me = ada, now = '2026-11-22T09:00:00.000Z' } = options;
  const journeys = new Map((options.journeys ?? []).map((stored) => [stored.document.id, stored]));
  const samples = new Map(Object.entries(options.samples ?? {}));
  const ledger = options.ledger ? createFakeLedger(options.ledger) : null;
  const access = options.access ? createFakeAccess(options.access, now) : null;
  const identity = options.identity ? createFakeIdentity(options.identity) : null;
  const requests: { method: string; path: string; headers: Headers; body: unknown }[] = [];

  async function handle(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const method = init.method ?? 'GET';
    const { pathname, searchParams: query } = new URL(String(input), 'http://n8n.example');
    const path = pathname.replace(/^.*\/api\/v1/, '');
    const headers = new Headers(init.headers);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    requests.push({ method, path, headers, body });
    const isOwnPage = headers.get(options.standalone ? 'steward-request' : 'browser-id') !== null;
    const isPublic = path === '/ledger/signing-keys';
    if (!isPublic && (me === null || !isOwnPage)) return problem(401, 'not_signed_in', 'Sign in first');
    if (path === '/me') return json(me);
    const match = /^"(\d+)"$/.exec(headers.get('if-match') ?? '')?.[1];
    const revision = match === undefined ? null : Number(match);
    const answer =
      ledger?.handle(method, path, body) ??
      access?.handle(method, path, body) ??
      identity?.handle({ method, path, query, body, revision });
    if (answer) {
      const isText = 'text' in answer;
      const type = isText ? answer.type : answer.status < 400 ? 'application/json' : 'application/problem+json';
      return new Response(isText ? answer.text : JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'content-type': type },
      });
    }
    if (path === '/journeys')
      return method === 'POST' ? create((body as { document: Journey }).document) : json(list());
    const [, id = '', part] = /^\/journeys\/([^/]+)(?:\/(\S+))?$/.exec(path) ?? [];
    const stored = journeys.get(decodeURIComponent(id));
    if (!stored) return problem(404, 'journey_not_found', 'There is no such journey');
    if (part === 'samples') return handleSamples(stored.document.id, method, body);
    if (part === 'publish') return publish(stored, body as { revision: number });
    if (part !== undefined) return problem(404, 'not_found', 'There is nothing at this address');
    if (method === 'GET') return json(stored, 200, { etag: `"${stored.revision}"` });
    if (headers.get('if-match') !== `"${stored.revision}"`) {
      return problem(412, 'revision_conflict', 'Somebody else has saved meanwhile', { current: stored.revision });
    }
    if (method === 'DELETE') {
      journeys.delete(stored.document.id);
      return new Response(null, { status: 204 });
    }
    return save({ ...stored, document: (body as { document: Journey }).document, revision: stored.revision + 1 });
  }

  function list(): JourneySummary[] {
    return [...journeys.values()]
      .map(({ document, revision, updatedAt, updatedBy, publication }) => ({
        id: document.id,
        name: document.name,
        revision,
        updatedAt,
        updatedBy,
        stepCount: document.steps.length,
        tableCount: Object.keys(document.tables).length,
        publication,
      }))
      .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  }

  function create(document: Journey): Response {
    if (journeys.has(document.id)) return problem(409, 'journey_exists', 'A journey with this id exists already');
    save({ document, revision: 1, updatedAt: now, updatedBy: me?.name ?? '', publication: null });
    return json(journeys.get(document.id), 201);
  }

  function save(stored: StoredJourney): Response {
    const saved = { ...stored, updatedAt: now, updatedBy: me?.name ?? '' };
    journeys.set(stored.document.id, saved);
    return json(saved, 200, { etag: `"${saved.revision}"` });
  }

  function handleSamples(id: string, method: string, body: unknown): Response {
    if (method === 'PUT') samples.set(id, body as Samples);
    return json(samples.get(id) ?? noSamples);
  }

  function publish(stored: StoredJourney, { revision }: { revision: number }): Response {
    if (revision !== stored.revision) {
      return problem(412, 'revision_conflict', 'Somebody else has saved meanwhile', { current: stored.revision });
    }
    if (options.publish) return options.publish(stored);
    const publication: Publication = {
      workflowId: 'wf1',
      revision,
      versionId: `v${revision}`,
      publishedAt: now,
      publishedBy: me?.name ?? '',
      webhookUrls: {},
    };
    journeys.set(stored.document.id, { ...stored, publication });
    return json(publication);
  }

  return { fetch: handle as typeof fetch, journeys, samples, requests, ledger, access, identity };
}

function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers });
}

/** An answer of RFC 9457, as the hub words a refusal. */
export function problem(
  status: number,
  code: string,
  title: string,
  params?: Record<string, number | string>,
): Response {
  const body = { type: `urn:steward:problem:${code}`, title, status, code, ...(params && { params }) };
  return json(body, status, { 'content-type': 'application/problem+json' });
}
