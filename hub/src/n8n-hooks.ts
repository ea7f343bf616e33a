import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { n8nAddress, type N8nServer } from './mount/n8n-address.ts';
import { mountInExpress } from './mount/express.ts';
import { restN8nClient } from './n8n/rest.n8n-client.ts';
import { httpTransport } from './n8n/n8n.transport.ts';
import { createHub } from './server.ts';
import { readSettings } from './settings/settings.ts';
import { openSqliteStorage } from './storage/storage.ts';

/** Beside the bundle when the hub is installed as a package, beside the hub in a checkout. */
function designerFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const packed = path.join(here, 'designer');
  return existsSync(packed) ? packed : path.resolve(here, '../../editor/dist');
}

let running: FastifyInstance | null = null;

/** n8n listens already; a wrong setting or an unreadable store stops it here, with the reason. */
async function ready(server: N8nServer): Promise<void> {
  const settings = readSettings(process.env, { homeFolder: os.homedir(), designerFolder: designerFolder() });
  const storage = await openSqliteStorage(settings.databaseFile);
  const { url, certificate } = n8nAddress(server, settings.n8nUrl);
  const transport = httpTransport({
    url,
    timeoutMs: settings.n8nTimeoutMs,
    ...(certificate !== undefined && { certificate }),
  });
  const hub = await createHub(
    {
      storage,
      n8n: restN8nClient({
        transport,
        ...(server.restEndpoint !== undefined && { restEndpoint: server.restEndpoint }),
      }),
      clock: { now: () => Date.now(), wait },
      newId: randomUUID,
      log: { level: settings.logLevel, stream: process.stdout },
      designerFolder: settings.designerFolder,
    },
    settings,
  );
  hub.addHook('onClose', async () => {
    transport.close();
    await storage.close();
  });
  await hub.ready();
  mountInExpress(server.app, hub);
  running = hub;
}

async function stop(): Promise<void> {
  await running?.close();
  running = null;
}

/** What n8n calls: `EXTERNAL_HOOK_FILES` names the built file. */
export const n8n = { ready: [ready], stop: [stop] };
