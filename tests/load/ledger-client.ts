import { Agent, request } from 'node:http';
import type { AppendAnswer, AppendRequest } from '../../engine/index.ts';

/** An answer of the hub, or null when there was none: the connection was refused, or broke. */
export type LedgerAnswer = { status: number; body: unknown } | null;

export interface LedgerClient {
  append(body: AppendRequest): Promise<LedgerAnswer>;
  send(method: 'GET' | 'POST' | 'PUT', path: string, body?: string): Promise<LedgerAnswer>;
  close(): void;
}

export interface LedgerClientOptions {
  /** `http://host:port`. */
  baseUrl: string;
  /** An API key's text. */
  apiKey: string;
  /** Kept open at the same time. @default 16 */
  connections?: number;
  /** @default 30_000 */
  timeoutMs?: number;
}

/** Speaks to a hub's API over connections that stay open, as cheaply as Node can. */
export function ledgerClient({
  baseUrl,
  apiKey,
  connections = 16,
  timeoutMs = 30_000,
}: LedgerClientOptions): LedgerClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (method: string, path: string, body?: string): Promise<LedgerAnswer> =>
    new Promise((resolve) => {
      const headers = {
        authorization: `Bearer ${apiKey}`,
        ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const sent = request(
        `${baseUrl}/steward/api/v1${path}`,
        { method, agent, headers, timeout: timeoutMs },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => resolve(null));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve(response.complete ? { status: response.statusCode ?? 0, body: parse(text) } : null);
          });
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => resolve(null));
      sent.end(body);
    });
  return {
    append: (body) => send('POST', '/ledger/records', JSON.stringify(body)),
    send,
    close: () => agent.destroy(),
  };
}

/** The answer of an append that the hub acknowledged; null for every other. */
export function acknowledged(answer: LedgerAnswer): AppendAnswer | null {
  return answer?.status === 200 ? (answer.body as AppendAnswer) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
