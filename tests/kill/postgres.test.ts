import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../stores/postgres-server.ts';
import { expectToKeepItsWord, killCount, killFolder } from './killed-hub.ts';

let postgres: TestPostgres;
let databases = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

async function newStore() {
  const name = `kill_${++databases}`;
  const url = await postgres.createDatabase(name);
  const settings = { STEWARD_DATABASE_URL: url, STEWARD_MASTER_KEY: randomBytes(32).toString('base64') };
  return { name, folder: killFolder(), settings: () => settings, database: () => url };
}

describe('a hub on PostgreSQL', () => {
  it(`keeps every acknowledged record once, in a chain that verifies, killed ${killCount} times under load`, async () => {
    await expectToKeepItsWord(await newStore());
  });

  it(`keeps its word when the connections to PostgreSQL are killed ${killCount} times`, async () => {
    const store = await newStore();
    await expectToKeepItsWord({
      ...store,
      async strike() {
        await killOneConnection(store.name);
      },
    });
  });
});

/** `kill -9` of the server's process behind one of the hub's connections: PostgreSQL then ends all others and recovers. */
async function killOneConnection(database: string): Promise<void> {
  // One that is at work, if there is one at this moment.
  const [connection] = await postgres.run(
    'postgres',
    `select pid from pg_stat_activity where datname = '${database}' order by state = 'idle', random() limit 1`,
  );
  const pid = connection?.['pid'];
  if (typeof pid !== 'number') throw new Error('the hub has no connection to PostgreSQL');
  const before = await checkpointer();
  process.kill(pid, 'SIGKILL');
  // A server that has recovered has started its other processes anew.
  for (let attempt = 0; attempt < 1_200; attempt++) {
    const now = await checkpointer().catch(() => before);
    if (now !== before) return;
    await sleep(25);
  }
  throw new Error('PostgreSQL did not recover in 30 s');
}

async function checkpointer(): Promise<unknown> {
  const statement = `select pid from pg_stat_activity where backend_type = 'checkpointer'`;
  return (await postgres.run('postgres', statement))[0]?.['pid'];
}
