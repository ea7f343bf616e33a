import { beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../editor/src/app/api.ts';
import type { Transport } from '../../../editor/src/app/request.ts';
import { loadJourneys, useJourneys } from '../../../editor/src/journeys/journeys-store.ts';
import { createFakeHub, problem } from '../fake-hub.ts';
import { sampleJourneys } from '../sample-journeys.ts';

type Trouble = () => Response;

const down: Trouble = () => {
  throw new TypeError('Failed to fetch');
};

/** A hub whose first answers are trouble. */
function troubled(...troubles: Trouble[]) {
  const hub = createFakeHub({ journeys: sampleJourneys() });
  const waited: number[] = [];
  const signedOut: string[] = [];
  let asked = 0;
  const transport: Transport = {
    fetch: (async (input: RequestInfo | URL, init?: RequestInit) => {
      asked += 1;
      const trouble = troubles.shift();
      return trouble ? trouble() : hub.fetch(input, init);
    }) as typeof fetch,
    browserId: () => 'browser-1',
    onSignedOut: () => void signedOut.push('sent'),
    wait: (ms) => {
      waited.push(ms);
      return Promise.resolve();
    },
    apiBase: '/steward/api/v1',
  };
  return { api: createApi(transport), waited, signedOut, asked: () => asked };
}

const refusing =
  (status: number, headers: Record<string, string> = {}): Trouble =>
  () =>
    new Response('no', { status, headers });

describe('a question that only reads', () => {
  it.each([
    ['the network is gone for a moment', down],
    ['n8n is starting', refusing(503)],
    ['n8n asks for a pause', refusing(429)],
    ['n8n does not know for a moment who is signed in', () => problem(401, 'not_signed_in', 'Sign in')],
  ])('is asked again when %s', async (_, trouble) => {
    const { api, signedOut, waited } = troubled(trouble);
    expect(await api.journeys()).toHaveLength(6);
    expect(signedOut).toEqual([]);
    expect(waited).toEqual([300]);
  });

  it('waits as long as the server asks for, within reason', async () => {
    const patient = troubled(refusing(429, { 'retry-after': '2' }));
    await patient.api.me();
    expect(patient.waited).toEqual([2000]);
    const refused = troubled(refusing(429, { 'retry-after': '60' }));
    await expect(refused.api.me()).rejects.toMatchObject({ status: 429 });
    expect(refused.waited).toEqual([]);
  });

  it('is given up after the third time', async () => {
    const { api, asked } = troubled(down, down, down);
    await expect(api.journeys()).rejects.toMatchObject({ kind: 'offline' });
    expect(asked()).toBe(3);
  });

  it('sends to the sign-in page when n8n says twice that nobody is signed in', async () => {
    const { api, signedOut } = troubled(refusing(401), refusing(401));
    await expect(api.journeys()).rejects.toMatchObject({ kind: 'signed-out' });
    expect(signedOut).toEqual(['sent']);
  });

  it('is not asked again about what will not pass', async () => {
    const { api, asked } = troubled(refusing(404));
    await expect(api.journey('x')).rejects.toMatchObject({ status: 404 });
    expect(asked()).toBe(1);
  });
});

it('what changes something is never sent twice', async () => {
  const [first] = sampleJourneys();
  if (!first) throw new Error('there are no sample journeys');
  const { api, asked } = troubled(refusing(503));
  await expect(api.saveJourney(first.document, first.revision)).rejects.toMatchObject({ status: 503 });
  expect(asked()).toBe(1);
});

describe('the list of journeys', () => {
  beforeEach(() => useJourneys.setState({ journeys: null, loading: false, error: null }));

  it('shows an answer although a newer question, asked when the window got the focus, is still open', async () => {
    const { api } = troubled();
    const never = { journeys: () => new Promise<never>(() => undefined) };
    const first = loadJourneys(api);
    void loadJourneys(never);
    await first;
    expect(useJourneys.getState()).toMatchObject({ loading: true, error: null });
    expect(useJourneys.getState().journeys).toHaveLength(6);
  });

  it('never goes back to an older answer', async () => {
    const { api } = troubled();
    let answer: (journeys: []) => void = () => undefined;
    const slow = loadJourneys({ journeys: () => new Promise((resolve) => (answer = resolve)) });
    await loadJourneys(api);
    answer([]);
    await slow;
    expect(useJourneys.getState().journeys).toHaveLength(6);
  });
});
