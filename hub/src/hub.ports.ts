import type { JourneyStore } from './journeys/journeys.store.ts';
import type { N8nClient } from './n8n/n8n.client.ts';
import type { PublicationStore } from './publishing/publications.store.ts';

/** Where the hub keeps what it knows. */
export interface Storage {
  journeys: JourneyStore;
  publications: PublicationStore;
  /** Rejects when the store cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything that the hub needs from outside. */
export interface HubPorts {
  storage: Storage;
  n8n: N8nClient;
  clock: {
    /** Milliseconds since 1970. */
    now(): number;
    wait(ms: number): Promise<void>;
  };
  /** Ids of requests. */
  newId(): string;
  /** JSON lines. */
  log: { level: LogLevel; stream: { write(line: string): void } };
  /** The folder of the built designer. */
  designerFolder: string;
}

export interface HubOptions {
  /** Where the hub stands in its host, without a slash at the end. @default '/steward' */
  mountPath?: string;
  /** Where the browser finds n8n, with a slash at the end; differs from `/` behind a proxy that strips a prefix. @default '/' */
  n8nPath?: string;
  /** The largest body taken. @default 10 MiB */
  maxBodyBytes?: number;
  /** How long an answer of n8n to “who is this” holds. @default 5000 */
  sessionCacheMs?: number;
  /** How long n8n may take to start a published workflow. @default 15000 */
  publishWaitMs?: number;
}
