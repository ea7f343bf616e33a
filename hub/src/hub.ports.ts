import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from './http/lifecycle.ts';
import type { HubMetrics } from './http/metrics.ts';
import type { RateLimits } from './http/rate-limiter.ts';
import type { IdentityStore } from './identity/identity.store.ts';
import type { JourneyStore } from './journeys/journeys.store.ts';
import type { LedgerStore } from './ledger/ledger.store.ts';
import type { N8nClient } from './n8n/n8n.client.ts';
import type { ApiKeyStore, PeopleStore, SessionStore } from './people/people.stores.ts';
import type { PublishingClaims } from './publishing/claims.store.ts';
import type { AccessPorts } from './people/access.ts';
import type { PublicationStore } from './publishing/publications.store.ts';
import type { SecretStore } from './secrets/secret.store.ts';

/** Where the hub keeps what it knows. */
export interface Storage {
  journeys: JourneyStore;
  publications: PublicationStore;
  claims: PublishingClaims;
  ledger: LedgerStore;
  identity: IdentityStore;
  secrets: SecretStore;
  apiKeys: ApiKeyStore;
  people: PeopleStore;
  sessions: SessionStore;
  /** Rejects when the store cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A part of the hub beside the journeys: what it adds to the hub's addresses, and what has to hold for it to serve. */
export interface HubPart {
  /** Routes of the API; guarded, so that each has to say what it needs. */
  api?(app: FastifyInstance): void;
  /** Routes beside the API, for anyone. */
  pages?(app: FastifyInstance): void;
  /** Each rejects when it does not hold. */
  readiness?: Readonly<Record<string, () => Promise<void>>>;
}

/** Everything that the hub needs from outside. */
export interface HubPorts {
  storage: Pick<Storage, 'journeys' | 'publications' | 'claims' | 'ping'>;
  n8n: N8nClient;
  /** Who sends a request. @default n8n's signed-in people */
  identify?: AccessPorts['identify'];
  /** @default none */
  parts?: readonly HubPart[];
  /** @default a registry that nobody else writes to */
  metrics?: HubMetrics;
  /** By which the hub is told to stop. @default it never is */
  lifecycle?: Lifecycle;
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
  /** @default 'mounted' */
  mode?: 'mounted' | 'standalone';
  /** Where the hub stands in its host, without a slash at the end. @default '/steward' */
  mountPath?: string;
  /** Where the browser finds n8n, with a slash at the end; differs from `/` behind a proxy that strips a prefix. @default '/' */
  n8nPath?: string;
  /** Where the browser finds the hub's host: the path before `mountPath`, without a slash at the end. @default that of n8n */
  publicFolder?: string;
  /** The largest body taken. @default 10 MiB */
  maxBodyBytes?: number;
  /** How long an answer of n8n to “who is this” holds. @default 5000 */
  sessionCacheMs?: number;
  /** How long n8n may take to start a published workflow. @default 15000 */
  publishWaitMs?: number;
  rateLimits?: RateLimits;
  /** Proxies whose `X-Forwarded-For` is believed. @default none */
  trustedProxies?: readonly string[] | null;
}
