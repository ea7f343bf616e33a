import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { hubLifecycle } from '../http/lifecycle.ts';
import { hubMetrics } from '../http/metrics.ts';
import type { Storage } from '../hub.ports.ts';
import { identityPart } from '../identity/identity.part.ts';
import { openIdentity } from '../identity/identity.service.ts';
import { ledgerPart } from '../ledger/ledger.part.ts';
import { openLedger } from '../ledger/ledger.service.ts';
import type { N8nClient } from '../n8n/n8n.client.ts';
import { createHub } from '../server.ts';
import type { Settings } from '../settings/settings.ts';
import { openPostgresStorage, openSqliteStorage } from '../storage/storage.ts';
import { keyRingOf } from './key-ring-of.ts';
import { lateLog } from './late-log.ts';
import { measuredLedger, measuredStore } from './measure-ledger.ts';
import { peoplePart } from './people-part.ts';

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
  const ring = keyRingOf(settings);
  const storage = await openStorage(settings);
  const closings: (() => void | Promise<void>)[] = [() => storage.close(), () => place.closeN8n()];
  const closeAll = async (): Promise<void> => {
    for (const close of closings.splice(0).reverse()) await close();
  };
  try {
    const log = lateLog();
    const clock = { now: () => Date.now(), wait };
    const metrics = hubMetrics({ withProcess: settings.mode === 'standalone' });
    const opened = await openLedger({
      storage: { secrets: storage.secrets, ledger: measuredStore(storage.ledger, metrics) },
      ring,
      clock,
      random: (bytes) => randomBytes(bytes),
      newId: randomUUID,
      log,
      checkpointEveryMs: settings.checkpointMs,
    });
    closings.push(() => opened.close());
    const ledger = measuredLedger(opened, metrics);
    metrics.waitingRecords(() => ledger.waitingRecords);
    const identity = await openIdentity({ storage, ledger, clock, newId, log });
    const people = peoplePart(settings, { storage, ledger, n8n: place.n8n, now: clock.now, log });

    const lifecycle = hubLifecycle();
    const app = await createHub(
      {
        storage,
        n8n: place.n8n,
        identify: people.identify,
        parts: [ledgerPart(ledger), identityPart(identity), people.part],
        metrics,
        lifecycle,
        clock,
        newId: randomUUID,
        log: { level: settings.logLevel, stream: place.log },
        designerFolder: settings.designerFolder,
      },
      { ...settings, ...(place.publicFolder !== undefined && { publicFolder: place.publicFolder }) },
    );
    closings.push(() => app.close());
    log.handOver(app.log);
    await app.ready();
    return {
      app,
      async stop() {
        const idle = lifecycle.stop();
        // The server of our own stops listening and waits for its requests; a host's goes on, and we wait for ours.
        if (settings.mode === 'mounted') await idle;
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** 128 bits: no two things ever get the same name. */
function newId(): string {
  return randomBytes(16).toString('base64url');
}

function openStorage({ databaseUrl, databaseFile, databaseConnections }: Settings): Promise<Storage> {
  if (databaseUrl !== null) return openPostgresStorage({ url: databaseUrl, maxConnections: databaseConnections });
  if (databaseFile === null) throw new Error('the settings name no database');
  return openSqliteStorage(databaseFile);
}
