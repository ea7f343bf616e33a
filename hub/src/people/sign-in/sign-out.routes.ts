import type { FastifyInstance } from 'fastify';
import { readCookie, writeCookie } from './cookies.ts';
import { forgetIdToken, readIdToken } from './id-token-cookie.ts';
import { refuseForged } from './session-people.ts';
import { failureToBegin } from './sign-in-failure.ts';
import { sendPage, type SignInPorts } from './sign-in.routes.ts';

export type SignOutPorts = Pick<SignInPorts, 'openId' | 'sessions' | 'seal' | 'cookieName' | 'homeUrl'>;

/**
 * `POST /sign-out` ends the session here and says in `redirect` where the provider ends its own; `GET /sign-out` is the page
 * that stands at the end, since any other would sign the person in again.
 */
export function signOutRoutes(app: FastifyInstance, ports: SignOutPorts): void {
  const { openId, sessions, cookieName, homeUrl } = ports;
  const secure = new URL(homeUrl).protocol === 'https:';
  const page = `${homeUrl}/sign-out`;

  app.post('/sign-out', { config: { counts: 'sign-in' }, schema: { hide: true } }, async (request, reply) => {
    refuseForged(request.headers);
    const token = readCookie(request.headers, cookieName);
    if (token !== null) await sessions.end(token);
    // Signed out here, whatever becomes of the provider.
    const ended = await openId.endSessionUrl(readIdToken(ports, request.headers), page).catch((error: unknown) => {
      request.log.warn({ reason: failureToBegin(error).reason }, 'the provider was not told of a sign-out');
      return null;
    });
    return reply
      .header('cache-control', 'no-store')
      .header('set-cookie', [writeCookie(cookieName, '', { secure, maxAgeSeconds: 0 }), forgetIdToken(ports)])
      .send({ redirect: ended ?? page });
  });

  app.get('/sign-out', { schema: { hide: true } }, (_request, reply) =>
    sendPage(reply, 200, {
      title: 'You are signed out',
      text: 'Steward has forgotten this browser. Other applications of your company may still know it.',
      link: { href: `${homeUrl}/`, text: 'Sign in again' },
    }),
  );
}
