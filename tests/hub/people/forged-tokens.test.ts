import { createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { openIdClient } from '../../../hub/src/people/sign-in/openid.client.ts';
import { failureToFinish } from '../../../hub/src/people/sign-in/sign-in-failure.ts';
import { listen } from './test-provider.ts';

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ownKey = newKey();
const otherKey = newKey();

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Forgery {
  header?: object;
  claims?: object;
  userinfo?: object;
  key?: KeyObject;
  /** Takes the place of the signature. */
  signature?: string;
}

/** A provider that puts into the token what the test wants, and how the hub ends a sign-in with it. */
async function finishWith({ header, claims, userinfo, key = ownKey, signature }: Forgery) {
  const { url, answerWith } = await listen();
  const now = Math.floor(Date.now() / 1000);
  const client = openIdClient({ issuerUrl: url, clientId: 'steward', clientSecret: null, timeoutMs: 5_000 });
  let nonce = '';
  const token = (): string => {
    const content = { iss: url, aud: 'steward', sub: 'ada', nonce, iat: now, exp: now + 300, name: 'Ada', ...claims };
    const text = `${base64url({ alg: 'RS256', kid: 'own', ...header })}.${base64url(content)}`;
    return `${text}.${signature ?? createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  };
  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/keys`,
      userinfo_endpoint: `${url}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
    }),
    '/keys': () => ({
      keys: [{ ...createPublicKey(ownKey).export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }],
    }),
    '/token': () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token() }),
    '/userinfo': () => ({ sub: 'ada', email: 'ada@example.com', ...userinfo }),
  };
  answerWith((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });

  const callback = 'http://127.0.0.1:1/steward/sign-in/callback';
  const begun = await client.begin(callback);
  nonce = begun.nonce;
  return client.finish(new URL(`${callback}?code=c&state=${begun.state}`), begun);
}

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

test.each<[string, Forgery]>([
  ['as it should be', {}],
  ['from a clock that is 50 seconds ahead', { claims: { iat: inSeconds(50), nbf: inSeconds(50) } }],
  ['that ended 50 seconds ago by our clock', { claims: { exp: inSeconds(-50) } }],
])('a token %s is taken', async (_, forgery) => {
  const { subject, claims } = await finishWith(forgery);
  expect([subject, claims]).toMatchObject(['ada', { name: 'Ada', email: 'ada@example.com' }]);
});

test.each<[string, Forgery]>([
  ['that another key signed', { key: otherKey }],
  ['that a key signed which the provider does not name', { key: otherKey, header: { kid: 'other' } }],
  ['that nobody signed', { header: { alg: 'none', kid: undefined }, signature: '' }],
  ['signed with a secret', { header: { alg: 'HS256' }, signature: 'AAAA' }],
  ['with a signature of something else', { signature: 'A'.repeat(342) }],
  ['for another sign-in', { claims: { nonce: 'A'.repeat(43) } }],
  ['for no sign-in', { claims: { nonce: undefined } }],
  ['for another application', { claims: { aud: 'another' } }],
  ['for several applications, and another one’s turn', { claims: { aud: ['steward', 'another'], azp: 'another' } }],
  ['of another provider', { claims: { iss: 'https://evil.example' } }],
  ['that ended two minutes ago', { claims: { exp: inSeconds(-120) } }],
  ['that does not hold yet', { claims: { nbf: inSeconds(120) } }],
  ['without an end', { claims: { exp: undefined } }],
  ['of nobody', { claims: { sub: undefined } }],
  ['of somebody else than userinfo tells of', { userinfo: { sub: 'eve' } }],
])('a token %s is refused, and in words', async (_, forgery) => {
  const error = await finishWith(forgery).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  expect(failureToFinish(error)).toMatchObject({ status: 400, title: 'The sign-in could not be trusted' });
});
