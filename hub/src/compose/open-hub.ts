import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { hubMetrics } from '../http/metrics.ts';
import type { N8nClient } from '../n8n/n8n.client.ts';
import { createHub } from '../server.ts';
import type { Settings } from '../settings/settings.ts';
import { openStorage } from './open-storage.ts';

/** What a hub needs of where it runs. */
export interface Place {
  n8n: N8nClient;
  /** Ends what `n8n` holds open. */
  closeN8n(): void;
  /** Where the browser finds the hub's host: the path before `/steward`. */
  publicFolder?: string;
  log: { write(line: string): void };
}

export interface OpenHub {
  app: FastifyInstance;
  /** Finishes what has begun, then closes the stores. Whoever asks whether the hub can serve is told no from here on. */
  stop(): Promise<void>;
}

/**
 * Opens everything that a hub is made of, mounted or standalone, and closes it again when a part cannot be opened.
 * @throws Error for the administrator
 */
export async function openHub(settings: Settings, place: Place): Promise<OpenHub> {
  const { mode } = settings;
  const storage = await openStorage(settings);
  let isStopping = false;
  const metrics = hubMetrics({ withProcess: mode === 'standalone' });
  try {
    const app = await createHub(
      {
        storage,
        n8n: place.n8n,
        metrics,
        isStopping: () => isStopping,
        clock: { now: () => Date.now(), wait },
        newId: randomUUID,
        log: { level: settings.logLevel, stream: place.log },
        designerFolder: settings.designerFolder,
      },
      { ...settings, ...(place.publicFolder !== undefined && { publicFolder: place.publicFolder }) },
    );
    await app.ready();
    return {
      app,
      async stop() {
        isStopping = true;
        await app.close();
        place.closeN8n();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}
