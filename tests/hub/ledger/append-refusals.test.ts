import { describe, expect, it } from 'vitest';
import type { AppendColumns, AppendRequest } from '../../../engine/index.ts';
import { problemOf } from '../test-hub.ts';
import { ledgerHub, numbered } from './ledger-hub.ts';
import { decision, record, request } from './records.ts';

/** A request of one record without inputs. */
function shaped(columns: Partial<AppendColumns>, changes: Partial<AppendRequest> = {}): AppendRequest {
  const plain = request([record('k1', { inputs: {} })], changes);
  return { ...plain, records: { ...plain.records, ...columns } };
}

describe('POST /ledger/records', () => {
  const good = request([record('k1')]);
  const broken: [string, object, number, string, (string | number)[]][] = [
    ['no records', { ...good, records: { ...good.records, keys: [] } }, 400, 'invalid_request', ['records', 'keys']],
    [
      'columns of two lengths',
      { ...good, records: { ...good.records, subjects: ['a', 'b'] } },
      400,
      'invalid_request',
      ['records', 'subjects'],
    ],
    [
      'too few notes',
      { ...request(numbered(2)), records: { ...request(numbered(2)).records, notes: ['by phone'] } },
      400,
      'invalid_request',
      ['records', 'notes'],
    ],
    [
      'a key that is too long with its prefix',
      { ...good, records: { ...good.records, keyPrefix: 'k'.repeat(199) } },
      400,
      'invalid_request',
      ['records', 'keys', 0],
    ],
    ['1,001 records', request(numbered(1001)), 400, 'invalid_request', ['records', 'keys']],
    ['an empty key', request([record('')]), 400, 'invalid_request', ['records', 'keys', 0]],
    ['a key with U+0000', request([record('k\0')]), 400, 'invalid_request', ['records', 'keys', 0]],
    ['a key of 201 characters', request([record('k'.repeat(201))]), 400, 'invalid_request', ['records', 'keys', 0]],
    [
      'a subject of 501 characters',
      request([record('k1', { subject: 's'.repeat(501) })]),
      400,
      'invalid_request',
      ['records', 'subjects', 0],
    ],
    [
      'a note of 4,001 characters',
      request([record('k1', { note: 'n'.repeat(4001) })]),
      400,
      'invalid_request',
      ['records', 'notes', 0],
    ],
    [
      'inputs of 33 KiB',
      request([record('k1'), record('k2', { inputs: { a: 'x'.repeat(33 * 1024) } })]),
      413,
      'record_too_large',
      ['records', 'values', 1],
    ],
    [
      'values that are no list',
      { ...good, records: { ...good.records, values: [{ a: 1 }] } },
      400,
      'invalid_request',
      ['records', 'values', 0],
    ],
    ...[1, 3].map((count): [string, object, number, string, (string | number)[]] => [
      `${count} values for two names`,
      shaped({ values: [Array.from({ length: count }, () => 1)] }, { shapes: [['a', 'b']] }),
      400,
      'invalid_request',
      ['records', 'values', 0],
    ]),
    ['a shape that is not there', shaped({ shapes: [1] }), 400, 'invalid_request', ['records', 'shapes', 0]],
    ['no shapes', shaped({}, { shapes: [] }), 400, 'invalid_request', ['shapes']],
    [
      'a shape that holds a name twice',
      shaped({}, { shapes: [[], ['__proto__', 'b', '__proto__']] }),
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
      ['records', 'values', 0, 1, 0],
    ],
    [
      'half a character in the subject',
      request([record('k1', { subject: '\ud83d' })]),
      400,
      'invalid_request',
      ['records', 'subjects', 0],
    ],
    ['half a character in the key', request([record('\ud83d')]), 400, 'invalid_request', ['records', 'keys', 0]],
    [
      'a moment that is not there',
      { ...good, records: { ...good.records, moments: [1] } },
      400,
      'invalid_request',
      ['records', 'moments', 0],
    ],
    [
      'a source that is not there',
      request([record('k1', { source: 1 })]),
      400,
      'invalid_request',
      ['records', 'sources', 0],
    ],
    [
      'a decision that is not there',
      request([record('k1', { decision: 7 })]),
      400,
      'invalid_request',
      ['records', 'decisions', 0],
    ],
    [
      'the 30th of February',
      request([record('k1', { day: '2026-02-30' })]),
      400,
      'invalid_request',
      ['moments', 0, 'day'],
    ],
    [
      'a moment without a zone',
      request([record('k1', { decidedAt: '2026-02-20T10:00:00' })]),
      400,
      'invalid_request',
      ['moments', 0, 'decidedAt'],
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
      path: ['records', 'values', 0, 0],
    });
  });

  it('refuses decisions that would swell to more than the ledger takes at once', async () => {
    const { send } = await ledgerHub();
    const swollen = decision({ outcome: { text: 'x'.repeat(40_000) } });
    const answer = await send('POST', '/ledger/records', { ...request(numbered(1000)), decisions: [swollen] });
    expect([answer.statusCode, problemOf(answer).code]).toEqual([413, 'record_too_large']);
  });
});
