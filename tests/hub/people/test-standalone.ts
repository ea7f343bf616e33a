import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openPeople } from '../../../hub/src/people/open-people.ts';
import type { SignInOptions } from '../../../hub/src/people/sign-in/open-sign-in.ts';
import { createHub } from '../../../hub/src/server.ts';
import { openDatabase } from '../../../hub/src/storage/database.ts';
import { NodeSqliteDialect } from '../../../hub/src/storage/node-sqlite.dialect.ts';
import { storageOver } from '../../../hub/src/storage/storage.ts';
import { FakeN8n } from '../fake-n8n.ts';
import { testWorld } from './test-people.ts';
import { clientId, clientSecret, listen, testProvider } from './test-provider.ts';

const secret = createSecretKey(Buffer.alloc(32, 7));

/** A provider, and one or more hubs on one store that people sign in at with it, over real HTTP. */
export async function standalone(changes: Partial<SignInOptions> & { hubs?: number } = {}) {
  const { hubs: count = 1, ...signIn } = changes;
  const places = await Promise.all(Array.from({ length: count }, listen));
  const hubUrl = places[0]?.url ?? '';
  const provider = await testProvider([hubUrl]);
  const world = testWorld();
  world.time = Date.now();
  const storage = storageOver(await openDatabase(new NodeSqliteDialect({ file: ':memory:' })));
  const logLines: string[] = [];
  const designerFolder = mkdtempSync(path.join(tmpdir(), 'steward-designer-'));
  writeFileSync(path.join(designerFolder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');

  const open = async () => {
    const people = openPeople({
      storage,
      now: world.now,
      record: (event) => world.record(event),
      onFault: world.onFault,
      whoIs: null,
      signIn: {
        openId: { issuerUrl: provider.url, clientId, clientSecret, timeoutMs: 5_000 },
        homeUrl: `${hubUrl}/steward`,
        rolesClaim: 'groups',
        administrators: ['boss@example.com'],
        sessionMs: 12 * 3_600_000,
        sessionSecret: () => secret,
        ...signIn,
      },
    });
    let requests = 0;
    const app = await createHub(
      {
        storage,
        n8n: new FakeN8n(),
        identify: people.identify,
        parts: [people.part],
        clock: { now: world.now, wait: async () => undefined },
        newId: () => `request-${++requests}`,
        log: { level: 'debug', stream: { write: (line) => void logLines.push(line) } },
        designerFolder,
      },
      { mode: 'standalone', publicFolder: '' },
    );
    await app.ready();
    onTestFinished(() => app.close());
    return { app, people };
  };
  const hubs = await Promise.all(places.map(() => open()));
  places.forEach((place, index) =>
    place.answerWith((request, response) => hubs[index]?.app.routing(request, response)),
  );
  onTestFinished(async () => {
    await storage.close();
    rmSync(designerFolder, { recursive: true, force: true });
  });
  const home = `${hubUrl}/steward`;
  return {
    provider,
    storage,
    world,
    logLines,
    hubs,
    hubUrls: places.map(({ url }) => url),
    home,
    api: `${home}/api/v1`,
  };
}
