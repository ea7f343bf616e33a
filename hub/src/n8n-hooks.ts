import os from 'node:os';
import { designerFolder } from './compose/designer-folder.ts';
import { openHub, type OpenHub } from './compose/open-hub.ts';
import { mountInExpress } from './mount/express.ts';
import { n8nAddress, type N8nServer } from './mount/n8n-address.ts';
import { restN8nClient } from './n8n/rest.n8n-client.ts';
import { httpTransport } from './n8n/n8n.transport.ts';
import { forgetSecrets } from './settings/forget-secrets.ts';
import { readSettings } from './settings/settings.ts';
import { settingsWarnings } from './settings/settings-warnings.ts';
import { withinMs } from './compose/within-ms.ts';

let running: (OpenHub & { stopTimeoutMs: number }) | null = null;

/** n8n listens already; a wrong setting or an unreadable store stops it here, with the reason. */
async function ready(server: N8nServer): Promise<void> {
  const settings = readSettings(process.env, { homeFolder: os.homedir(), designerFolder: designerFolder() });
  const { url, certificate } = n8nAddress(server, settings.n8nUrl);
  const transport = httpTransport({
    url,
    timeoutMs: settings.n8nTimeoutMs,
    ...(certificate !== undefined && { certificate }),
  });
  const { restEndpoint } = server;
  const hub = await openHub(settings, {
    n8n: restN8nClient({ transport, ...(restEndpoint !== undefined && { restEndpoint }) }),
    closeN8n: () => transport.close(),
    log: process.stdout,
  });
  for (const warning of settingsWarnings(process.env, 'mounted')) hub.app.log.warn(warning);
  forgetSecrets(process.env);
  mountInExpress(server.app, hub.app);
  running = { ...hub, stopTimeoutMs: settings.stopTimeoutMs };
}

/** n8n has stopped listening and waits for us, but not for ever. */
async function stop(): Promise<void> {
  const hub = running;
  running = null;
  if (hub !== null) await withinMs(hub.stopTimeoutMs, hub.stop());
}

/** What n8n calls: `EXTERNAL_HOOK_FILES` names the built file. */
export const n8n = { ready: [ready], stop: [stop] };
