import { describe, expect, it } from 'vitest';
import { offlineError } from '../../../editor/src/app/api-error.ts';
import { createLedgerApi } from '../../../editor/src/app/ledger-api.ts';
import { foundAfter, nothingYet } from '../../../editor/src/ledger/explorer/use-ledger-search.ts';
import { createFakeHub } from '../fake-hub.ts';
import { refOf } from './sample-ledger.ts';

function ledgerOf(hub: ReturnType<typeof createFakeHub>) {
  return createLedgerApi({ fetch: hub.fetch, browserId: () => 'b1', onSignedOut: () => undefined, apiBase: '/api/v1' });
}

describe('searching the ledger', () => {
  it('finds a person without their number in any address', async () => {
    const hub = createFakeHub({ ledger: {} });
    const found = await ledgerOf(hub).search({ subject: 'C-0014', limit: 1 });
    expect(found.subjectRef).toBe(refOf('C-0014'));
    expect(hub.requests.map(({ path }) => path)).toEqual(['/ledger/search']);
    expect(hub.requests[0]?.body).toEqual({ subject: 'C-0014', limit: 1 });
  });

  it('pages through all entries, each once, newest first', async () => {
    const hub = createFakeHub({ ledger: { requests: 60 } });
    const api = ledgerOf(hub);
    let found = nothingYet;
    let before: number | null = null;
    do {
      const page = await api.search({ limit: 50, ...(before !== null && { before }) });
      found = foundAfter(found, { kind: 'came', page, anew: before === null });
      before = found.next;
    } while (before !== null);
    const sequences = found.lines?.map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
  });

  it('keeps what is there when the next page does not come', () => {
    const page = { lines: [], next: 7 };
    const came = foundAfter(nothingYet, { kind: 'came', page, anew: true });
    const failed = foundAfter(foundAfter(came, { kind: 'asked', anew: false }), {
      kind: 'failed',
      error: offlineError(),
    });
    expect(failed).toMatchObject({ lines: [], next: 7, busy: false, error: { kind: 'offline' } });
  });

  it('forgets what is there when it is asked anew', () => {
    const came = foundAfter(nothingYet, { kind: 'came', page: { lines: [], next: 7 }, anew: true });
    expect(foundAfter(came, { kind: 'asked', anew: true })).toEqual({
      lines: null,
      next: null,
      busy: true,
      error: null,
    });
  });
});
