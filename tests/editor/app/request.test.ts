import { describe, expect, it } from 'vitest';
import { createApi } from '../../../editor/src/app/api.ts';
import { ApiError, asApiError } from '../../../editor/src/app/api-error.ts';
import { createLedgerApi } from '../../../editor/src/app/ledger-api.ts';
import { request, type Transport } from '../../../editor/src/app/request.ts';
import { createFakeHub, type FakeHubOptions } from '../fake-hub.ts';
import { sampleJourneys } from '../sample-journeys.ts';

function setUp(options: FakeHubOptions = {}) {
  const hub = createFakeHub(options);
  const signedOut: string[] = [];
  let id: string | null = 'browser-1';
  const transport: Transport = {
    fetch: hub.fetch,
    browserId: () => id,
    onSignedOut: () => void signedOut.push('once'),
    apiBase: '/steward/api/v1',
    wait: () => Promise.resolve(),
  };
  return { hub, transport, api: createApi(transport), signedOut, setBrowserId: (next: string | null) => (id = next) };
}

/** The error that a promise fails with. */
async function failure(promise: Promise<unknown>): Promise<ApiError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('it should have failed');
}

const answering = (answer: () => Response | Promise<Response>): Transport => ({
  ...setUp().transport,
  fetch: (async () => answer()) as typeof fetch,
});

describe('the API client', () => {
  it('asks for the browser id anew with every request, since signing out replaces it', async () => {
    const { hub, api, setBrowserId } = setUp();
    await api.me();
    setBrowserId('browser-2');
    await api.me();
    expect(hub.requests.map(({ headers }) => headers.get('browser-id'))).toEqual(['browser-1', 'browser-2']);
  });

  it('sends the revision that was on the screen as If-Match', async () => {
    const journeys = sampleJourneys();
    const { hub, api } = setUp({ journeys });
    const first = journeys[0];
    if (!first) throw new Error('there are no sample journeys');
    const saved = await api.saveJourney({ ...first.document, name: 'Refunds' }, first.revision);
    expect(saved.revision).toBe(first.revision + 1);
    expect(hub.requests.at(-1)?.headers.get('if-match')).toBe('"14"');
  });

  it('tells a conflict with the code and the newest revision', async () => {
    const journeys = sampleJourneys();
    const first = journeys[0];
    if (!first) throw new Error('there are no sample journeys');
    const { api } = setUp({ journeys });
    const error = await failure(api.deleteJourney(first.document.id, 2));
    expect(error).toMatchObject({ kind: 'problem', status: 412, code: 'revision_conflict', params: { current: 14 } });
    expect(error.message).toBe('Somebody else has saved meanwhile.');
    expect(error.advice).not.toBe('');
  });

  it('sends a person to the sign-in page on 401, once', async () => {
    const { api, signedOut } = setUp({ me: null });
    expect((await failure(api.journeys())).kind).toBe('signed-out');
    expect(signedOut).toEqual(['once']);
  });

  it('sends nobody away from a page that needs no account', async () => {
    const { api, transport, signedOut } = setUp({ me: null, ledger: { requests: 0 } });
    expect((await failure(api.me(true))).kind).toBe('signed-out');
    expect(await createLedgerApi(transport).signingKeys()).toHaveLength(1);
    expect(signedOut).toEqual([]);
  });

  it('tells a hub that stands alone by a header that its own page asks', async () => {
    const { hub, transport } = setUp({ standalone: true });
    const alone: Transport = { ...transport, standalone: true, browserId: () => null };
    expect((await createApi(alone).me()).name).toBe('Ada Lindqvist');
    expect(hub.requests[0]?.headers.get('steward-request')).toBe('1');
    expect(hub.requests[0]?.headers.has('browser-id')).toBe(false);
  });

  it('hands on an answer that is read as it comes, and words its refusal', async () => {
    const { transport } = setUp({ ledger: { requests: 2 } });
    const api = createLedgerApi(transport);
    expect(await (await api.export('decisions', { format: 'jsonl' })).text()).toMatch(/^\{"entry":/);
    expect(await failure(api.export('gone', { format: 'jsonl' }))).toMatchObject({ code: 'stream_not_found' });
  });

  it.each([403, 404, 412, 500, 503])('never sends to the sign-in page on %i', async (status) => {
    const { transport, signedOut } = setUp();
    const fetch = (async () => new Response('no', { status })) as typeof globalThis.fetch;
    const error = await failure(request({ ...transport, fetch }, '/journeys'));
    expect(error).toMatchObject({ kind: 'unexpected', status });
    expect(signedOut).toEqual([]);
  });

  it('escapes ids in addresses', async () => {
    const { hub, api } = setUp();
    await failure(api.journey('a/../b?c'));
    expect(hub.requests[0]?.path).toBe('/journeys/a%2F..%2Fb%3Fc');
  });

  it('says that nobody answered when the network is down', async () => {
    const down = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    const error = await failure(request(down, '/me'));
    expect(error.kind).toBe('offline');
    expect(error.message).not.toContain('fetch');
  });

  it('says how long it waited when no answer comes in time', async () => {
    const never = {
      ...setUp().transport,
      fetch: ((_: unknown, init: RequestInit) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        })) as typeof fetch,
    };
    const error = await failure(request(never, '/me', { timeoutSeconds: 0.02 }));
    expect(error).toMatchObject({ kind: 'timeout', message: 'No answer after 0.02 seconds.' });
  });

  it('takes a page in place of data for what it is', async () => {
    const page = answering(() => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
    expect((await failure(request(page, '/me'))).kind).toBe('unexpected');
  });

  it('hands on what the hub found wrong with a journey', async () => {
    const issues = [{ code: 'step_name_twice', path: ['steps', 1], message: 'Two steps are called “Answer”.' }];
    const body = {
      type: 'urn:steward:problem:x',
      title: 'The journey has problems',
      status: 422,
      code: 'journey_has_problems',
      issues,
    };
    const error = await failure(
      request(
        answering(() => Response.json(body, { status: 422 })),
        '/journeys/a/publish',
      ),
    );
    expect(error.issues).toEqual(issues);
  });
});

describe('asApiError', () => {
  it('keeps the words of a mistake of ours from people', () => {
    const error = asApiError(new TypeError("Cannot read properties of undefined (reading 'x')"));
    expect(error.kind).toBe('unexpected');
    expect(`${error.message} ${error.advice}`).not.toMatch(/undefined|properties/);
  });
});
