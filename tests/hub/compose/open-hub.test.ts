import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AppendAnswer } from '../../../engine/index.ts';
import { openHub } from '../../../hub/src/compose/open-hub.ts';
import { readSettings } from '../../../hub/src/settings/settings.ts';
import { openSqliteStorage } from '../../../hub/src/storage/storage.ts';
import { FakeN8n, signedIn } from '../fake-n8n.ts';
import { record, request } from '../ledger/records.ts';

function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-compose-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(folder: string, environment: Record<string, string> = {}) {
  const settings = readSettings(
    { STEWARD_DATABASE_FILE: path.join(folder, 'hub.sqlite'), STEWARD_LOG_LEVEL: 'info', ...environment },
    { homeFolder: folder, designerFolder: folder },
  );
  let closed = 0;
  const lines: string[] = [];
  const log = { write: (line: string) => void lines.push(line) };
  const hub = await openHub(settings, { n8n: new FakeN8n(), closeN8n: () => void (closed += 1), log });
  return { ...hub, lines, closed: () => closed };
}

/** Makes a key as the signed-in owner, and appends with it. */
async function machine({ app }: Awaited<ReturnType<typeof open>>) {
  const made = await app.inject({
    method: 'POST',
    url: '/steward/api/v1/api-keys',
    headers: signedIn,
    payload: { name: 'Nodes', scopes: ['ledger:append', 'ledger:read', 'metrics:read'], expiresInDays: null },
  });
  const headers = { authorization: `Bearer ${(made.json() as { text: string }).text}` };
  const append = (key: string) =>
    app.inject({
      method: 'POST',
      url: '/steward/api/v1/ledger/records',
      headers,
      payload: request([record(key)], { hashes: true }),
    });
  return { headers, append };
}

test('opens with its master key beside the database, for its owner alone, and again with the same', async () => {
  const folder = testFolder();
  const first = await open(folder);
  expect(statSync(path.join(folder, 'master.key')).mode & 0o777).toBe(0o600);
  const { append } = await machine(first);
  expect((await append('r1')).statusCode).toBe(200);
  await first.stop();
  const second = await open(folder);
  const again = await (await machine(second)).append('r1');
  expect((again.json() as AppendAnswer).duplicates).toEqual([0]);
  await second.stop();
});

test('refuses a store whose keys lie under another master key, and lets go of it', async () => {
  const folder = testFolder();
  await (await open(folder)).stop();
  const other = { STEWARD_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') };
  await expect(open(folder, other)).rejects.toThrow(/lie under the master key/);
  const again = await open(folder);
  expect((await again.app.inject({ url: '/steward/readyz' })).statusCode).toBe(200);
  await again.stop();
});

test('a stop finishes what was begun: what is acknowledged is kept, and what is not is refused', async () => {
  const folder = testFolder();
  const hub = await open(folder);
  const { append } = await machine(hub);
  const begun = Array.from({ length: 40 }, (_, index) => append(`r${index}`));
  await begun[0];
  const stopped = hub.stop();
  const late = await append('late');
  expect(late.statusCode).toBe(503);
  const answers = await Promise.all(begun);
  await stopped;
  expect(hub.closed()).toBe(1);
  const taken = answers.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json() as AppendAnswer);
  expect(taken.length).toBeGreaterThan(0);
  const storage = await openSqliteStorage(path.join(folder, 'hub.sqlite'));
  for (const { sequences, hashes } of taken) {
    expect((await storage.ledger.entry('decisions', sequences[0] ?? 0))?.hash).toBe(hashes?.[0] ?? 'asked for');
  }
  expect((await storage.ledger.head('decisions'))?.size).toBe(taken.length);
  // The end of the stream is signed.
  expect((await storage.ledger.newestCheckpoint('decisions'))?.size).toBe(taken.length);
  await storage.close();
});

test('the ledger is measured', async () => {
  const hub = await open(testFolder());
  const { append, headers } = await machine(hub);
  await append('r1');
  await append('r1');
  const { body } = await hub.app.inject({ url: '/steward/metrics', headers });
  for (const line of [
    'steward_ledger_appends_total{outcome="taken"} 2',
    'steward_ledger_records_total{outcome="new"} 1',
    'steward_ledger_records_total{outcome="duplicate"} 1',
    'steward_ledger_entries_total{stream="decisions"} 1',
    'steward_ledger_commit_duration_seconds_count{stream="decisions"} 1',
    'steward_ledger_waiting_records 0',
  ]) {
    expect(body).toContain(`${line}\n`);
  }
  await hub.stop();
});
