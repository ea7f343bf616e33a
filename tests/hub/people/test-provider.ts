import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { onTestFinished } from 'vitest';

export const clientId = 'steward';
export const clientSecret = 'a-secret-of-the-tests';

/** Listens at a free port of this machine; what answers is told afterwards. */
export async function listen() {
  let handler: http.RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = http.createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const answerWith = (next: http.RequestListener): void => void (handler = next);
  return { url: `http://127.0.0.1:${port}`, answerWith, close };
}

export type ProviderClaims = Record<string, unknown> & { sub: string };

/** A real provider. Whoever comes to sign in is signed in as `person`, or refused with `refusal`. */
export async function testProvider(hubUrls: readonly string[]) {
  const { url, answerWith, close } = await listen();
  const state = {
    person: {
      sub: 'ada',
      name: 'Ada Auditor',
      email: 'ada@example.com',
      email_verified: true,
      groups: ['auditor', 'reviewer'],
    } as ProviderClaims,
    refusal: null as string | null,
  };

  /** Starts with a new signing key, as a provider does that rotates its keys. */
  const rotateKeys = (changes: Configuration = {}): void => {
    const provider = new Provider(url, { ...configuration(hubUrls, () => state.person), ...changes });
    const answer = provider.callback();
    answerWith((request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
      const { refusal, person } = state;
      const result = refusal === null ? { login: { accountId: person.sub } } : { error: refusal };
      return void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    });
  };
  rotateKeys();
  return { url, state, rotateKeys, close };
}

function configuration(hubUrls: readonly string[], person: () => ProviderClaims): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' } as never] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: hubUrls.map((hub) => `${hub}/steward/sign-in/callback`),
        post_logout_redirect_uris: hubUrls.map((hub) => `${hub}/steward/sign-out`),
      },
    ],
    cookies: { keys: ['of-the-tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ ...person(), sub: accountId }) }),
    // Everybody has agreed already.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError(context, { error }) {
      context.type = 'text';
      context.body = `refused by the provider: ${error}`;
    },
  };
}
