import { describe, expect, it } from 'vitest';
import type { AppendAnswer, AppendRecord, AppendRequest, Receipt } from '../../../engine/index.ts';
import {
  addLeaves,
  exportReader,
  permissions,
  rootOf,
  verifyReceipt,
  type Permission,
  type VerificationReport,
} from '../../../engine/index.ts';
import { ledgerPart } from '../../../hub/src/ledger/ledger.part.ts';
import type { AccessPorts } from '../../../hub/src/people/access.ts';
import { problemOf, testHub } from '../test-hub.ts';
import { decision, record, request, source } from './records.ts';
import { testLedger } from './test-ledger.ts';

function key(...held: Permission[]): AccessPorts['identify'] {
  return () => Promise.resolve({ kind: 'key', id: 'k1', name: 'Tests', permissions: held, expiresAt: null });
}

function person(...held: Permission[]): AccessPorts['identify'] {
  const me = {
    id: 'u1',
    email: 'olive@example.com',
    name: 'Olive Owner',
    role: '',
    roles: [],
    signedInBy: 'n8n',
  } as const;
  return () => Promise.resolve({ kind: 'person', person: { ...me, roles: [], permissions: held }, n8nSession: null });
}

async function ledgerHub(
  identify: AccessPorts['identify'] = person(...permissions),
  options: Parameters<typeof testLedger>[0] = {},
) {
  const world = await testLedger(options);
  const hub = await testHub({ identify, parts: [ledgerPart(world.ledger)] });
  return { ...world, ...hub };
}

const shaped = (changes: Partial<AppendRecord>): AppendRecord => {
  const { inputs: _, ...plain } = record('k1');
  return { ...plain, shape: 0, values: [], ...changes };
};

const numbered = (count: number) => Array.from({ length: count }, (_, index) => record(`k${index + 1}`));

describe('POST /ledger/records', () => {
  it('answers with the places of the records', async () => {
    const { send, ledger } = await ledgerHub(key('ledger:append'));
    const answer = await send('POST', '/ledger/records', request(numbered(3)));
    expect(answer.statusCode).toBe(200);
    expect(answer.json<AppendAnswer>().records.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect((await ledger.entry('decisions', 1)).entry.recordedBy).toBe('key:k1');
  });

  const good = request([record('k1')]);
  const broken: [string, object, number, string, (string | number)[]][] = [
    ['no records', { ...good, records: [] }, 400, 'invalid_request', ['records']],
    ['1,001 records', request(numbered(1001)), 400, 'invalid_request', ['records']],
    ['an empty key', request([record('')]), 400, 'invalid_request', ['records', 0, 'key']],
    ['a key with U+0000', request([record('k\0')]), 400, 'invalid_request', ['records', 0, 'key']],
    ['a key of 201 characters', request([record('k'.repeat(201))]), 400, 'invalid_request', ['records', 0, 'key']],
    [
      'a subject of 501 characters',
      request([record('k1', { subject: 's'.repeat(501) })]),
      400,
      'invalid_request',
      ['records', 0, 'subject'],
    ],
    [
      'a note of 4,001 characters',
      request([record('k1', { note: 'n'.repeat(4001) })]),
      400,
      'invalid_request',
      ['records', 0, 'note'],
    ],
    [
      'inputs of 33 KiB',
      request([record('k1'), record('k2', { inputs: { a: 'x'.repeat(33 * 1024) } })]),
      413,
      'record_too_large',
      ['records', 1, 'values'],
    ],
    [
      'values that are no list',
      request([record('k1')], { records: [{ ...request([record('k1')]).records[0], values: { a: 1 } } as never] }),
      400,
      'invalid_request',
      ['records', 0, 'values'],
    ],
    ...[1, 3].map((count): [string, object, number, string, (string | number)[]] => [
      `${count} values for two names`,
      request([], { shapes: [['a', 'b']], records: [shaped({ values: Array.from({ length: count }, () => 1) })] }),
      400,
      'invalid_request',
      ['records', 0, 'values'],
    ]),
    [
      'a shape that is not there',
      request([], { records: [shaped({ shape: 1 })] }),
      400,
      'invalid_request',
      ['records', 0, 'shape'],
    ],
    ['no shapes', request([], { records: [shaped({})], shapes: [] }), 400, 'invalid_request', ['shapes']],
    [
      'a shape that holds a name twice',
      request([], { shapes: [[], ['__proto__', 'b', '__proto__']], records: [shaped({})] }),
      400,
      'invalid_request',
      ['shapes', 1],
    ],
    [
      'half a character in a name',
      request([record('k1', { inputs: { a: 1, '\ud83d': 2 } })]),
      400,
      'invalid_request',
      ['shapes', 0, 1],
    ],
    [
      'half a character in the inputs',
      request([record('k1', { inputs: { b: 1, a: ['\ud83d'] } })]),
      400,
      'invalid_request',
      ['records', 0, 'values', 1, 0],
    ],
    [
      'half a character in the subject',
      request([record('k1', { subject: '\ud83d' })]),
      400,
      'invalid_request',
      ['records', 0, 'subject'],
    ],
    ['half a character in the key', request([record('\ud83d')]), 400, 'invalid_request', ['records', 0, 'key']],
    [
      'a source that is not there',
      request([record('k1', { source: 1 })]),
      400,
      'invalid_request',
      ['records', 0, 'source'],
    ],
    [
      'a decision that is not there',
      request([record('k1', { decision: 7 })]),
      400,
      'invalid_request',
      ['records', 0, 'decision'],
    ],
    [
      'the 30th of February',
      request([record('k1', { day: '2026-02-30' })]),
      400,
      'invalid_request',
      ['records', 0, 'day'],
    ],
    [
      'a moment without a zone',
      request([record('k1', { decidedAt: '2026-02-20T10:00:00' })]),
      400,
      'invalid_request',
      ['records', 0, 'decidedAt'],
    ],
    ['an unknown member', { ...good, who: 'me' }, 400, 'invalid_request', []],
    [
      'a decision without reasons',
      { ...good, decisions: [{ ...decision(), reasons: undefined }] },
      400,
      'invalid_request',
      ['decisions', 0, 'reasons'],
    ],
    [
      'a used decision that is none',
      request([record('k1')], {
        decisions: [decision({ required: [decision({ required: [{ outcome: 1 } as never] })] })],
      }),
      400,
      'invalid_request',
      ['decisions', 0, 'required', 0, 'required', 0],
    ],
    [
      'a digest that is none',
      request([record('k1')], { decisions: [decision({ tableDigest: 'md5:1' })] }),
      400,
      'invalid_request',
      ['decisions', 0, 'tableDigest'],
    ],
    ['a table that is none', { ...good, tables: [{ id: 'x' }] }, 400, 'invalid_request', ['tables', 0]],
    ['the stream of the hub', { ...good, stream: 'audit' }, 400, 'invalid_request', ['stream']],
    ['a stream with a strange name', { ...good, stream: '../x' }, 400, 'invalid_request', ['stream']],
  ];
  it.each(broken)('refuses %s, and says where', async (_, body, status, code, path) => {
    const { send, store } = await ledgerHub();
    const answer = await send('POST', '/ledger/records', body);
    expect([answer.statusCode, problemOf(answer).code]).toEqual([status, code]);
    expect(problemOf(answer).issues?.[0]?.path.slice(0, path.length)).toEqual(path);
    expect(await store.heads()).toEqual([]);
  });

  it('refuses a number that JSON cannot hold', async () => {
    const { app } = await ledgerHub();
    const payload = JSON.stringify(request([record('k1', { inputs: { a: 123456789 } })])).replace('123456789', '1e999');
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/steward/api/v1/ledger/records', payload, headers });
    expect(problemOf(answer).issues?.[0]).toMatchObject({
      code: 'number_not_finite',
      path: ['records', 0, 'values', 0],
    });
  });

  it('refuses decisions that would swell to more than the ledger takes at once', async () => {
    const { send } = await ledgerHub();
    const swollen = decision({ outcome: { text: 'x'.repeat(40_000) } });
    const answer = await send('POST', '/ledger/records', { ...request(numbered(1000)), decisions: [swollen] });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([413, 'record_too_large']);
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
  expect(answer.json()).toMatchObject({ stream: 'claims', records: [{ sequence: 1 }, { sequence: 2 }] });
});
