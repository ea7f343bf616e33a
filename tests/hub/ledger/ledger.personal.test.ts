import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { streamVerifier, type EventRecord, type LedgerEntry } from '../../../engine/index.ts';
import type { LedgerStore } from '../../../hub/src/ledger/ledger.store.ts';
import { nodeCrypto } from '../../../hub/src/ledger/node-crypto.ts';
import { record, request } from './records.ts';
import { fileStorage, ledgerOver, testFolder, testLedger } from './test-ledger.ts';

const by = 'key:k1';
const staff = { id: 'u1', name: 'Olive Owner', recordedBy: 'person:u1' };

async function auditEvents(store: LedgerStore): Promise<EventRecord[]> {
  const rows = await store.search('audit', {}, { before: null, limit: 100 });
  return rows.map(({ entry }) => (JSON.parse(entry) as LedgerEntry).record as EventRecord).reverse();
}

describe('opening inputs', () => {
  it('gives back what was sealed, and records who looked and why', async () => {
    const { ledger, store } = await testLedger();
    await ledger.append(request([record('k1', { subject: 'C-1', inputs: { amount: 3 }, note: 'by phone' })]), by);
    const opened = await ledger.openInputs('decisions', 1, staff, 'complaint 17');
    expect(opened).toEqual({ subject: 'C-1', inputs: { amount: 3 }, note: 'by phone' });
    const subject = (await store.entry('decisions', 1))?.subject;
    expect(await auditEvents(store)).toMatchObject([
      {
        kind: 'inputs-opened',
        actor: { id: 'u1' },
        subject,
        reason: 'complaint 17',
        details: { stream: 'decisions', sequence: 1 },
      },
    ]);
  });

  it('shows nothing when it cannot be recorded', async () => {
    const { ledger } = await testLedger();
    await ledger.append(request([record('k1')]), by);
    await ledger.close();
    await expect(ledger.openInputs('decisions', 1, staff, 'complaint 17')).rejects.toMatchObject({
      code: 'ledger_closing',
    });
  });

  it('says so when there is nothing personal, and no such entry', async () => {
    const { ledger, store } = await testLedger();
    await ledger.append(request([record('k1', { subject: null, inputs: {} })]), by);
    await expect(ledger.openInputs('decisions', 1, staff, 'why not')).rejects.toMatchObject({ code: 'no_inputs' });
    await expect(ledger.openInputs('decisions', 2, staff, 'why not')).rejects.toMatchObject({
      code: 'entry_not_found',
    });
    expect(await auditEvents(store)).toEqual([]);
  });

  it.each([
    ['another record', 2],
    ['another person', 3],
  ])('does not open what was put there from %s', async (_, from) => {
    const { ledger, store } = await testLedger();
    await ledger.append(
      request([record('k1', { subject: 'C-1' }), record('k2', { subject: 'C-1' }), record('k3')]),
      by,
    );
    const [row, other] = [await store.entry('decisions', 1), await store.entry('decisions', from)];
    const moved = JSON.parse(row?.entry ?? '') as LedgerEntry;
    moved.sealed = (JSON.parse(other?.entry ?? '') as LedgerEntry).sealed ?? '';
    const swapped = { ...store, entry: async () => row && { ...row, entry: JSON.stringify(moved) } };
    const reading = await ledgerOver({ ...(await fileStorage(path.join(testFolder(), 'x.sqlite'))), ledger: swapped });
    // The secrets are another store's: only the keys of subjects count here.
    await expect(reading.ledger.openInputs('decisions', 1, staff, 'a test')).rejects.toMatchObject({
      code: 'ledger_damaged',
    });
  });

  it('says that the key was changed, and an export leaves that entry closed and shows the others', async () => {
    const { ledger, storage, store } = await testLedger();
    await ledger.append(request([record('k1', { subject: 'C-1' }), record('k2', { subject: 'C-2' })]), by);
    const [row, other] = [await store.entry('decisions', 1), await store.entry('decisions', 2)];
    const spoiled: LedgerStore = {
      ...store,
      // The key of another person does not open as this person's.
      subject: async (ref) => {
        const found = await store.subject(ref);
        const wrapped = ref === row?.subject ? (await store.subject(other?.subject ?? ''))?.wrappedKey : undefined;
        return found && { ...found, ...(wrapped && { wrappedKey: wrapped }) };
      },
    };
    const reading = await ledgerOver({ ...storage, ledger: spoiled });
    await expect(reading.ledger.openInputs('decisions', 1, staff, 'a test')).rejects.toMatchObject({
      code: 'ledger_damaged',
      problem: { params: { sequence: 1 } },
    });
    const exported = { format: 'jsonl', openInputs: { reason: 'a test' } } as const;
    let text = '';
    for await (const piece of await reading.ledger.export('decisions', exported, { actor: null, recordedBy: 'key:k' }))
      text += piece;
    expect(text).not.toContain('C-1');
    expect(text).toContain('"subject":"C-2"');
    expect(text).toContain('{"end":true,"entries":2}');
  });
});

describe('erasing a person', () => {
  it('makes their inputs unreadable for good, says what was erased, and records it', async () => {
    const { ledger, store } = await testLedger();
    await ledger.append(
      request([record('k1', { subject: 'C-1' }), record('k2', { subject: 'C-2' }), record('k3', { subject: 'C-1' })]),
      by,
    );
    const erasure = await ledger.erase({ subject: 'C-1', reason: 'asked by letter' }, staff);
    expect(erasure).toMatchObject({ entries: { decisions: 2 }, recorded: { stream: 'audit', sequence: 1 } });
    expect(await auditEvents(store)).toMatchObject([
      {
        kind: 'erasure',
        subject: erasure.subjectRef,
        reason: 'asked by letter',
        details: { entries: { decisions: 2 } },
      },
    ]);
    await expect(ledger.openInputs('decisions', 1, staff, 'complaint')).rejects.toMatchObject({
      code: 'inputs_erased',
    });
    expect((await ledger.entry('decisions', 3)).inputs).toBe('erased');
    expect((await ledger.entry('decisions', 2)).inputs).toBe('sealed');
    expect((await ledger.search({ subject: 'C-1' })).lines).toEqual([]);
    await expect(ledger.erase({ subject: 'C-1', reason: 'once more' }, staff)).rejects.toMatchObject({
      code: 'subject_not_found',
    });
    await expect(ledger.erase({ subjectRef: erasure.subjectRef, reason: 'once more' }, staff)).rejects.toMatchObject({
      code: 'subject_not_found',
    });
  });

  it('gives the same person another name afterwards', async () => {
    const { ledger, store } = await testLedger();
    await ledger.append(request([record('k1', { subject: 'C-1' })]), by);
    await ledger.erase({ subject: 'C-1', reason: 'asked by letter' }, staff);
    await ledger.append(request([record('k2', { subject: 'C-1' })]), by);
    const [first, second] = [await store.entry('decisions', 1), await store.entry('decisions', 2)];
    expect(second?.subject).not.toBe(first?.subject);
  });

  it('knows a record that is sent once more after the erasure', async () => {
    const { ledger } = await testLedger();
    const first = await ledger.append(request([record('k1', { subject: 'C-1' })]), by);
    await ledger.erase({ subject: 'C-1', reason: 'asked by letter' }, staff);
    const again = await ledger.append(request([record('k1', { subject: 'C-1' })]), by);
    expect(again).toMatchObject({ sequences: first.sequences, duplicates: [0] });
  });

  it('is finished when the hub was stopped after it was recorded', async () => {
    const { ledger, storage, store } = await testLedger();
    await ledger.append(request([record('k1', { subject: 'C-1' })]), by);
    const stopped = await ledgerOver({
      ...storage,
      ledger: { ...store, eraseSubject: () => Promise.reject(new Error('killed')) },
    });
    await expect(stopped.ledger.erase({ subject: 'C-1', reason: 'asked by letter' }, staff)).rejects.toThrow('killed');
    expect((await ledger.entry('decisions', 1)).inputs).toBe('sealed');
    const restarted = await ledgerOver(storage);
    expect((await restarted.ledger.entry('decisions', 1)).inputs).toBe('erased');
    expect(await auditEvents(store)).toHaveLength(1);
  });

  it.each([{}, { subject: 'C-1', subjectRef: `s_${'x'.repeat(22)}` }])(
    'takes one name of a person, not %j',
    async (names) => {
      const { ledger } = await testLedger();
      await expect(ledger.erase({ ...names, reason: 'a test' }, staff)).rejects.toMatchObject({
        code: 'invalid_request',
      });
    },
  );

  it('leaves no plain value, key or name in any file of the store, and the chain verifies', async () => {
    const folder = testFolder();
    const storage = await fileStorage(path.join(folder, 'steward.sqlite'));
    const { ledger, store, logLines } = await ledgerOver(storage);
    const planted = {
      subject: 'MARKER-person@example.com',
      inputs: { iban: 'MARKER-DE02', deep: { list: ['MARKER-x'] } },
      note: 'MARKER-note',
    };
    await ledger.append(request([record('k1', planted), record('k2'), record('k3', planted)]), by);
    const before = await store.subject((await store.entry('decisions', 1))?.subject ?? '');
    const files = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
    const has = (trace: string | Buffer) => files().some((file) => file.includes(trace));
    const key = Buffer.from(before?.wrappedKey ?? []);
    expect([has(before?.lookup ?? ''), has(key)]).toEqual([true, true]);
    await ledger.openInputs('decisions', 3, staff, 'complaint 9');
    await ledger.erase({ subject: planted.subject, reason: 'asked by letter' }, staff);

    expect(['MARKER', before?.lookup ?? '', key].map(has)).toEqual([false, false, false]);
    expect(JSON.stringify(logLines)).not.toContain('MARKER');

    const head = await store.head('decisions');
    const verifier = streamVerifier('decisions', { keys: ledger.secrets.signingKeys(), head, crypto: nodeCrypto });
    for await (const rows of store.entries('decisions', 1, 4)) verifier.add(rows);
    expect(verifier.finish()).toMatchObject({ ok: true, entries: 3, head: 'signed' });
  });
});
