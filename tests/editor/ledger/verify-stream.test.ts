import { describe, expect, it } from 'vitest';
import { createLedgerApi } from '../../../editor/src/app/ledger-api.ts';
import { verifyStream, type Progress } from '../../../editor/src/ledger/explorer/verify-stream.ts';
import { linesOf } from '../../../editor/src/ledger/lines-of.ts';
import { createFakeHub } from '../fake-hub.ts';

const { signal } = new AbortController();

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function all(body: ReadableStream<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(body)) lines.push(line);
  return lines;
}

describe('the lines of an answer', () => {
  const bytes = new TextEncoder().encode('{"a":"€"}\n\n{"b":2}\n{"c":3}');

  it.each([1, 2, 3, 5, 8, 100])('are whole however the bytes come, %d at a time', async (size) => {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
    expect(await all(streamOf(...chunks))).toEqual(['{"a":"€"}', '{"b":2}', '{"c":3}']);
  });

  it('are none of an empty answer', async () => {
    expect(await all(streamOf())).toEqual([]);
  });
});

describe('verifying a stream', () => {
  const from = (hub: ReturnType<typeof createFakeHub>) =>
    createLedgerApi({ fetch: hub.fetch, browserId: () => 'b1', onSignedOut: () => undefined, apiBase: '/api/v1' });

  it('tells how far it is and what was found', async () => {
    const told: Progress[] = [];
    const report = await verifyStream(
      'decisions',
      (progress) => told.push(progress),
      signal,
      from(createFakeHub({ ledger: { requests: 10 } })),
    );
    expect(told).toEqual([
      { checked: 10, of: 20 },
      { checked: 20, of: 20 },
    ]);
    expect(report).toMatchObject({ ok: true, entries: 20, findings: [] });
  });

  it('reports the entry that was changed', async () => {
    const hub = createFakeHub({ ledger: { requests: 10, tampered: 7 } });
    const report = await verifyStream('decisions', () => undefined, signal, from(hub));
    expect(report).toMatchObject({ ok: false, findings: [{ code: 'entry_changed', sequence: 7 }] });
  });

  it.each([
    ['ends before the report', '{"checked":1,"of":2}\n'],
    ['is another one’s', '<html>Bad gateway</html>\n'],
  ])('fails when the answer %s', async (_, text) => {
    const verify = () => Promise.resolve(new Response(text));
    await expect(verifyStream('decisions', () => undefined, signal, { verify })).rejects.toMatchObject({
      kind: 'unexpected',
    });
  });
});
