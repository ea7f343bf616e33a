import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../hub/src/cli/run-cli.ts';
import { configuredKeys } from '../../hub/src/operate/configured-keys.ts';
import { openLedgerOf } from '../../hub/src/operate/open-ledger.ts';
import { openOrMakeStore, openStore } from '../../hub/src/operate/open-store.ts';
import { parseLocation } from '../../hub/src/operate/store-location.ts';
import { stewardHub } from '../../hub/src/standalone/steward-hub.ts';
import { runSteward, type StewardRun } from '../cli/run-steward.ts';
import { appendRequest } from '../load/decision-records.ts';
import { ada, asking, bruno, customer, identityOver, machine } from '../hub/identity/test-identity.ts';
import { newDatabase } from './postgres-store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-operate-'));
  vi.stubEnv('STEWARD_MASTER_KEY', randomBytes(32).toString('base64'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

/** Runs `steward-hub` in this process. */
async function hub(...args: string[]): Promise<StewardRun> {
  const run: StewardRun = { code: null, out: '', err: '' };
  run.code = await runCli(
    args,
    {
      input: (async function* () {})(),
      write: async (content) => void (run.out += String(content)),
      note: (text) => void (run.err += text),
      isTerminal: false,
    },
    stewardHub,
  );
  return run;
}

type Work = Parameters<typeof withLedger>[1];

async function withLedger<T>(
  database: string,
  work: (
    ledger: Awaited<ReturnType<typeof openLedgerOf>>,
    store: Awaited<ReturnType<typeof openOrMakeStore>>,
  ) => Promise<T>,
): Promise<T> {
  const location = parseLocation(database);
  const store = await openOrMakeStore(location);
  const ledger = await openLedgerOf(store, configuredKeys(location, process.env), (line) => {
    throw new Error(line);
  });
  try {
    return await work(ledger, store);
  } finally {
    await ledger.close();
    await store.close();
  }
}

/** Who customers are, in a store. */
function withIdentity<T>(
  database: string,
  work: (opened: Awaited<ReturnType<typeof identityOver>>) => Promise<T>,
): Promise<T> {
  return withLedger(database, async (ledger, store) => {
    const clock = { time: Date.now(), now: () => Date.now() };
    return work(await identityOver(store.storage, { ledger, clock, logLines: [] }));
  });
}

const record: Work = (ledger) =>
  ledger.append(appendRequest({ from: 0, count: 300, prefix: 'r', people: 10 }), 'key:t');
const subject = 'customer-0@example.com';
const staff = { id: 'ada', name: 'Ada', recordedBy: 'person:ada' };

async function verifies(database: string): Promise<boolean> {
  return (await runSteward(['ledger', 'verify', '--database', database])).code === 0;
}

/** What a store knows of a person, and whether it can still read it. */
async function inputsOf(database: string): Promise<unknown> {
  return withLedger(database, async (ledger) => {
    const { lines } = await ledger.search({ subject });
    const [line] = lines;
    return line === undefined ? null : (await ledger.openInputs('decisions', line.sequence, staff, 'a test')).subject;
  });
}

const stores: [string, () => Promise<string>][] = [
  ['SQLite', async () => at('steward.sqlite')],
  ['PostgreSQL', async () => (await newDatabase()).url],
];

describe.each(stores)('steward-hub on %s', (_, newStore) => {
  let database: string;

  beforeEach(async () => {
    database = await newStore();
    await withLedger(database, record);
  });

  it('backs up while a ledger is open, and restores into either database', async () => {
    await withLedger(database, async (ledger) => {
      expect(await hub('backup', at('backup.sqlite'), '--database', database)).toMatchObject({ code: 0, out: '' });
      await ledger.append(appendRequest({ from: 300, count: 10, prefix: 'r' }), 'key:t');
    });
    expect(statSync(at('backup.sqlite')).mode & 0o777).toBe(0o600);
    expect(existsSync(at('backup.sqlite.partial'))).toBe(false);
    for (const target of [at('restored/steward.sqlite'), (await newDatabase()).url]) {
      const run = await hub('restore', at('backup.sqlite'), '--database', target);
      expect([run.code, run.err]).toEqual([0, expect.stringContaining('decisions: 300 entries, unchanged')]);
      expect(await verifies(target)).toBe(true);
      expect(await inputsOf(target)).toBe(subject);
    }
  });

  it('overwrites nothing', async () => {
    writeFileSync(at('there.sqlite'), 'mine');
    expect((await hub('backup', at('there.sqlite'), '--database', database)).code).toBe(2);
    expect(readFileSync(at('there.sqlite'), 'utf8')).toBe('mine');
    await hub('backup', at('backup.sqlite'), '--database', database);
    const run = await hub('restore', at('backup.sqlite'), '--database', database);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(/exists already|is not empty/)]);
  });

  it('erases again in a restored backup whoever was erased since', async () => {
    await hub('backup', at('backup.sqlite'), '--database', database);
    await withLedger(database, (ledger) => ledger.erase({ subject, reason: 'asked to be forgotten' }, staff));
    const audit = await runSteward(['ledger', 'export', '--database', database, '--stream', 'audit']);
    writeFileSync(at('audit.jsonl'), audit.out);
    const restored = at('restored/steward.sqlite');
    const run = await hub('restore', at('backup.sqlite'), '--database', restored, '--erasures', at('audit.jsonl'));
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('1 person erased again.')]);
    expect(await inputsOf(restored)).toBeNull();
    expect(await verifies(restored)).toBe(true);

    writeFileSync(at('forged.jsonl'), audit.out.replace(/s_[\w-]{21}/, `s_${'A'.repeat(21)}`));
    const forged = await hub(
      'restore',
      at('backup.sqlite'),
      '--database',
      at('x.sqlite'),
      '--erasures',
      at('forged.jsonl'),
    );
    expect([forged.code, existsSync(at('x.sqlite'))]).toEqual([2, false]);
  });

  it('erases again a profile that was erased since, wherever its records lay in the backup', async () => {
    const carla = { given_name: 'Carla', family_name: 'Unger', email: 'carla@example.net' };
    const [adas = '', brunos = ''] = await withIdentity(database, async ({ identity }) => {
      const request = asking([customer('1', ada), customer('2', bruno), customer('3', carla)]);
      const ids = (await identity.match(request, machine)).records.map(({ profileId }) => profileId ?? '');
      await identity.merge({ profiles: [ids[0] ?? '', ids[2] ?? ''], reason: 'by mistake' }, staff);
      return ids;
    });
    await hub('backup', at('backup.sqlite'), '--database', database);
    await withIdentity(database, async ({ identity }) => {
      const { members } = await identity.profile(adas);
      const carlas = members.find(({ id }) => id === '3')?.recordId ?? '';
      await identity.split(adas, { records: [carlas], reason: 'a mistake' }, staff);
      await identity.merge({ profiles: [adas, brunos], reason: 'the same' }, staff);
      await identity.erase({ profileId: adas, reason: 'asked to be forgotten' }, staff);
    });
    const audit = await runSteward(['ledger', 'export', '--database', database, '--stream', 'audit']);
    writeFileSync(at('audit.jsonl'), audit.out);
    const restored = at('restored/steward.sqlite');
    const run = await hub('restore', at('backup.sqlite'), '--database', restored, '--erasures', at('audit.jsonl'));
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('1 profile erased again.')]);
    const left = await withIdentity(restored, async ({ identity }) => (await identity.search({})).profiles);
    expect(left).toMatchObject([{ title: 'Carla Unger', records: 1 }]);
    expect(readFileSync(restored).includes('kowalczyk')).toBe(false);
  });

  it('says which master key a restored store needs, when another one is set', async () => {
    await hub('backup', at('backup.sqlite'), '--database', database);
    vi.stubEnv('STEWARD_MASTER_KEY', randomBytes(32).toString('base64'));
    const run = await hub('restore', at('backup.sqlite'), '--database', at('z.sqlite'), '--with-findings');
    expect(run.err).toMatch(/needs the master key [0-9a-f]{16} to start on this store; the one that is set here is/);
  });

  it('believes erasures signed by a newer key only when somebody names that key', async () => {
    await hub('backup', at('backup.sqlite'), '--database', database);
    expect((await hub('keys', 'renew-signing', '--database', database)).code).toBe(0);
    await withLedger(database, (ledger) => ledger.erase({ subject, reason: 'asked to be forgotten' }, staff));
    const audit = await runSteward(['ledger', 'export', '--database', database, '--stream', 'audit']);
    writeFileSync(at('audit.jsonl'), audit.out);
    const restore = (...more: string[]) =>
      hub('restore', at('backup.sqlite'), '--database', at('y.sqlite'), '--erasures', at('audit.jsonl'), ...more);
    expect(await restore()).toMatchObject({ code: 2, err: expect.stringContaining('--key') });
    const { signingKeys } = JSON.parse(audit.out.split('\n', 1)[0] ?? '') as { signingKeys: { id: string }[] };
    const run = await restore('--key', signingKeys.map(({ id }) => id).join(','));
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('1 person erased again.')]);
  });

  it('restores no backup whose ledger was changed', async () => {
    await hub('backup', at('backup.sqlite'), '--database', database);
    const spoiled = new DatabaseSync(at('backup.sqlite'));
    spoiled.exec(
      `drop trigger ledger_entries_no_update; update ledger_entries set entry = replace(entry, '50 EUR', '60 EUR') where sequence = 9`,
    );
    spoiled.close();
    const target = at('restored.sqlite');
    const run = await hub('restore', at('backup.sqlite'), '--database', target);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('Entry 9 was changed')]);
    expect(existsSync(target)).toBe(false);
  });

  it('puts all keys under a new master key, and can do so again', async () => {
    const old = process.env['STEWARD_MASTER_KEY'] as string;
    const run = await hub('keys', 'rotate', '--new-key-file', at('new.key'), '--database', database);
    expect([run.code, run.err]).toEqual([0, expect.stringMatching(/3 secrets and 10 subjects now lie under/)]);
    expect(existsSync(at('new.key'))).toBe(true);
    await expect(withLedger(database, record)).rejects.toThrow(/master key/);

    vi.stubEnv('STEWARD_MASTER_KEY', '');
    vi.stubEnv('STEWARD_MASTER_KEY_FILE', at('new.key'));
    expect(await inputsOf(database)).toBe(subject);
    const list = JSON.parse((await hub('keys', 'list', '--json', '--database', database)).out) as {
      masterKeys: object[];
    };
    expect(list.masterKeys).toMatchObject([{ secrets: 3, subjects: 10 }]);
    expect(await verifies(database)).toBe(true);

    vi.stubEnv('STEWARD_PREVIOUS_MASTER_KEY', old);
    expect((await hub('keys', 'rotate', '--new-key-file', at('new.key'), '--database', database)).code).toBe(0);
  });

  it('makes, lists and revokes API keys, each recorded', async () => {
    const made = await hub('api-key', 'create', '--name', 'workers', '--json', '--database', database);
    const { text, apiKey } = JSON.parse(made.out) as { text: string; apiKey: { id: string } };
    expect(text).toMatch(/^stw_[a-z0-9]{12}_[\w-]{43}$/);
    expect((await hub('api-key', 'list', '--database', database)).out).toMatch(
      /workers {2}ledger:append {2}holds until/,
    );
    expect((await hub('api-key', 'revoke', apiKey.id, '--database', database)).code).toBe(0);
    expect((await hub('api-key', 'list', '--database', database)).out).toMatch(/workers.*revoked/);
    expect((await hub('api-key', 'revoke', 'nosuchkey', '--database', database)).code).toBe(2);
    const audit = await runSteward(['ledger', 'export', '--database', database, '--stream', 'audit']);
    expect(audit.out.match(/"kind":"api-key-(?:created|revoked)"/g)).toHaveLength(2);
    // A secret may hold `_`, too.
    expect(audit.out).not.toContain(text.split('_').slice(2).join('_'));
  });

  it('signs with a new key from now on, and what the old one signed still verifies', async () => {
    await withLedger(database, record);
    const renewed = await hub('keys', 'renew-signing', '--database', database);
    expect(renewed).toMatchObject({ code: 0, err: expect.stringMatching(/signs with the key [0-9a-f]{16}/) });
    await withLedger(database, async (ledger) => {
      await ledger.append(appendRequest({ from: 300, count: 10, prefix: 'r', people: 10 }), 'key:t');
      await ledger.checkpoint();
    });
    const verified = await runSteward(['ledger', 'verify', '--database', database, '--json']);
    expect(verified.code).toBe(0);
    const audit = await runSteward(['ledger', 'export', '--database', database, '--stream', 'audit']);
    expect(audit.out).toContain('"kind":"signing-key-created"');
  });

  it('grants roles to somebody who has signed in, and says whom it does not know', async () => {
    const store = await openOrMakeStore(parseLocation(database));
    const olive = { id: 'o1', name: 'Olive', email: 'olive@example.com', signedInBy: 'openid' } as const;
    await store.storage.people.seen({ ...olive, givenRoles: [], lastSeenAt: '2026-11-22T09:00:00.000Z' });
    await store.close();
    const grant = (...operands: string[]) => hub('people', 'grant', ...operands, '--database', database);
    expect(await grant('OLIVE@example.com', 'administrator,auditor')).toMatchObject({ code: 0 });
    expect(await grant('nobody@example.com', 'auditor')).toMatchObject({
      code: 2,
      err: expect.stringMatching('never seen'),
    });
    expect(await grant('o1', 'king')).toMatchObject({ code: 2, err: expect.stringMatching('there is no role "king"') });
    expect(await grant('o1', 'default')).toMatchObject({ code: 2, err: expect.stringMatching('last administrator') });
    const list = await hub('people', 'list', '--json', '--database', database);
    expect(JSON.parse(list.out)).toMatchObject({ people: [{ id: 'o1', roles: ['administrator', 'auditor'] }] });
  });
});

describe('steward-hub move', () => {
  it('copies a SQLite store into PostgreSQL, verifies it there, and says what to change', async () => {
    const database = at('steward.sqlite');
    await withLedger(database, record);
    const { url } = await newDatabase();
    await withLedger(database, async () => {
      const open = await hub('move', '--to', url, '--database', database);
      expect([open.code, open.err]).toEqual([2, expect.stringContaining('is open in another process')]);
    });
    const run = await hub('move', '--to', url, '--database', database);
    expect([run.code, run.err]).toEqual([
      0,
      expect.stringMatching(/ledger_entries: 300 rows, [0-9a-f]{16}… on both sides/),
    ]);
    expect(run.err).toContain('STEWARD_DATABASE_URL');
    expect(run.err).not.toContain(new URL(url).password);
    expect(await verifies(url)).toBe(true);
    expect(await inputsOf(url)).toBe(subject);
    // The hub goes on where it was: the next entry follows the last one.
    await withLedger(url, (ledger) => ledger.append(appendRequest({ from: 300, count: 5, prefix: 'r' }), 'key:t'));
    expect(await verifies(url)).toBe(true);

    const again = await hub('move', '--to', url, '--database', database);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('is not empty')]);
    const store = await openStore(parseLocation(database));
    expect((await store.storage.ledger.head('decisions'))?.size).toBe(300);
    await store.close();
  });
});
