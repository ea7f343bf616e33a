import { ApiError, errorFromAnswer, offlineError, signedOutError, timeoutError, unreadableError } from './api-error.ts';
import { askAgainAfterMs } from './patience.ts';

/** What a request needs of the browser; tests hand in their own. */
export interface Transport {
  fetch: typeof fetch;
  /** n8n's id of this browser. Asked for every request: signing out replaces it. */
  browserId: () => string | null;
  /** The hub stands alone: a header tells it that the request comes from its own pages. @default false */
  standalone?: boolean;
  /** Called on 401 and nothing else. */
  onSignedOut: () => void;
  /** Lets milliseconds pass before a question is asked again. @default setTimeout */
  wait?: (ms: number) => Promise<void>;
  /** Where the API stands: `/steward/api/v1`. */
  apiBase: string;
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Sent as `If-Match`: the revision that was on the screen. */
  revision?: number;
  /** @default 20 */
  timeoutSeconds?: number;
  /** A 401 is an answer like another: nobody is sent to the sign-in page. */
  mayBeSignedOut?: boolean;
  /** Ends the request when the page no longer wants it; throws an `AbortError` then. */
  signal?: AbortSignal;
}

/** Sends one request and reads the JSON of its answer. Throws an `ApiError` for everything but success. */
export async function request<T>(transport: Transport, path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await ask(transport, path, options);
  refuseSignedOut(transport, answer, options);
  if (answer.status === 204) return undefined as T;
  const body = await readJson(answer);
  if (!answer.ok) throw errorFromAnswer(answer.status, body);
  if (body === undefined) throw unreadableError(answer.status);
  return body as T;
}

/** Sends one request whose answer is read as it comes: a long file, or lines about work under way. */
export async function requestStream(
  transport: Transport,
  path: string,
  options: RequestOptions = {},
): Promise<Response> {
  const answer = await ask(transport, path, options);
  refuseSignedOut(transport, answer, options);
  if (!answer.ok) throw errorFromAnswer(answer.status, await readJson(answer));
  return answer;
}

function refuseSignedOut(transport: Transport, answer: Response, { mayBeSignedOut }: RequestOptions): void {
  if (answer.status !== 401) return;
  if (!mayBeSignedOut) transport.onSignedOut();
  throw signedOutError();
}

/** What only reads is asked again when the failure may pass by itself; what changes something never is. */
async function ask(transport: Transport, path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', signal } = options;
  for (let attempt = 0; ; attempt += 1) {
    let answer: Response | null = null;
    let failure: unknown;
    try {
      answer = await send(transport, path, options);
    } catch (error) {
      if (signal?.aborted || !(error instanceof ApiError) || error.kind !== 'offline') throw error;
      failure = error;
    }
    const afterMs = method === 'GET' ? askAgainAfterMs(attempt, answer) : null;
    if (afterMs === null) {
      if (answer === null) throw failure;
      return answer;
    }
    await (transport.wait ?? wait)(afterMs);
    signal?.throwIfAborted();
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function send(transport: Transport, path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, revision, timeoutSeconds = 20, signal } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  const browserId = transport.browserId();
  if (browserId !== null) headers['browser-id'] = browserId;
  if (transport.standalone) headers['steward-request'] = '1';
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (revision !== undefined) headers['if-match'] = `"${revision}"`;

  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    return await transport.fetch(`${transport.apiBase}${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw timeout.aborted ? timeoutError(timeoutSeconds) : offlineError();
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}
