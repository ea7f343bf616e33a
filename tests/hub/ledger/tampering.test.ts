import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { entryText, leafHash, type LedgerEntry, type VerificationReport } from '../../../engine/index.ts';
import type { Ledger } from '../../../hub/src/ledger/ledger.service.ts';
import { record, request } from './records.ts';
import { fileStorage, ledgerOver, testFolder } from './test-ledger.ts';

const by = 'key:k1';
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, index) => record(`k${from + index}`));

/** A ledger of 300 entries in a file, with a checkpoint at 280, and somebody who may write to the file. */
async function tampered(change: (database: DatabaseSync) => void) {
  const file = path.join(testFolder(), 'steward.sqlite');
  const { ledger } = await ledgerOver(await fileStorage(file));
  await ledger.append(request(numbered(280)), by);
  await ledger.newestCheckpoint('decisions');
  await ledger.append(request(numbered(20, 281)), by);
  const database = new DatabaseSync(file, { timeout: 5000 });
  const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  change(database);
  database.close();
  return ledgerOver(await fileStorage(file));
}

async function verified(ledger: Ledger): Promise<VerificationReport> {
  for await (const line of await ledger.verify('decisions')) if ('report' in line) return line.report;
  throw new Error('no report came');
}

const set = (column: string, value: string, sequence: number) => (database: DatabaseSync) =>
  void database.prepare(`update ledger_entries set ${column} = ${value} where sequence = ?`).run(sequence);

/** Adds an entry as the hub would have, but for the signature of the end. */
function plantRow(database: DatabaseSync): void {
  const last = database.prepare('select * from ledger_entries where stream = ? and sequence = 300').get('decisions');
  const { entry: text, hash: previous } = last as { entry: string; hash: string };
  const entry = JSON.parse(text) as LedgerEntry;
  const planted = entryText({ ...entry, sequence: 301, previous, record: { ...entry.record, key: 'planted' } });
  if (!planted.ok) throw new Error('the planted entry has no text');
  database
    .prepare(
      `insert into ledger_entries select stream, 301, ?, ?, kind, 'planted', subject, journey, step, table_id, rule_id,
        outcome, decided_at from ledger_entries where sequence = 300`,
    )
    .run(planted.value, leafHash(planted.value));
}

const tamperings: [string, (database: DatabaseSync) => void, string][] = [
  ['a changed byte', set('entry', `replace(entry, '"r1"', '"r2"')`, 42), 'entry_changed'],
  ['a changed hash', set('hash', `'${'0'.repeat(64)}'`, 42), 'column_differs'],
  ['a changed search column', set('outcome', `'days: 99'`, 42), 'column_differs'],
  ['a person under another name', set('subject', `'s_${'x'.repeat(22)}'`, 42), 'column_differs'],
  ['a removed row', (database) => database.exec('delete from ledger_entries where sequence = 42'), 'entry_missing'],
  [
    'two swapped rows',
    (database) =>
      database.exec(`update ledger_entries set sequence = 100042 where sequence = 42;
        update ledger_entries set sequence = 42 where sequence = 43;
        update ledger_entries set sequence = 43 where sequence = 100042`),
    'entries_out_of_order',
  ],
  ['a removed tail', (database) => database.exec('delete from ledger_entries where sequence > 290'), 'tail_missing'],
  [
    'a tail that was removed together with what the end says',
    (database) =>
      database.exec(`delete from ledger_entries where sequence > 290;
        update ledger_streams set size = 290, last_hash = (select hash from ledger_entries where sequence = 290)`),
    'head_signature_wrong',
  ],
  ['a row behind the end, with a right hash', plantRow, 'entries_beyond_head'],
  ['a signed end that is gone', (database) => database.exec('delete from ledger_streams'), 'head_missing'],
  [
    'a checkpoint with another root',
    (database) => database.exec(`update ledger_checkpoints set root = '${'1'.repeat(64)}'`),
    'checkpoint_signature_wrong',
  ],
  [
    'a checkpoint by an unknown key',
    (database) => database.exec(`update ledger_checkpoints set key_id = '${'a'.repeat(16)}'`),
    'checkpoint_key_unknown',
  ],
];

describe('whatever somebody changes in the file', () => {
  it.each(tamperings)('%s is found', async (_, change, code) => {
    const { ledger } = await tampered(change);
    const report = await verified(ledger);
    expect(report.ok).toBe(false);
    expect(report.findings.map((finding) => finding.code)).toContain(code);
  });

  it('an untouched ledger is right', async () => {
    const { ledger } = await tampered(() => undefined);
    expect(await verified(ledger)).toMatchObject({ ok: true, entries: 300, checkpoints: 1 });
  });
});

describe('a stream whose end was changed', () => {
  it.each([
    ['a tail that was cut', 'delete from ledger_entries where sequence > 290'],
    ['a size that was changed', 'update ledger_streams set size = 299'],
    ['a last hash that was changed', `update ledger_streams set last_hash = '${'0'.repeat(64)}'`],
    ['a last entry that was changed', `update ledger_entries set hash = '${'0'.repeat(64)}' where sequence = 300`],
    ['an unknown key', `update ledger_streams set key_id = '${'a'.repeat(16)}'`],
    ['a row behind the end', plantRow],
    ['a signed end that is gone', 'delete from ledger_streams'],
    ['a tile that is gone', 'delete from ledger_tiles'],
  ])('%s: nothing is added to it, and the hub says so', async (_, change) => {
    const { ledger, store, logLines } = await tampered((database) =>
      typeof change === 'string' ? database.exec(change) : change(database),
    );
    await expect(ledger.checkHealth()).resolves.toBeUndefined();
    const append = ledger.append(request([record('new')]), by);
    await expect(append).rejects.toMatchObject({
      code: 'ledger_damaged',
      problem: { params: { stream: 'decisions' } },
    });
    await expect(ledger.checkHealth()).rejects.toThrow('decisions');
    expect(logLines).toMatchObject([{ stream: 'decisions' }]);
    expect(await store.search('decisions', {}, { before: null, limit: 1 })).not.toMatchObject([{ recordKey: 'new' }]);
    // Other streams go on.
    await ledger.append(request([record('new')], { stream: 'claims' }), by);
  });

  it('gives no receipt for an entry that is not the one that was signed', async () => {
    const { ledger } = await tampered(set('entry', `replace(entry, '"r1"', '"r2"')`, 42));
    await expect(ledger.receipt('decisions', 42)).rejects.toMatchObject({ code: 'ledger_damaged' });
    await expect(ledger.receipt('decisions', 43)).resolves.toBeDefined();
  });

  it('signs no checkpoint that contradicts an earlier one', async () => {
    const { ledger } = await tampered(set('hash', `'${'0'.repeat(64)}'`, 270));
    await expect(ledger.newestCheckpoint('decisions', 290)).rejects.toMatchObject({
      code: 'ledger_damaged',
      problem: { params: { why: expect.stringContaining('before the checkpoint at 280') as string } },
    });
  });
});

describe('a stream that was set back to an end that was signed once', () => {
  /** Twenty entries in two commits, and what somebody with the file needs to undo the second. */
  async function setBack() {
    const file = path.join(testFolder(), 'steward.sqlite');
    const { ledger } = await ledgerOver(await fileStorage(file));
    await ledger.append(request(numbered(10)), by);
    const database = new DatabaseSync(file, { timeout: 5000 });
    onTestFinished(() => database.close());
    const head = database.prepare('select * from ledger_streams').get() as Record<string, string | number>;
    await ledger.append(request(numbered(10, 11)), by);
    return {
      ledger,
      reopened: async () => (await ledgerOver(await fileStorage(file))).ledger,
      undo(entries: number) {
        database.exec(`drop trigger ledger_entries_no_delete; delete from ledger_entries where sequence > ${entries}`);
        if (entries === 0) database.exec('delete from ledger_streams');
        else {
          const columns = Object.keys(head);
          const values = columns.map((column) => `${column} = ?`).join(', ');
          database.prepare(`update ledger_streams set ${values}`).run(...Object.values(head));
        }
      },
    };
  }
  const refused = { code: 'ledger_damaged', problem: { params: { why: expect.stringContaining('20') as string } } };

  it.each([10, 0])('the hub that added to it finds %d entries too few', async (entries) => {
    const { ledger, undo } = await setBack();
    undo(entries);
    await expect(ledger.append(request([record('new')]), by)).rejects.toMatchObject(refused);
    await expect(ledger.checkHealth()).rejects.toThrow('decisions');
  });

  it.each([10, 0])('a hub that starts finds %d entries too few for what a checkpoint covers', async (entries) => {
    const { ledger, undo, reopened } = await setBack();
    await ledger.newestCheckpoint('decisions', 20);
    undo(entries);
    await expect((await reopened()).append(request([record('new')]), by)).rejects.toMatchObject(refused);
  });
});
