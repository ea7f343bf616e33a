import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { migrations } from '../../hub/src/storage/migrations/index.ts';
import { openPostgresStorage } from '../../hub/src/storage/storage.ts';
import { findFreePort } from '../../host/port.ts';
import { journey } from '../hub/test-hub.ts';
import { append } from './ledger-rows.ts';
import { newDatabase, sharedPostgres } from './postgres-store.ts';

const by = { id: 'u', name: 'U' };

test('hubs that start at the same moment migrate once', async () => {
  const { name, url } = await newDatabase();
  const storages = await Promise.all(Array.from({ length: 4 }, () => openPostgresStorage({ url })));
  await Promise.all(storages.map((storage) => storage.close()));
  const rows = await (await sharedPostgres()).run(name, 'select name from kysely_migration order by name');
  expect(rows.map((row) => row['name'])).toEqual(Object.keys(migrations));
});

test('refuses a store of a newer Steward with words for the administrator', async () => {
  const { name, url } = await newDatabase();
  await (await openPostgresStorage({ url })).close();
  const future = `insert into kysely_migration values ('0999_future', '2030-01-01T00:00:00.000Z')`;
  await (await sharedPostgres()).run(name, future);
  await expect(openPostgresStorage({ url })).rejects.toThrow('written by a newer Steward');
});

test('says which database cannot be opened and why, never the password', async () => {
  const { url } = await newDatabase();
  const wrong = new URL(url);
  wrong.password = 'open%40sesame';
  const absent = new URL(url);
  absent.pathname = '/nowhere';
  const silent = new URL(url);
  silent.port = String(await findFreePort());
  for (const [address, words] of [
    [
      wrong,
      /^Steward cannot open its PostgreSQL database test_\d+ at 127\.0\.0\.1:\d+: password authentication failed/,
    ],
    [absent, /database nowhere at 127\.0\.0\.1:\d+: database "nowhere" does not exist/],
    [silent, /: connect ECONNREFUSED/],
  ] as const) {
    const error = await openPostgresStorage({ url: address.href }).then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error?.message).toMatch(words);
    expect(`${error?.stack} ${String(error?.cause)}`).not.toContain(decodeURIComponent(address.password));
  }
  for (const address of [
    'postgres://user:p@ss/w@rd:5432',
    'postgres://user:12?45@host/db',
    'postgres://user:12#45@host/db',
    'postgres://user:secret@host',
    'mysql://user:secret@host/db',
  ])
    await expect(openPostgresStorage({ url: address })).rejects.toThrow(/^The address of the database cannot be read/);
});

test('a server that does not answer is given up', async () => {
  const sockets: Socket[] = [];
  const deaf = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  const address = deaf.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const opening = openPostgresStorage({ url: `postgres://u:p@127.0.0.1:${port}/db`, connectTimeoutMs: 200 });
  await expect(opening).rejects.toThrow(/database db at 127\.0\.0\.1:\d+: .*timeout/i);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => deaf.close(resolve));
});

test('while the server is away the store is unavailable, and works again afterwards', async () => {
  const postgres = await sharedPostgres();
  const { url } = await newDatabase();
  const storage = await openPostgresStorage({ url });
  await append(storage, 'decisions', { count: 2 });
  let begun = (): void => undefined;
  const inside = new Promise<void>((resolve) => (begun = resolve));
  let goOn = (): void => undefined;
  const killed = new Promise<void>((resolve) => (goOn = resolve));
  const broken = storage.ledger.append('decisions', async (view) => {
    begun();
    await killed;
    await view.rowsByKey(['any']);
    return null;
  });
  broken.catch(() => undefined);
  await inside;
  await postgres.kill();
  goOn();
  await expect(broken).rejects.toMatchObject({ code: 'store_unavailable' });
  await expect(storage.ping()).rejects.toMatchObject({ code: 'store_unavailable' });
  await expect(storage.journeys.create(journey(), { by, at: '' })).rejects.toMatchObject({ code: 'store_unavailable' });
  await postgres.start();
  await storage.ping();
  await append(storage, 'decisions', { count: 1 });
  expect((await storage.ledger.head('decisions'))?.size).toBe(3);
  await storage.close();
});

test('a statement that waits for too long is given up, and the store stays usable', async () => {
  const { url } = await newDatabase();
  const patient = await openPostgresStorage({ url });
  const impatient = await openPostgresStorage({ url, statementTimeoutMs: 300 });
  await append(patient, 'decisions', { count: 1 });
  await patient.ledger.append('decisions', async () => {
    await expect(append(impatient, 'decisions', { count: 1 })).rejects.toMatchObject({ code: 'store_unavailable' });
    return null;
  });
  await append(impatient, 'decisions', { count: 1 });
  expect((await impatient.ledger.head('decisions'))?.size).toBe(2);
  await Promise.all([patient.close(), impatient.close()]);
});
