import { randomUUID } from 'node:crypto';

/** A JSON answer of n8n or of the hub inside it. */
export interface Answer {
  status: number;
  /** Parsed JSON, or the text when it is none. */
  body: unknown;
  headers: Headers;
}

/** Somebody signed in to n8n, as a browser would be: a cookie, and the browser id that n8n ties it to. */
export interface N8nSession {
  baseUrl: string;
  browserId: string;
  cookie: string;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface OwnerAccount {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
}

/** Does n8n still wait for its owner account? */
export async function needsOwner(baseUrl: string): Promise<boolean> {
  const { body } = await send(baseUrl, 'GET', '/rest/settings');
  const settings = body as { data?: { userManagement?: { showSetupOnFirstLoad?: boolean } } };
  return settings.data?.userManagement?.showSetupOnFirstLoad === true;
}

/** Makes the owner account of a fresh n8n. */
export async function createOwner(baseUrl: string, owner: OwnerAccount): Promise<void> {
  const answer = await send(baseUrl, 'POST', '/rest/owner/setup', owner);
  if (answer.status !== 200)
    throw new Error(`n8n refused the owner account: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Signs in; null when n8n does not accept this e-mail and password. */
export async function signIn(
  baseUrl: string,
  credentials: { email: string; password: string },
): Promise<N8nSession | null> {
  const browserId = randomUUID();
  const login = { emailOrLdapLoginId: credentials.email, password: credentials.password };
  const answer = await send(baseUrl, 'POST', '/rest/login', login, { 'browser-id': browserId });
  if (answer.status === 401) return null;
  if (answer.status !== 200) throw new Error(`n8n refused to sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return resumeSession(baseUrl, { browserId, cookie });
}

/** A session that was signed in before; n8n refuses sign-ins after a few in a minute. */
export function resumeSession(
  baseUrl: string,
  { browserId, cookie }: { browserId: string; cookie: string },
): N8nSession {
  return {
    baseUrl,
    browserId,
    cookie,
    request: (method, path, body, headers) =>
      send(baseUrl, method, path, body, { ...headers, cookie, 'browser-id': browserId }),
  };
}

async function send(
  baseUrl: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(60_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: parse(await response.text()), headers: response.headers };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The body of an answer with this status. @throws Error that says what could not be done, and why */
export function expectAnswer(answer: Answer, status: number, what: string): unknown {
  if (answer.status === status) return answer.body;
  throw new Error(`Could not ${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
