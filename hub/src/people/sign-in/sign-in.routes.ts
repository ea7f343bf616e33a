import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toProblemError } from '../../http/error-handler.ts';
import type { People } from '../people.ts';
import { readClaims } from './claims.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { keepIdToken } from './id-token-cookie.ts';
import type { Identity, OpenIdClient } from './openid.client.ts';
import type { PendingCookies } from './pending-cookies.ts';
import { safeRedirect } from './safe-redirect.ts';
import type { Seal } from './seal.ts';
import type { Sessions } from './sessions.ts';
import { expired, failureToBegin, failureToFinish, type SignInFailure } from './sign-in-failure.ts';
import { messagePage, messagePagePolicy, type MessagePage } from './sign-in.page.ts';

export interface SignInPorts {
  openId: OpenIdClient;
  sessions: Sessions;
  people: People;
  pending: PendingCookies;
  seal: Seal;
  /** Of the session. */
  cookieName: string;
  /** Where browsers find the hub's pages, such as `https://hub.example.com/steward`. */
  homeUrl: string;
  /** Name or path of the claim that gives roles; null: none does. */
  rolesClaim: string | null;
}

type Query = Record<string, unknown>;

/** `GET /sign-in`, `GET /sign-in/callback`: to the provider and back. Answers with pages, for people come here by a link. */
export function signInRoutes(app: FastifyInstance, ports: SignInPorts): void {
  const { openId, sessions, people, pending, homeUrl, cookieName, rolesClaim } = ports;
  const secure = new URL(homeUrl).protocol === 'https:';
  const callbackUrl = `${homeUrl}/sign-in/callback`;
  const options = { config: { counts: 'sign-in' }, schema: { hide: true }, exposeHeadRoute: false } as const;

  const explain = (request: FastifyRequest, reply: FastifyReply, failure: SignInFailure, redirect: string) => {
    request.log.warn({ reason: failure.reason }, 'nobody was signed in');
    const href = `${homeUrl}/sign-in?redirect=${encodeURIComponent(redirect)}`;
    return sendPage(reply, failure.status, { ...failure, link: { href, text: 'Try again' } });
  };

  const letIn = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { issuer, subject, claims, idToken }: Identity,
  ) => {
    const person = readClaims(issuer, subject, claims, rolesClaim);
    const { id, name, email, roles } = person;
    await people.arrive({ id, name, email, signedInBy: 'openid', givenRoles: roles });
    const session = await sessions.begin(id, roles, readCookie(request.headers, cookieName));
    const { token, maxAgeSeconds } = session;
    void reply.header('set-cookie', writeCookie(cookieName, token, { secure, maxAgeSeconds }));
    void reply.header('set-cookie', keepIdToken(ports, idToken, maxAgeSeconds));
  };

  void app.register((scope, _options, done) => {
    scope.addHook('onRequest', (_request, reply, next) => {
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      next();
    });
    scope.setErrorHandler((error, request, reply) => {
      const { problem } = toProblemError(error);
      if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'sign-in failed');
      const text = 'Nobody was signed in. Try again in a moment.';
      void sendPage(reply, problem.status, {
        title: problem.title,
        text,
        link: { href: `${homeUrl}/sign-in`, text: 'Try again' },
      });
    });

    scope.get<{ Querystring: Query }>('/sign-in', options, async (request, reply) => {
      const redirect = safeRedirect(request.query['redirect'], homeUrl);
      try {
        const { url, ...proof } = await openId.begin(callbackUrl);
        return await reply
          .header('set-cookie', pending.keep({ ...proof, redirect }, request.headers))
          .redirect(url, 302);
      } catch (error) {
        return explain(request, reply, failureToBegin(error), redirect);
      }
    });

    scope.get<{ Querystring: Query }>('/sign-in/callback', options, async (request, reply) => {
      const taken = pending.take(request.query['state'], request.headers);
      if (taken.cookies.length > 0) void reply.header('set-cookie', taken.cookies);
      if (taken.pending === null) return explain(request, reply, expired, '');
      const { redirect } = taken.pending;
      // Built from the settings: what the request says of its host may be anything.
      const answerUrl = new URL(callbackUrl);
      answerUrl.search = request.raw.url?.split('?')[1] ?? '';
      let identity: Identity;
      try {
        identity = await openId.finish(answerUrl, taken.pending);
      } catch (error) {
        return explain(request, reply, failureToFinish(error), redirect);
      }
      await letIn(request, reply, identity);
      return reply.redirect(new URL(redirect, homeUrl).href, 303);
    });
    done();
  });
}

export function sendPage(reply: FastifyReply, status: number, page: MessagePage): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', messagePagePolicy)
    .type('text/html; charset=utf-8')
    .send(messagePage(page));
}
