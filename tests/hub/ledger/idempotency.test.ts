import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { streamVerifier } from '../../../engine/index.ts';
import type { LedgerStore } from '../../../hub/src/ledger/ledger.store.ts';
import { nodeCrypto } from '../../../hub/src/ledger/node-crypto.ts';
import { decision, record, request, source } from './records.ts';
import { fileStorage, ledgerOver, testFolder, testLedger } from './test-ledger.ts';

const by = 'key:k1';

describe('a record that comes again', () => {
  it('gets its first answer, though it was decided again at another time and on other inputs', async () => {
    const { ledger, store } = await testLedger();
    const first = await ledger.append(request([record('k1'), record('k2')], { hashes: true }), by);
    const again = request(
      [record('k2', { decidedAt: '2026-11-22T09:30:00Z', inputs: { amount: 13 } }), record('k3'), record('k1')],
      { hashes: true },
    );
    const answer = await ledger.append(again, by);
    expect(answer).toMatchObject({ sequences: [2, 3, 1], duplicates: [0, 2] });
    expect(answer.hashes).toEqual([first.hashes?.[1], (await store.entry('decisions', 3))?.hash, first.hashes?.[0]]);
    expect((await store.head('decisions'))?.size).toBe(3);
  });

  it('is kept once when it stands twice in one append, and in two at the same time', async () => {
    const { ledger, store } = await testLedger();
    const [one, two] = await Promise.all([
      ledger.append(request([record('k1'), record('k1'), record('k2')]), by),
      ledger.append(request([record('k2'), record('k3')]), by),
    ]);
    expect(one).toMatchObject({ sequences: [1, 1, 2], duplicates: [1] });
    expect(two).toMatchObject({ sequences: [2, 3], duplicates: [0] });
    expect((await store.head('decisions'))?.size).toBe(3);
  });

  it('is known when it named nobody', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request([record('k1', { subject: null })]), by);
    const answer = await ledger.append(request([record('k1', { subject: null })]), by);
    expect(answer).toMatchObject({ sequences: [1], duplicates: [0] });
  });

  it('may come in each stream', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request([record('k1')]), by);
    const answer = await ledger.append(request([record('k1')], { stream: 'claims' }), by);
    expect(answer).toMatchObject({ sequences: [1], duplicates: [] });
  });
});

describe('a key that stands for another decision', () => {
  it.each([
    ['another person', request([record('k1', { subject: 'somebody else' })])],
    ['nobody', request([record('k1', { subject: null })])],
    ['another outcome', request([record('k1')], { decisions: [decision({ outcome: { pay: false, days: 14 } })] })],
    ['another row', request([record('k1')], { decisions: [decision({ ruleId: 'r2' })] })],
    ['another table', request([record('k1')], { decisions: [decision({ tableDigest: `sha256:${'cd'.repeat(32)}` })] })],
    ['another execution', request([record('k1')], { sources: [{ ...source, execution: '4712' }] })],
    ['another step', request([record('k1')], { sources: [{ ...source, step: 'Other' }] })],
  ])('refuses the whole append: %s', async (_, { records, ...conflicting }) => {
    const { ledger, store } = await testLedger();
    await ledger.append(request([record('k1')]), by);
    const beside = request([record('k9'), record('k1')]);
    const subjects = ['customer-k9', ...records.subjects];
    const append = ledger.append({ ...beside, ...conflicting, records: { ...beside.records, subjects } }, by);
    await expect(append).rejects.toMatchObject({ code: 'idempotency_conflict', problem: { params: { keys: ['k1'] } } });
    expect((await store.head('decisions'))?.size).toBe(1);
  });

  it('refuses it within one append, and leaves those that wait beside it alone', async () => {
    const { ledger, store } = await testLedger();
    const conflicting = request([record('k1'), record('k1', { subject: 'somebody else' })]);
    const outcomes = await Promise.allSettled([
      ledger.append(request([record('a')]), by),
      ledger.append(conflicting, by),
      ledger.append(request([record('b')]), by),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.head('decisions'))?.size).toBe(2);
  });
});

async function report(store: LedgerStore, keys: Parameters<typeof streamVerifier>[1]['keys']) {
  const head = await store.head('decisions');
  const verifier = streamVerifier('decisions', {
    keys,
    head,
    checkpoints: await store.checkpoints('decisions'),
    crypto: nodeCrypto,
  });
  for await (const rows of store.entries('decisions', 1, (head?.size ?? 0) + 1)) {
    verifier.add(rows.map(({ entry, hash, ...columns }) => ({ entry, hash, columns })));
  }
  return verifier.finish();
}

describe('many at once', () => {
  it('two hubs on one file make one chain, and nothing is in it twice', async () => {
    const file = path.join(testFolder(), 'steward.sqlite');
    const hubs = [await ledgerOver(await fileStorage(file)), await ledgerOver(await fileStorage(file))] as const;
    const appends = Array.from({ length: 60 }, (_, index) =>
      // Every third append is sent to both, as a node does that got no answer.
      [0, 1].flatMap((hub) =>
        index % 3 === 0 || index % 2 === hub
          ? [
              hubs[hub === 0 ? 0 : 1].ledger.append(
                request([record(`a${index}`), record(`b${index}`, { subject: `p${index % 5}` })]),
                by,
              ),
            ]
          : [],
      ),
    ).flat();
    const answers = await Promise.all(appends);
    const { store, ledger } = hubs[0];
    expect(new Set(answers.flatMap(({ sequences }) => sequences)).size).toBe(120);
    await ledger.newestCheckpoint('decisions');
    expect(await report(store, ledger.secrets.signingKeys())).toMatchObject({
      ok: true,
      entries: 120,
      head: 'signed',
      findings: [],
    });
    const people = await Promise.all([0, 1, 2, 3, 4].map((n) => ledger.search({ subject: `p${n}` })));
    expect(people.map(({ lines }) => lines.length)).toEqual([12, 12, 12, 12, 12]);
  });

  it('takes what waits when it is closed, and nothing afterwards', async () => {
    const { ledger, store } = await testLedger();
    const waiting = [1, 2, 3].map((n) => ledger.append(request([record(`k${n}`)]), by));
    await ledger.close();
    expect(await Promise.all(waiting)).toHaveLength(3);
    await expect(ledger.append(request([record('k9')]), by)).rejects.toMatchObject({ code: 'ledger_closing' });
    expect(await store.newestCheckpoint('decisions')).toMatchObject({ size: 3 });
  });

  it('a fault of the store fails those it befell, and the next append goes on', async () => {
    const { storage } = await testLedger();
    let faults = 2;
    const flaky: LedgerStore = {
      ...storage.ledger,
      append: (stream, plan) =>
        faults-- > 0 ? Promise.reject(new Error('disk full')) : storage.ledger.append(stream, plan),
    };
    const { ledger, store } = await ledgerOver({ ...storage, ledger: flaky });
    // The first fault befell both together, the second one alone.
    const outcomes = await Promise.allSettled([
      ledger.append(request([record('a')]), by),
      ledger.append(request([record('b')]), by),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    await ledger.append(request([record('a')]), by);
    expect(await report(store, ledger.secrets.signingKeys())).toMatchObject({ ok: true, entries: 2 });
  });

  it('a clock that is set back does not turn the ledger around', async () => {
    const { ledger, store, clock } = await testLedger();
    await ledger.append(request([record('a')]), by);
    clock.time -= 3_600_000;
    await ledger.append(request([record('b')]), by);
    await ledger.newestCheckpoint('decisions');
    expect(await report(store, ledger.secrets.signingKeys())).toMatchObject({ ok: true, findings: [] });
  });

  it('makes a checkpoint whenever another thousand entries are there', async () => {
    const { ledger, store } = await testLedger();
    const many = (from: number) =>
      Array.from({ length: 700 }, (_, index) => record(`k${from + index}`, { subject: null, inputs: {} }));
    await ledger.append(request(many(0)), by);
    expect(await store.newestCheckpoint('decisions')).toBeNull();
    await ledger.append(request(many(700)), by);
    await expect.poll(() => store.newestCheckpoint('decisions')).toMatchObject({ size: 1400 });
  });
});
