import { describe, expect, it } from 'vitest';
import type { AppendRequest, Receipt } from '../../../engine/index.ts';
import {
  addLeaves,
  permissions,
  rootOf,
  verifyReceipt,
  type Permission,
  type VerificationReport,
} from '../../../engine/index.ts';
import { problemOf } from '../test-hub.ts';
import { key, ledgerHub, numbered, person } from './ledger-hub.ts';
import { decision, digest, record, request, source } from './records.ts';

describe('POST /ledger/records', () => {
  it('answers with the places of the records', async () => {
    const { send, ledger } = await ledgerHub(key('ledger:append'));
    const answer = await send('POST', '/ledger/records', request(numbered(3)));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      stream: 'decisions',
      sequences: [1, 2, 3],
      duplicates: [],
      unknownTables: [digest],
    });
    expect((await ledger.entry('decisions', 1)).entry.recordedBy).toBe('key:k1');
  });

  it('tells a caller to come again when too many records wait', async () => {
    const { send } = await ledgerHub(key('ledger:append'), { limits: { maxWaitingRecords: 2 } });
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => send('POST', '/ledger/records', request([record(`a${n}`), record(`b${n}`)]))),
    );
    const busy = answers.filter(({ statusCode }) => statusCode === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.map((answer) => [problemOf(answer).code, answer.headers['retry-after']])).toEqual(
      busy.map(() => ['ledger_busy', '1']),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0);
  });

  it('logs nothing personal, whatever goes wrong', async () => {
    const { send, logLines } = await ledgerHub();
    const personal = { subject: 'MARKER-person', inputs: { iban: 'MARKER-iban' }, note: 'MARKER-note' };
    await send('POST', '/ledger/records', request([record('k1', personal)]));
    await send('POST', '/ledger/records', request([record('k1', { ...personal, subject: 'MARKER-other' })]));
    await send('POST', '/ledger/records', request([record('', personal)]));
    const found = await send('POST', '/ledger/search', { subject: 'MARKER-person' });
    expect(found.json<{ lines: unknown[] }>().lines).toHaveLength(1);
    expect(JSON.stringify(logLines)).not.toContain('MARKER');
    expect(found.body).not.toContain('MARKER');
  });
});

describe('what routes answer', () => {
  it('a record is found, shown, opened, proved and exported', async () => {
    const { send } = await ledgerHub();
    await send('POST', '/ledger/records', request(numbered(5)));
    expect((await send('GET', '/ledger/streams')).json()).toMatchObject([
      { stream: 'decisions', size: 5, checkpoint: null },
    ]);
    expect((await send('GET', '/ledger/streams/decisions/facets')).json()).toMatchObject({
      journeys: [source.journey],
      steps: ['Decide refund'],
      tables: ['refunds'],
      rules: ['r1'],
    });
    expect((await send('POST', '/ledger/search', { subject: 'customer-k3' })).json()).toMatchObject({
      lines: [{ sequence: 3, outcome: 'pay: yes, days: 14', reason: 'Within the first 14 days' }],
      next: null,
    });
    expect((await send('GET', '/ledger/streams/decisions/entries/3')).json()).toMatchObject({
      inputs: 'sealed',
      previous: 2,
      next: 4,
      tables: [],
    });
    const opened = await send('POST', '/ledger/streams/decisions/entries/3/inputs', { reason: 'complaint' });
    expect(opened.json()).toEqual({ subject: 'customer-k3', inputs: { amount: 12.5, reason: 'damaged' } });

    const receipt = (await send('GET', '/ledger/streams/decisions/entries/3/receipt')).json<Receipt>();
    const keys = (await send('GET', '/ledger/signing-keys')).json<{ id: string }[]>();
    const report = verifyReceipt(receipt, { trustedKeyIds: keys.map(({ id }) => id) });
    expect(report.steps.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
    const newest = (await send('GET', '/ledger/streams/decisions/checkpoints/newest?minSize=5')).json<{
      root: string;
    }>();
    expect(newest).toEqual(receipt.checkpoint);
    const proof = await send('GET', '/ledger/streams/decisions/consistency?from=3&to=5');
    expect(proof.json()).toMatchObject({ from: 3, to: 5 });
  });

  it('verification tells how far it is, and gives its report', async () => {
    const { send, ledger } = await ledgerHub();
    await ledger.append(request(numbered(600)), 'key:k1');
    await ledger.newestCheckpoint('decisions');
    const answer = await send('POST', '/ledger/streams/decisions/verify', undefined, { 'content-type': undefined });
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { checked?: number; of?: number; report?: VerificationReport });
    expect(lines.at(-2)).toEqual({ checked: 600, of: 600 });
    expect(lines.at(-1)?.report).toMatchObject({
      ok: true,
      entries: 600,
      head: 'signed',
      checkpoints: 1,
      findings: [],
    });
    const { hash } = (await ledger.entry('decisions', 600)) ?? {};
    expect(rootOf(addLeaves([], [hash], 0).open)).not.toBe(lines.at(-1)?.report?.root);
  });

  it.each([
    ['GET', '/ledger/streams/decisions/entries/9', 'entry_not_found'],
    ['GET', '/ledger/streams/decisions/entries/9/receipt', 'entry_not_found'],
    ['GET', '/ledger/streams/nothing/checkpoints/newest', 'stream_not_found'],
    ['GET', '/ledger/streams/nothing/consistency?from=1&to=2', 'stream_not_found'],
    ['GET', '/ledger/streams/decisions/consistency?from=1&to=9', 'entry_not_found'],
    ['POST', '/ledger/streams/nothing/verify', 'stream_not_found'],
    ['GET', '/ledger/streams/decisions/entries/0', 'invalid_request'],
    ['GET', '/ledger/streams/decisions/entries/x', 'invalid_request'],
    ['GET', '/ledger/streams/decisions/consistency?from=2&to=1', 'invalid_request'],
  ] as const)('%s %s answers %s', async (method, url, code) => {
    const { send, ledger } = await ledgerHub();
    await ledger.append(request(numbered(2)), 'key:k1');
    expect(problemOf(await send(method, url)).code).toBe(code);
  });

  it('every need is one that the route states, and no other will do', async () => {
    const needs: [string, string, Permission, object?][] = [
      ['POST', '/ledger/records', 'ledger:append', request([record('k1')])],
      ['PUT', '/ledger/tables', 'ledger:append', { tables: [{}] }],
      ['GET', '/ledger/streams', 'ledger:read'],
      ['GET', '/ledger/streams/decisions/facets', 'ledger:read'],
      ['POST', '/ledger/search', 'ledger:read', {}],
      ['GET', '/ledger/streams/decisions/entries/1', 'ledger:read'],
      ['POST', '/ledger/streams/decisions/entries/1/inputs', 'ledger:inputs', { reason: 'a test' }],
      ['GET', '/ledger/streams/decisions/entries/1/receipt', 'ledger:read'],
      ['GET', '/ledger/streams/decisions/checkpoints/newest', 'ledger:read'],
      ['GET', '/ledger/streams/decisions/consistency?from=1&to=1', 'ledger:read'],
      ['POST', '/ledger/erasures', 'ledger:erase', { subject: 'x', reason: 'a test' }],
      ['POST', '/ledger/streams/decisions/export', 'ledger:export', { format: 'csv' }],
      ['POST', '/ledger/streams/decisions/verify', 'ledger:read'],
    ];
    let held: Permission[] = [];
    const { send } = await ledgerHub((...asked) => person(...held)(...asked));
    for (const [method, url, need, body] of needs) {
      held = permissions.filter((permission) => permission !== need);
      expect([url, (await send(method as 'POST', url, body)).statusCode]).toEqual([url, 403]);
      held = [need];
      expect([url, (await send(method as 'POST', url, body)).statusCode]).not.toEqual([url, 403]);
    }
  });
});

it('a request made of the contract passes the schema', async () => {
  const { send } = await ledgerHub(key('ledger:append'));
  const full: AppendRequest = request(
    [record('k1', { note: 'by phone', day: null, subject: null }), record('k2', { source: 1, decision: 1 })],
    {
      stream: 'claims',
      sources: [source, { journey: null, step: 'S', execution: null, by: { kind: 'person', name: 'Clerk' } }],
      decisions: [
        decision({ required: [decision()], reasons: [{ row: 'r1', text: 'because', source: 'Directive 2011/83/EU' }] }),
        decision({
          kind: 'branch',
          outcome: 'Yes',
          ruleId: null,
          tableId: 'branch',
          tableVersion: '',
          tableDigest: '',
        }),
      ],
    },
  );
  const answer = await send('POST', '/ledger/records', full);
  expect(answer.json()).toMatchObject({ stream: 'claims', sequences: [1, 2] });
});
