import { describe, expect, it } from 'vitest';
import type { LedgerPage } from '../../../engine/index.ts';
import { createLedgerApi } from '../../../editor/src/app/ledger-api.ts';
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
    const sequences: number[] = [];
    let before: number | null = null;
    do {
      const { lines, next }: LedgerPage = await api.search({ limit: 50, ...(before !== null && { before }) });
      sequences.push(...lines.map(({ sequence }) => sequence));
      before = next;
    } while (before !== null);
    expect(sequences).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
  });
});
