import { describe, expect, it } from 'vitest';
import {
  describeIssue,
  headText,
  leafHash,
  previousOfFirst,
  streamVerifier,
  type StoredRow,
  type StreamOptions,
  type VerificationReport,
} from '../../../engine/index.ts';
import { nodeCrypto } from './node-crypto.ts';
import { checkpointOf, entryOf, headOf, hubKey, recordOf, rowOf, rowsOf, stream, testSigner } from './small-ledger.ts';

const rows = rowsOf(20);
const head = headOf(rows);
const checkpoints = [checkpointOf(rows, 8), checkpointOf(rows, 15)];
const grounds: StreamOptions = { keys: [hubKey.key], head, checkpoints, crypto: nodeCrypto };

function verify(stored: readonly StoredRow[], options: Partial<StreamOptions> = {}): VerificationReport {
  const verifier = streamVerifier(stream, { ...grounds, ...options });
  verifier.add(stored);
  return verifier.finish();
}

const found = (report: VerificationReport) => report.findings.map(({ code, sequence }) => [code, sequence]);
const without = (...sequences: number[]) => rows.filter((_, at) => !sequences.includes(at + 1));
const row = (sequence: number) => rows[sequence - 1] as StoredRow;
const replaced = (sequence: number, by: StoredRow) => rows.map((own, at) => (at + 1 === sequence ? by : own));

/** Another entry in place of one, with the right hash for it. */
const forged = (sequence: number, previous = row(sequence - 1)?.hash ?? previousOfFirst) =>
  rowOf(entryOf(sequence, previous, { record: { ...recordOf(sequence), key: 'forged' } as never }));

describe('the verification of a stream', () => {
  it('finds nothing in one that is as it was recorded', () => {
    expect(verify(rows)).toEqual({
      stream,
      entries: 20,
      ok: true,
      findings: [],
      moreFindings: 0,
      head: 'signed',
      checkpoints: 2,
      signedBy: [hubKey.key],
      root: checkpointOf(rows).root,
    });
  });

  it('finds nothing in an empty one, and nothing without head and checkpoints', () => {
    expect(verify([], { head: null, checkpoints: [] })).toMatchObject({ ok: true, entries: 0, head: 'missing' });
    expect(streamVerifier(stream, { keys: [] }).finish()).toMatchObject({ ok: true, signedBy: [] });
  });

  it('gives the same answer with the engine’s own cryptography, row by row', () => {
    const { crypto: _, ...plain } = grounds;
    const verifier = streamVerifier(stream, plain);
    for (const one of rows) verifier.add([one]);
    expect(verifier.finish()).toEqual(verify(rows));
  });

  const changed = (sequence: number) => ({ ...row(sequence), entry: row(sequence).entry.replace('Refund', 'Refunt') });

  it.each<[string, readonly StoredRow[], [string, number][]]>([
    ['a changed byte', replaced(7, changed(7)), [['entry_changed', 7]]],
    ['a changed byte in the first row', replaced(1, changed(1)), [['entry_changed', 1]]],
    ['a changed byte in the last row', replaced(19, changed(19)), [['entry_changed', 19]]],
    ['a text that is none any more', replaced(7, { ...row(7), entry: '{' }), [['entry_changed', 7]]],
    [
      'a changed number',
      replaced(7, { ...row(7), entry: row(7).entry.replace('"sequence":7', '"sequence":9') }),
      [['entry_changed', 7]],
    ],
    ['a changed hash column', replaced(7, { ...row(7), hash: row(8).hash }), [['column_differs', 7]]],
    ['a row in place of another, with a right hash', replaced(7, forged(7)), [['chain_broken', 7]]],
    ['one that names no row before it', replaced(7, forged(7, row(3).hash)), [['chain_broken', 7]]],
    ['the first row in place of another', replaced(1, forged(1, previousOfFirst)), [['chain_broken', 1]]],
    ['the last row in place of another', replaced(20, forged(20)), [['chain_broken', 20]]],
    ['the last one, which names no row before it', replaced(20, forged(20, row(3).hash)), [['chain_broken', 20]]],
    ['a removed row', without(7), [['entry_missing', 7]]],
    ['the first row removed', without(1), [['entry_missing', 1]]],
    [
      'several removed rows',
      without(7, 8, 12),
      [
        ['entry_missing', 7],
        ['entry_missing', 12],
      ],
    ],
    ['a removed tail', rows.slice(0, 17), [['tail_missing', 18]]],
    ['all rows removed', [], [['tail_missing', 1]]],
    [
      'two swapped neighbours',
      replaced(7, row(8)).map((own, at) => (at === 7 ? row(7) : own)),
      [
        ['entries_out_of_order', 7],
        ['entries_out_of_order', 8],
      ],
    ],
    [
      'two swapped rows',
      replaced(7, row(12)).map((own, at) => (at === 11 ? row(7) : own)),
      [
        ['entries_out_of_order', 7],
        ['entries_out_of_order', 12],
      ],
    ],
    ['a row inserted with a right hash', [...rows.slice(0, 7), forged(8), ...rows.slice(7)], [['entry_inserted', 8]]],
    [
      'a row inserted with a right hash behind the right one',
      [...rows.slice(0, 8), forged(8), ...rows.slice(8)],
      [['entry_inserted', 8]],
    ],
    ['a row twice', [...rows.slice(0, 7), row(7), ...rows.slice(7)], [['entry_inserted', 7]]],
    ['a row added at the end with a right hash', [...rows, forged(21, row(20).hash)], [['entries_beyond_head', 21]]],
    [
      'garbage between rows',
      [...rows.slice(0, 7), { entry: 'x', hash: 'y' }, ...rows.slice(7)],
      [['entry_inserted', 8]],
    ],
  ])('finds %s', (_, stored, expected) => {
    const report = verify(stored);
    expect(found(report)).toEqual(expected);
    expect(report.ok).toBe(false);
    for (const finding of report.findings) expect(describeIssue(finding)).toMatch(/^[A-Z].*\d.*\.$/);
  });

  it('finds several at once, each at its place', () => {
    const stored = replaced(3, changed(3)).filter((_, at) => at !== 9 && at < 18);
    expect(found(verify(stored))).toEqual([
      ['entry_changed', 3],
      ['entry_missing', 10],
      ['tail_missing', 19],
    ]);
  });

  it('finds a chain that somebody built anew from one entry on, with right hashes', () => {
    const rebuilt = rows.slice(0, 6);
    for (let sequence = 7; sequence <= 20; sequence++) rebuilt.push(forged(sequence, rebuilt.at(-1)?.hash));
    expect(found(verify(rebuilt))).toEqual([
      ['chain_broken', 20],
      ['checkpoint_root_differs', 8],
      ['checkpoint_root_differs', 15],
    ]);
    const ownHead = headOf(rebuilt, testSigner('somebody'));
    expect(found(verify(rebuilt, { head: ownHead, checkpoints: [] }))).toEqual([['head_key_unknown', 20]]);
    const claimed = { ...ownHead, keyId: hubKey.key.id };
    expect(found(verify(rebuilt, { head: claimed, checkpoints: [] }))).toEqual([['head_signature_wrong', 20]]);
    expect(found(verify(rebuilt, { head: null, checkpoints: [] }))).toEqual([['head_missing', null]]);
  });

  it('goes on after a finding, and counts those that it does not list', () => {
    const many = rowsOf(150).map((one) => ({ ...one, entry: `${one.entry} ` }));
    const report = verify(many, { head: headOf(many), checkpoints: [] });
    expect(report.findings).toHaveLength(100);
    expect(report.moreFindings).toBe(50);
  });
});

describe('the content of entries', () => {
  it.each([
    ['kind', 'decided'],
    ['recordKey', 'x'],
    ['subject', 's_other'],
    ['journey', null],
    ['step', 'Other'],
    ['tableId', 'other'],
    ['ruleId', null],
    ['outcome', 'pay: yes'],
    ['decidedAt', '2026-01-01T00:00:00.000Z'],
    ['sequence', 8],
  ])('is held against the column %s', (column, value) => {
    const stored = replaced(7, { ...row(7), columns: { ...row(7).columns, [column]: value } });
    const [finding] = verify(stored).findings;
    expect(finding).toMatchObject({ code: 'column_differs', sequence: 7, params: { column } });
  });

  it('is of the stream, of the form that the ledger writes, and never earlier than the one before', () => {
    const stored = rows.slice(0, 10);
    const add = (changed: Parameters<typeof entryOf>[2]) =>
      stored.push(rowOf(entryOf(stored.length + 1, stored.at(-1)?.hash ?? '', changed)));
    add({ stream: 'other' });
    add({ recordedAt: '2020-01-01T00:00:00.000Z' });
    const spaced = JSON.stringify(JSON.parse(rowOf(entryOf(13, stored.at(-1)?.hash ?? '')).entry), null, 1);
    stored.push({ entry: spaced, hash: leafHash(spaced) });
    const odd = `{"previous":"${stored.at(-1)?.hash ?? ''}","sequence":14}`;
    stored.push({ entry: odd, hash: leafHash(odd) });
    expect(found(verify(stored, { head: headOf(stored), checkpoints: [] }))).toEqual([
      ['entry_of_other_stream', 11],
      ['clock_went_back', 12],
      ['not_canonical', 13],
      ['entry_unreadable', 14],
    ]);
  });

  it('of the first entry names no entry before it', () => {
    const stored = [rowOf(entryOf(1, row(3).hash))];
    expect(found(verify(stored, { head: headOf(stored), checkpoints: [] }))).toEqual([['first_entry_has_previous', 1]]);
  });
});

describe('checkpoints', () => {
  const other = testSigner('somebody');

  it.each([
    ['signed by another key', checkpointOf(rows, 8, other), 'checkpoint_key_unknown'],
    [
      'signed by another key under the hub’s name',
      { ...checkpointOf(rows, 8, other), keyId: hubKey.key.id },
      'checkpoint_signature_wrong',
    ],
    ['with another root', { ...checkpointOf(rows, 8), root: checkpointOf(rows, 9).root }, 'checkpoint_signature_wrong'],
    ['with another size', { ...checkpointOf(rows, 8), size: 9 }, 'checkpoint_signature_wrong'],
    ['with a damaged signature', { ...checkpointOf(rows, 8), signature: 'AAAA' }, 'checkpoint_signature_wrong'],
  ])('%s are found', (_, checkpoint, code) => {
    const report = verify(rows, { checkpoints: [checkpoint, ...checkpoints] });
    expect(found(report)).toEqual([[code, checkpoint.size]]);
    expect(report.checkpoints).toBe(2);
  });

  it('signed by a key whose id is not its own are found', () => {
    const planted = { ...other.key, id: hubKey.key.id };
    const checkpoint = { ...checkpointOf(rows, 8, other), keyId: hubKey.key.id };
    expect(found(verify(rows, { keys: [planted], head: null, checkpoints: [checkpoint] }))).toEqual([
      ['head_missing', null],
      ['checkpoint_key_unknown', 8],
    ]);
  });

  it('dated after their key was retired are found', () => {
    const retired = { ...hubKey.key, retiredAt: '2026-11-22T00:00:10.000Z' };
    expect(found(verify(rows, { keys: [retired] }))).toEqual([['checkpoint_key_retired', 15]]);
  });

  it('show a cut tail when the head is cut as well', () => {
    const cut = rows.slice(0, 10);
    expect(found(verify(cut, { head: headOf(cut) }))).toEqual([['tail_missing', 11]]);
  });

  it('that somebody kept show a ledger restored from an older backup', () => {
    const backup = rows.slice(0, 10);
    const report = verify(backup, {
      head: headOf(backup),
      checkpoints: [checkpointOf(rows, 8)],
      kept: [checkpointOf(rows, 15)],
    });
    expect(found(report)).toEqual([['older_than_checkpoint', 11]]);
    const goneOn = [...backup];
    while (goneOn.length < 20) goneOn.push(forged(goneOn.length + 1, goneOn.at(-1)?.hash));
    const later = verify(goneOn, { head: headOf(goneOn), checkpoints: [], kept: [checkpointOf(rows, 15)] });
    expect(found(later)).toEqual([['checkpoint_root_differs', 15]]);
  });

  it('have to be announced before the rows', () => {
    const verifier = streamVerifier(stream, { ...grounds, checkpoints: [], checkpointSizes: [8] });
    verifier.add(rows);
    expect(found(verifier.finish({ checkpoints }))).toEqual([['checkpoint_not_announced', 15]]);
  });
});

describe('a head', () => {
  it('of another stream, or changed, is none', () => {
    for (const changed of [{ stream: 'audit' }, { size: 19 }, { lastHash: row(19).hash }, { recordedAt: 'x' }]) {
      expect(verify(rows, { head: { ...head, ...changed }, checkpoints: [] }).head).toBe('wrong');
    }
    const text = headText({ ...head, stream: 'audit' });
    const audit = { ...head, stream: 'audit', signature: hubKey.sign(text) };
    expect(verify(rows, { head: audit }).head).toBe('wrong');
  });

  it('may be read after the rows', () => {
    const verifier = streamVerifier(stream, { keys: [hubKey.key] });
    verifier.add(rows);
    expect(verifier.finish({ head })).toMatchObject({ ok: true, head: 'signed' });
  });
});

describe('a selection of entries', () => {
  it('is verified entry by entry, and as a chain where they follow one another', () => {
    const options = { filtered: true, checkpoints };
    expect(verify(without(2, 3, 9, 20), options)).toMatchObject({ ok: true, root: null, entries: 16 });
    expect(found(verify(replaced(7, changedRow(7)).slice(4), options))).toEqual([['entry_changed', 7]]);
    expect(found(verify(replaced(7, forged(7)).slice(4), options))).toEqual([['chain_broken', 7]]);
    expect(found(verify([row(8), row(7)], options))).toEqual([['entry_inserted', 7]]);
  });
});

function changedRow(sequence: number): StoredRow {
  return { ...row(sequence), entry: row(sequence).entry.replace('Refund', 'Refunt') };
}
