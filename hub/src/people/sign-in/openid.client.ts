import * as openid from 'openid-client';
import { mergeClaims, type Claims } from './claims.ts';

export interface OpenIdOptions {
  issuerUrl: string;
  clientId: string;
  /** Null: a public client, PKCE alone. */
  clientSecret: string | null;
  /** Asked for, parted by blanks. @default 'openid profile email' */
  scope?: string;
  /** How long one answer of the provider may take. @default 10000 */
  timeoutMs?: number;
}

/** What proves, when a person comes back, that they are the one who left. */
export interface SignInProof {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who came back. */
export interface Identity {
  issuer: string;
  subject: string;
  claims: Claims;
  /** Tells the provider, at sign-out, whose session ends. */
  idToken: string;
}

/** The provider that people sign in with. Every failure is an error of openid-client, or of `fetch`. */
export interface OpenIdClient {
  /** Where to send the person. */
  begin(callbackUrl: string): Promise<{ url: string } & SignInProof>;
  /** @param answerUrl where the provider sent the person, with its query */
  finish(answerUrl: URL, proof: SignInProof): Promise<Identity>;
  /** Where the provider ends its own session; null when it offers nothing of the kind. */
  endSessionUrl(idToken: string | null, backTo: string): Promise<string | null>;
}

/** chosen: a minute between the clocks of hub and provider; the library's own 30 seconds are less than what is met with. */
const clockToleranceSeconds = 60;

/**
 * OpenID Connect by the authorization code flow with PKCE. The provider is asked for its endpoints and keys at every sign-in,
 * which costs two requests for something that happens once a day, and never meets a key that is no longer in use.
 */
export function openIdClient(options: OpenIdOptions): OpenIdClient {
  const { scope = 'openid profile email' } = options;
  const provider = (): Promise<openid.Configuration> => discover(options);

  return {
    async begin(callbackUrl) {
      const verifier = openid.randomPKCECodeVerifier();
      const [state, nonce] = [openid.randomState(), openid.randomNonce()];
      const url = openid.buildAuthorizationUrl(await provider(), {
        redirect_uri: callbackUrl,
        scope,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, nonce, verifier };
    },

    async finish(answerUrl, { state, nonce, verifier }) {
      const config = await provider();
      const tokens = await openid.authorizationCodeGrant(config, answerUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const { iss, sub, ...claims } = tokens.claims() ?? { iss: '', sub: '' };
      const more = config.serverMetadata().userinfo_endpoint
        ? await openid.fetchUserInfo(config, tokens.access_token, sub)
        : {};
      return { issuer: iss, subject: sub, claims: mergeClaims(claims, more), idToken: tokens.id_token ?? '' };
    },

    async endSessionUrl(idToken, backTo) {
      const config = await provider();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(config, {
        post_logout_redirect_uri: backTo,
        ...(idToken !== null && { id_token_hint: idToken }),
      }).href;
    },
  };
}

function discover({ issuerUrl, clientId, clientSecret, timeoutMs = 10_000 }: OpenIdOptions) {
  const issuer = new URL(issuerUrl);
  return openid.discovery(
    issuer,
    clientId,
    { [openid.clockTolerance]: clockToleranceSeconds },
    clientSecret === null ? openid.None() : withSecret(clientSecret),
    {
      timeout: timeoutMs / 1000,
      execute: [
        // The token's signature is held against the provider's keys, although it comes over the provider's own connection.
        openid.enableNonRepudiationChecks,
        // The settings allow http for this machine alone.
        ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
      ],
    },
  );
}

/** @source OpenID Connect Discovery 1.0, section 3: a provider that does not say how takes the secret as `client_secret_basic` */
function withSecret(secret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}
