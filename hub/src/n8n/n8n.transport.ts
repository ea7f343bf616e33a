import http from 'node:http';
import https from 'node:https';
import { N8nUnavailable } from './n8n.client.ts';

export interface N8nAnswer {
  status: number;
  body: unknown;
  setCookies: string[];
}

export interface N8nTransport {
  /** @param headers by which n8n knows the caller */
  request(headers: Readonly<Record<string, string>>, method: string, path: string, body?: unknown): Promise<N8nAnswer>;
  close(): void;
}

export interface TransportOptions {
  /** Where n8n listens, such as `http://127.0.0.1:5678`. */
  url: string;
  timeoutMs: number;
  /** n8n's own certificate, when it serves TLS itself: over the loopback its name does not match. */
  certificate?: string;
}

/** The largest answer that is read: n8n's own limit for a workflow with its pinned data, and some room. */
const maxAnswerBytes = 40 * 1024 * 1024;

/** Talks to n8n over its own port. Uses agents of its own, because n8n may have put a proxy into the global ones. */
export function httpTransport({ url, timeoutMs, certificate }: TransportOptions): N8nTransport {
  const base = new URL(url);
  const folder = base.pathname.replace(/\/+$/, '');
  const secure = base.protocol === 'https:';
  const agent = secure
    ? new https.Agent({
        keepAlive: true,
        // Pinned: n8n must show this very certificate, whoever signed it and whatever names it bears.
        ...(certificate !== undefined && {
          ca: certificate,
          allowPartialTrustChain: true,
          checkServerIdentity: () => undefined,
        }),
      })
    : new http.Agent({ keepAlive: true });

  return {
    request(credentials, method, path, body) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers: Record<string, string | number> = {
        accept: 'application/json',
        'user-agent': 'steward-hub',
        ...credentials,
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      };
      return new Promise((resolve, reject) => {
        const fail = (error: Error): void =>
          reject(new N8nUnavailable(`n8n did not answer: ${error.message}`, { cause: error }));
        const options = { method, headers, agent, signal: AbortSignal.timeout(timeoutMs) };
        const request = (secure ? https : http).request(new URL(folder + path, base), options, (response) => {
          readAnswer(response).then(resolve, fail);
        });
        request.on('error', fail);
        request.end(text);
      });
    },
    close: () => agent.destroy(),
  };
}

async function readAnswer(response: http.IncomingMessage): Promise<N8nAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxAnswerBytes) throw new Error('its answer is too large');
    chunks.push(chunk);
  }
  return {
    status: response.statusCode ?? 0,
    body: parse(Buffer.concat(chunks).toString('utf8')),
    setCookies: response.headers['set-cookie'] ?? [],
  };
}

/** n8n answers JSON; a proxy or a starting n8n may answer text, which then tells nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
