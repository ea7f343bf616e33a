import { describe, expect, it } from 'vitest';
import { exportReader } from '../../../engine/index.ts';
import { problemOf } from '../test-hub.ts';
import { ledgerHub, numbered, person } from './ledger-hub.ts';
import { request } from './records.ts';

describe('POST /ledger/streams/:stream/export', () => {
  it('names the formats that there are', async () => {
    const { send } = await ledgerHub();
    const answer = await send('POST', '/ledger/streams/decisions/export', { format: 'xml' });
    expect([answer.statusCode, problemOf(answer).issues?.[0]?.message]).toEqual([400, 'must be one of "jsonl", "csv"']);
  });

  it('JSON lines verify, and the export is recorded before it is given', async () => {
    const { send, ledger } = await ledgerHub();
    await ledger.append(request(numbered(20)), 'key:k1');
    await ledger.newestCheckpoint('decisions');
    const answer = await send('POST', '/ledger/streams/decisions/export', { format: 'jsonl' });
    expect(answer.headers['content-disposition']).toBe('attachment; filename="steward-decisions.jsonl"');
    const reader = exportReader();
    reader.add(answer.body);
    const { header, report } = reader.finish();
    expect(header).toMatchObject({ from: 1, until: 21, filtered: false });
    expect(report).toMatchObject({ ok: true, entries: 20, head: 'signed', checkpoints: 1 });
    expect((await ledger.search({ stream: 'audit', kind: 'export' })).lines).toHaveLength(1);
    expect(answer.body).not.toContain('customer-k1');
  });

  it('opens inputs for those who may and say why; those of the erased stay closed', async () => {
    const { send, ledger } = await ledgerHub();
    await ledger.append(request(numbered(3)), 'key:k1');
    await send('POST', '/ledger/erasures', { subject: 'customer-k2', reason: 'asked by letter' });
    const body = { format: 'jsonl', openInputs: { reason: 'audit 2026' } };
    const lines = (await send('POST', '/ledger/streams/decisions/export', body)).body.split('\n').slice(1, 4);
    expect(lines.map((line) => (JSON.parse(line) as { opened?: object }).opened)).toMatchObject(
      [{ subject: 'customer-k1', inputs: { amount: 12.5 } }, {}, { subject: 'customer-k3' }].map((opened, index) =>
        index === 1 ? undefined : opened,
      ),
    );
    const csv = (await send('POST', '/ledger/streams/decisions/export', { ...body, format: 'csv' })).body;
    expect(csv).toContain('customer-k3');
    expect(csv).not.toContain('customer-k2');
    const [newest] = (await ledger.search({ stream: 'audit', kind: 'export' })).lines;
    expect(newest?.reason).toBe('audit 2026');

    const key = await ledgerHub(person('ledger:export'));
    await key.ledger.append(request(numbered(1)), 'key:k1');
    expect(problemOf(await key.send('POST', '/ledger/streams/decisions/export', body)).code).toBe('forbidden');
  });

  it('takes a filter, and records the person by the name of the ledger', async () => {
    const { send, ledger, store } = await ledgerHub();
    await ledger.append(request(numbered(9)), 'key:k1');
    const body = { format: 'jsonl', filter: { subject: 'customer-k4' } };
    const [header, ...lines] = (await send('POST', '/ledger/streams/decisions/export', body)).body.trim().split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({ filtered: true });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"sequence":4');
    const [event] = await store.search('audit', { kind: 'export' }, { before: null, limit: 1 });
    expect(event?.entry).not.toContain('customer-k4');
    expect(event?.subject).toBe((await store.entry('decisions', 4))?.subject);
    const nobody = await send('POST', '/ledger/streams/decisions/export', { ...body, filter: { subject: 'nobody' } });
    expect(problemOf(nobody).code).toBe('subject_not_found');
  });
});
