import { describe, expect, it } from 'vitest';
import {
  leafHash,
  previousOfFirst,
  rootFromPath,
  verifyCheckpoint,
  verifyConsistency,
  type LedgerEntry,
} from '../../../engine/index.ts';
import { record, request } from './records.ts';
import { testLedger } from './test-ledger.ts';

const by = 'key:k1';
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, index) => record(`k${from + index}`));

describe('append', () => {
  it('answers with places in one chain', async () => {
    const { ledger, store } = await testLedger();
    const answer = await ledger.append(request(numbered(3), { hashes: true }), by);
    expect(answer).toMatchObject({ stream: 'decisions', sequences: [1, 2, 3], duplicates: [] });
    let previous = previousOfFirst;
    for (const [index, hash] of (answer.hashes ?? []).entries()) {
      const row = await store.entry('decisions', index + 1);
      expect(row?.hash).toBe(hash);
      expect(leafHash(row?.entry ?? '')).toBe(hash);
      const entry = JSON.parse(row?.entry ?? '') as LedgerEntry;
      expect(entry).toMatchObject({ v: 1, stream: 'decisions', sequence: index + 1, previous, recordedBy: by });
      previous = hash;
    }
  });

  it('takes 200 streams and no more, and goes on with those that it has', async () => {
    const { ledger } = await testLedger();
    const into = (stream: string, key: string) => ledger.append(request([record(key)], { stream }), by);
    for (let number = 1; number <= 200; number++) await into(`region-${number}`, 'k');
    await expect(into('region-201', 'k')).rejects.toMatchObject({ code: 'too_many_streams' });
    expect((await into('region-7', 'again')).sequences).toEqual([2]);
  });

  it('keeps nothing personal in the clear', async () => {
    const { ledger, store } = await testLedger();
    await ledger.append(
      request([record('k1', { subject: 'ada@example.com', inputs: { iban: 'DE02-1' }, note: 'Called twice' })]),
      by,
    );
    const text = JSON.stringify(await store.entry('decisions', 1));
    for (const secret of ['ada@example.com', 'DE02-1', 'Called twice']) expect(text).not.toContain(secret);
  });

  it('names tables that it does not hold', async () => {
    const { ledger } = await testLedger();
    const { unknownTables } = await ledger.append(request(numbered(1)), by);
    expect(unknownTables).toHaveLength(1);
  });
});

describe('search', () => {
  it('finds a person by the name that nodes give them', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request([...numbered(4), record('k5', { subject: 'customer-k2' })]), by);
    const page = await ledger.search({ subject: 'customer-k2' });
    expect(page.lines.map(({ sequence }) => sequence)).toEqual([5, 2]);
    expect(new Set(page.lines.map(({ subjectRef }) => subjectRef))).toEqual(new Set([page.subjectRef]));
    expect(await ledger.search({ subject: 'nobody' })).toEqual({ lines: [], next: null, subjectRef: null });
  });

  it('goes page by page', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request(numbered(5)), by);
    const first = await ledger.search({ limit: 2 });
    const second = await ledger.search({ limit: 2, before: first.next ?? 0 });
    const third = await ledger.search({ limit: 2, before: second.next ?? 0 });
    expect([first, second, third].map(({ lines }) => lines.map(({ sequence }) => sequence))).toEqual([
      [5, 4],
      [3, 2],
      [1],
    ]);
    expect(third.next).toBeNull();
  });
});

describe('proofs', () => {
  it('gives a receipt that holds without the ledger', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request(numbered(300)), by);
    const { entry, path, checkpoint, signingKey } = await ledger.receipt('decisions', 42);
    expect(rootFromPath(checkpoint.size, 41, leafHash(entry), path)).toBe(checkpoint.root);
    expect(verifyCheckpoint(checkpoint, signingKey)).toBe(true);
  });

  it('proves that a later checkpoint holds an earlier one', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request(numbered(300)), by);
    const earlier = await ledger.newestCheckpoint('decisions');
    await ledger.append(request(numbered(500, 301)), by);
    const later = await ledger.newestCheckpoint('decisions', 800);
    const { path } = await ledger.consistency('decisions', earlier.size, later.size);
    const states = { from: earlier.size, fromRoot: earlier.root, to: later.size, toRoot: later.root };
    expect(verifyConsistency({ ...states, path })).toBe(true);
    expect(verifyConsistency({ ...states, fromRoot: later.root, path })).toBe(false);
  });
});
