import type { FastifyInstance } from 'fastify';
import { sendPage } from './sign-in.routes.ts';

/** What a standalone hub without a provider tells a person who comes to sign in. */
export function noSignInRoutes(app: FastifyInstance): void {
  app.get('/sign-in', { config: { counts: 'sign-in' }, schema: { hide: true } }, (_request, reply) =>
    sendPage(reply, 503, {
      title: 'Nobody can sign in here yet',
      text: 'This hub knows no sign-in provider, so it serves machines alone. Its administrator sets one by STEWARD_OIDC_ISSUER_URL, STEWARD_OIDC_CLIENT_ID and STEWARD_PUBLIC_URL.',
      link: { href: 'sign-in', text: 'Try again' },
    }),
  );
}
