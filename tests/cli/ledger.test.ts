import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkpointText, signingKeyId, type LedgerEntry } from '../../engine/index.ts';
import { verifyStore } from '../../hub/src/cli/ledger/verify-store.ts';
import { openStore } from '../../hub/src/operate/open-store.ts';
import { parseLocation } from '../../hub/src/operate/store-location.ts';
import { runSteward } from './run-steward.ts';
import { sampleLedger, tamperedCopy, type SampleLedger } from './sample-ledger.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const records = 250;
let sample: SampleLedger;
let copies = 0;

beforeAll(async () => {
  mkdirSync(files.path('store'));
  sample = await sampleLedger(files.path('store/steward.sqlite'), records);
});

const copyWith = (tamper: (database: DatabaseSync) => void) =>
  tamperedCopy(sample.file, files.path(`copy-${++copies}`), tamper);

interface Report {
  ok: boolean;
  streams: {
    stream: string;
    entries: number;
    findings: { code: string; sequence: number | null; message: string }[];
  }[];
  keys: { id: string; made: string }[];
}

async function verify(...args: string[]): Promise<{ code: number | null; report: Report }> {
  const { code, out } = await runSteward(['ledger', 'verify', ...args, '--json']);
  return { code, report: JSON.parse(out) as Report };
}

const codesOf = ({ report }: { report: Report }) =>
  new Set(report.streams.flatMap(({ findings }) => findings.map(({ code }) => code)));

describe('steward ledger verify', () => {
  it('says that a store is as it was recorded, and that its keys are the hub’s', async () => {
    const run = await runSteward(['ledger', 'verify', '--database', sample.file]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/^decisions: 250 entries, unchanged; its end is signed, 3 checkpoints hold$/m);
    expect(run.out).toMatch(/^signed by the key [0-9a-f]{16}: made with the hub’s master key$/m);
  });

  it('leaves the file as it is, byte for byte', async () => {
    const file = copyWith((database) => database.exec('pragma journal_mode = delete'));
    const before = readFileSync(file);
    expect((await verify('--database', file)).code).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  const rowOf = (database: DatabaseSync, sequence: number) =>
    database.prepare('select * from ledger_entries where sequence = ?').get(sequence) as Record<string, string>;

  /** An entry that the hub never wrote, chained and hashed as the hub would. */
  const forged = (database: DatabaseSync, sequence: number) => {
    const last = rowOf(database, sequence - 1);
    const entry = JSON.parse(last['entry'] as string) as LedgerEntry;
    const text = (last['entry'] as string)
      .replace(entry.previous, last['hash'] as string)
      .replace(`"sequence":${sequence - 1},`, `"sequence":${sequence},`)
      .replace(entry.record.key, 'forged');
    return { text, hash: hash('sha256', `\0${text}`) };
  };

  const insert = (database: DatabaseSync, sequence: number) => {
    const { text, hash: leaf } = forged(database, sequence);
    database
      .prepare(
        `insert into ledger_entries select stream, ?, ?, ?, kind, 'forged', subject, journey, step, table_id, rule_id,
           outcome, decided_at from ledger_entries where sequence = ?`,
      )
      .run(sequence, text, leaf, sequence - 1);
  };

  it.each<[string, (database: DatabaseSync) => void, string[]]>([
    [
      'a changed byte',
      (database) =>
        database.exec(`update ledger_entries set entry = replace(entry, '50 EUR', '60 EUR') where sequence = 77`),
      ['entry_changed'],
    ],
    [
      'a changed byte with a hash to match',
      (database) => {
        const text = (rowOf(database, 77)['entry'] as string).replace('50 EUR', '60 EUR');
        database
          .prepare('update ledger_entries set entry = ?, hash = ? where sequence = 77')
          .run(text, hash('sha256', `\0${text}`));
      },
      ['chain_broken'],
    ],
    ['a removed row', (database) => database.exec('delete from ledger_entries where sequence = 77'), ['entry_missing']],
    [
      'a removed tail',
      (database) => database.exec('delete from ledger_entries where sequence > 200'),
      ['tail_missing'],
    ],
    [
      'a removed tail, with the signed end taken away',
      (database) => database.exec(`delete from ledger_entries where sequence > 220; delete from ledger_streams`),
      ['head_missing', 'tail_missing'],
    ],
    [
      'two swapped rows',
      (database) =>
        database.exec(`update ledger_entries set sequence = 100000 where sequence = 10;
          update ledger_entries set sequence = 10 where sequence = 11;
          update ledger_entries set sequence = 11 where sequence = 100000`),
      ['entries_out_of_order'],
    ],
    ['a row added at the end with a right hash', (database) => insert(database, records + 1), ['entries_beyond_head']],
    [
      'a search column that says something else',
      (database) => database.exec(`update ledger_entries set rule_id = 'row-99' where sequence = 5`),
      ['column_differs'],
    ],
  ])('finds %s', async (_, tamper, codes) => {
    const run = await verify('--database', copyWith(tamper), '--stream', 'decisions');
    expect(run.code).toBe(1);
    expect([...codesOf(run)]).toEqual(expect.arrayContaining(codes));
  });

  it('finds a checkpoint that was signed by another key, planted in the store or not', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const own = publicKey.export({ format: 'jwk' }).x as string;
    const keyId = signingKeyId(own) as string;
    const text = checkpointText({ ...sample.checkpoint, keyId });
    const signature = sign(null, Buffer.from(text), privateKey).toString('base64url');
    const resign = (database: DatabaseSync) =>
      database
        .prepare('update ledger_checkpoints set key_id = ?, signature = ? where stream = ? and size = ?')
        .run(keyId, signature, 'decisions', records);
    const planted = copyWith((database) => {
      resign(database);
      database
        .prepare(
          `insert into secrets select 'signing:2', wrapped, master_key_id, ?, created_at, null from secrets where name = 'signing:1'`,
        )
        .run(own);
    });
    const run = await verify('--database', planted);
    expect(run.code).toBe(1);
    expect(codesOf(run)).toEqual(new Set(['checkpoint_key_unknown']));
    expect(run.report.keys).toEqual([
      expect.objectContaining({ made: 'own' }),
      { ...run.report.keys[1], id: keyId, made: 'planted' },
    ]);
    const unknown = await verify('--database', copyWith(resign));
    expect(codesOf(unknown)).toEqual(new Set(['checkpoint_key_unknown']));
  });

  it('finds a store that was restored from an older backup, against a kept checkpoint or receipt', async () => {
    const older = files.path('older/steward.sqlite');
    mkdirSync(files.path('older'));
    await sampleLedger(older, 100);
    const other = await verify('--database', older, '--checkpoint', files.written('kept.json', sample.checkpoint));
    // Another hub's ledger altogether: its keys are not those that signed what was kept.
    expect([other.code, [...codesOf(other)]]).toEqual([1, ['checkpoint_key_unknown']]);

    const restored = copyWith((database) =>
      database.exec(`delete from ledger_entries where stream = 'decisions'; delete from ledger_streams where stream = 'decisions';
        delete from ledger_checkpoints where stream = 'decisions'`),
    );
    const receipt = files.written('receipt.json', sample.receipt);
    for (const kept of [files.path('kept.json'), receipt]) {
      const run = await verify('--database', restored, '--checkpoint', kept);
      expect([run.code, [...codesOf(run)]]).toEqual([1, ['older_than_checkpoint']]);
    }
    expect((await verify('--database', sample.file, '--checkpoint', receipt)).code).toBe(0);
  });

  it('believes only the keys that it is told to', async () => {
    const { id, publicKey } = sample.receipt.signingKey;
    expect((await verify('--database', sample.file, '--key', id)).code).toBe(0);
    expect((await verify('--database', sample.file, '--key', publicKey)).code).toBe(0);
    const run = await verify('--database', sample.file, '--key', '0123456789abcdef', '--stream', 'decisions');
    expect([run.code, codesOf(run)]).toEqual([1, new Set(['head_key_unknown', 'checkpoint_key_unknown'])]);
  });

  it('reads with several threads what one reads', async () => {
    const spoiled = copyWith((database) =>
      database.exec(`update ledger_entries set entry = replace(entry, '50 EUR', '60 EUR') where sequence in (7, 240)`),
    );
    const [one, several] = await Promise.all(
      [1, 3].map(async (threads) => {
        const store = await openStore(parseLocation(spoiled));
        const { streams } = await verifyStore(store, { stream: 'decisions', threads, entriesPerThread: 50 });
        await store.close();
        return streams;
      }),
    );
    expect(several).toEqual(one);
    expect(several?.[0]?.findings.map(({ code, sequence }) => [code, sequence])).toEqual([
      ['entry_changed', 7],
      ['entry_changed', 240],
    ]);
    expect(several?.[0]).toMatchObject({ entries: records, head: 'signed', checkpoints: 3 });
  });

  it.each([
    [['--database', 'nowhere.sqlite'], /there is no database .*nowhere\.sqlite\./],
    [['--database', '/dev/null'], /holds no ledger that can be read/],
    [['--export', 'x.jsonl', '--database', 'y.sqlite'], /are two ledgers/],
    [['--export', 'nowhere.jsonl'], /nowhere\.jsonl cannot be read: there is no such file\./],
    [['--database', 'mysql://localhost/x'], /is no database that Steward knows/],
    [['--threads', 'many'], /expected a whole number from 1 to 64/],
    [['--key', 'abc'], /no id of a key/],
  ])('%j is wrong use', async (args, message) => {
    const known = args.includes('--database') || args.includes('--export') ? [] : ['--database', sample.file];
    const run = await runSteward(['ledger', 'verify', ...args, ...known]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(message);
  });
});

describe('steward ledger export', () => {
  it('writes a stream that verifies elsewhere, and does not when a line is changed or cut', async () => {
    const run = await runSteward(['ledger', 'export', '--database', sample.file]);
    expect(run).toMatchObject({ code: 0, err: '' });
    const file = files.written('decisions.jsonl', run.out);
    expect(await verify('--export', file)).toMatchObject({
      code: 0,
      report: { streams: [{ entries: records, ok: true }] },
    });
    expect((await verify('--export', file, '--key', sample.receipt.signingKey.id)).code).toBe(0);

    const changed = files.written('changed.jsonl', run.out.replace('50 EUR', '60 EUR'));
    expect(codesOf(await verify('--export', changed))).toEqual(new Set(['entry_changed']));
    const cut = files.written('cut.jsonl', run.out.split('\n').slice(0, 100).join('\n'));
    expect(codesOf(await verify('--export', cut))).toEqual(new Set(['export_cut_short', 'tail_missing']));
  });

  it('writes a part, whose entries verify one by one', async () => {
    const run = await runSteward(['ledger', 'export', '--database', sample.file, '--from', '20', '--until', '30']);
    expect(run.out.match(/^\{"entry"/gm)).toHaveLength(11);
    const file = files.written('part.jsonl', run.out);
    expect(await verify('--export', file)).toMatchObject({ code: 0, report: { streams: [{ entries: 11 }] } });
  });

  it('says when there is no such stream', async () => {
    const run = await runSteward(['ledger', 'export', '--database', sample.file, '--stream', 'nothing']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/there is no stream nothing/);
  });
});

describe('steward receipt verify', () => {
  it('checks a receipt without the ledger, and says whose key to compare', async () => {
    const file = files.written('one.json', sample.receipt);
    const run = await runSteward(['receipt', 'verify', file]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/holds: entry 125 of decisions/);
    expect(run.out).toContain(`signed by the key ${sample.receipt.signingKey.id}: compare it`);
    expect((await runSteward(['receipt', 'verify', file, '--key', sample.receipt.signingKey.id])).code).toBe(0);
  });

  it('takes several, and fails when one does not hold', async () => {
    const good = files.written('good.json', sample.receipt);
    const entry = sample.receipt.entry.replace('50 EUR', '60 EUR');
    const bad = files.written('bad.json', { ...sample.receipt, entry });
    const run = await runSteward(['receipt', 'verify', good, bad, '--json']);
    expect(run.code).toBe(1);
    const { receipts } = JSON.parse(run.out) as { receipts: { file: string; ok: boolean }[] };
    expect(receipts.map(({ ok }) => ok)).toEqual([true, false]);
    const other = await runSteward(['receipt', 'verify', good, '--key', '0123456789abcdef']);
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/DOES NOT HOLD/);
  });

  it('reads keys from PEM, and from what the hub publishes', async () => {
    const { signingKey } = sample.receipt;
    const file = files.written('r.json', sample.receipt);
    const published = files.written('keys.json', [signingKey]);
    const der = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(signingKey.publicKey, 'base64url'),
    ]);
    const pem = files.written(
      'key.pem',
      `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`,
    );
    for (const key of [published, pem])
      expect((await runSteward(['receipt', 'verify', file, '--key', key])).code).toBe(0);
  });
});
