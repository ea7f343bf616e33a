import { expect, it } from 'vitest';
import {
  permissions,
  verifyReceipt,
  type AppendRequest,
  type DecisionRecord,
  type JsonValue,
} from '../../../engine/index.ts';
import { createLedgerApi } from '../../../editor/src/app/ledger-api.ts';
import { replayDecision } from '../../../editor/src/ledger/entry/replay-decision.ts';
import { verifyStream } from '../../../editor/src/ledger/explorer/verify-stream.ts';
import { verdictOf } from '../../../editor/src/receipt/verdict.ts';
import { ledgerPart } from '../../../hub/src/ledger/ledger.part.ts';
import { testLedger } from '../../hub/ledger/test-ledger.ts';
import { testHub } from '../../hub/test-hub.ts';
import { isDecision, refundTable, riskTable, sampleLedger } from './sample-ledger.ts';

// The pages' own calls against the hub itself, so that the hub in memory of the other tests cannot drift away from it.

it('what the pages ask is what the hub answers, from the search to the erased person', async () => {
  const { ledger } = await testLedger();
  const me = { id: 'u1', email: 'olive@example.com', name: 'Olive', role: '', roles: [], signedInBy: 'n8n' } as const;
  const hub = await testHub({
    identify: async () => ({
      kind: 'person',
      person: { ...me, roles: [], permissions: [...permissions] },
      n8nSession: null,
    }),
    parts: [ledgerPart(ledger)],
  });
  const api = createLedgerApi({
    fetch: async (url, init) => {
      const { method = 'GET', body } = init ?? {};
      const payload = typeof body === 'string' ? (JSON.parse(body) as object) : undefined;
      const path = String(url).replace('/steward/api/v1', '');
      const answer = await hub.send(method as 'GET', path, payload);
      return new Response(answer.rawPayload, {
        status: answer.statusCode,
        headers: { 'content-type': 'application/json' },
      });
    },
    browserId: () => 'b1',
    onSignedOut: () => undefined,
    apiBase: '/steward/api/v1',
  });

  await hub.send('POST', '/ledger/records', sampleRequest());

  const { subjectRef } = await api.search({ subject: 'C-0015', limit: 1 });
  const { lines, next } = await api.search({ subjectRef: subjectRef as string, rule: 'small' });
  expect({ lines: lines.length, next }).toEqual({ lines: 1, next: null });
  const line = lines[0] as (typeof lines)[number];
  expect((await api.facets('decisions')).rules).toContain('small');
  expect((await api.streams()).map(({ stream }) => stream)).toContain('decisions');

  const detail = await api.entry('decisions', line.sequence);
  const { inputs, subject } = await api.inputs('decisions', line.sequence, 'The customer asks');
  expect(subject).toBe('C-0015');
  const [table] = detail.tables;
  if (!table) throw new Error('the ledger does not hold the table');
  expect(replayDecision(detail.entry.record as DecisionRecord, table, inputs).result).toBe('same');

  const trustedKeyIds = (await api.signingKeys()).map(({ id }) => id);
  const report = verifyReceipt(await api.receipt('decisions', line.sequence), { trustedKeyIds });
  expect(verdictOf(report).tone).toBe('good');
  expect(report.hash).toBe(detail.hash);
  expect((await api.newestCheckpoint('decisions')).size).toBeGreaterThan(0);
  expect((await (await api.export('decisions', { format: 'csv' })).text()).split('\n').length).toBeGreaterThan(20);

  const erasure = await api.erase({ subjectRef: subjectRef as string, reason: 'Request for erasure' });
  expect((await api.entry('decisions', line.sequence)).inputs).toBe('erased');
  expect((await api.search({ stream: 'audit', subjectRef: subjectRef as string })).lines[0]).toMatchObject({
    kind: 'erasure',
    sequence: erasure.recorded.sequence,
  });
  const verified = await verifyStream('decisions', () => undefined, new AbortController().signal, api);
  expect(verified).toMatchObject({ ok: true, head: 'signed' });
});

/** The sample decisions as nodes send them. */
function sampleRequest(): AppendRequest {
  const request: AppendRequest = {
    sources: [],
    decisions: [],
    moments: [],
    shapes: [],
    records: { keys: [], sources: [], decisions: [], moments: [], subjects: [], shapes: [], values: [] },
    tables: [riskTable, refundTable],
  };
  for (const { entry, content } of sampleLedger('2026-11-22T08:00:00.000Z', 41).decisions.entries) {
    const { record } = entry;
    if (!isDecision(record) || content === null) continue;
    const { key, decidedAt, day, decision, journey, step, execution, by } = record;
    const { records } = request;
    records.keys.push(key);
    records.sources.push(request.sources.push({ journey, step, execution, by }) - 1);
    records.decisions.push(request.decisions.push(decision) - 1);
    records.moments.push(request.moments.push({ decidedAt, day }) - 1);
    records.subjects.push(content.subject);
    records.shapes.push(request.shapes.push(Object.keys(content.inputs)) - 1);
    records.values.push(Object.values(content.inputs) as JsonValue[]);
  }
  return request;
}
