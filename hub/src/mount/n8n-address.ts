import { readFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ExpressApp } from './express.ts';

/** What the hub uses of the server that n8n hands to its hooks. */
export interface N8nServer {
  app: ExpressApp;
  server?: { address(): AddressInfo | string | null };
  restEndpoint?: string;
  sslCert?: string;
}

export interface N8nAddress {
  url: string;
  /** n8n's own certificate, when it serves TLS itself. */
  certificate?: string;
}

/** Addresses that mean “every interface”; the loopback of the same family reaches them. */
const everyInterface: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where to reach the n8n that the hub is mounted in: its own port, on this machine. */
export function n8nAddress({ server, sslCert }: N8nServer, override: string | null): N8nAddress {
  if (override !== null) return { url: override };
  const address = server?.address();
  if (!address || typeof address === 'string') {
    throw new Error('Steward cannot find the port of n8n. Set STEWARD_N8N_URL to the address where n8n answers.');
  }
  const host = everyInterface[address.address] ?? address.address;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  if (!(server instanceof https.Server)) return { url: `http://${authority}` };
  return { url: `https://${authority}`, ...(sslCert && { certificate: readFileSync(sslCert, 'utf8') }) };
}
