import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { stewardInN8n } from './steward-in-n8n.ts';

export interface MenuOptions {
  publicPath: string;
  n8nPath: string;
}

/** The script that n8n's own pages load (`EXTERNAL_FRONTEND_HOOKS_URLS`). Public, as those pages are. */
export function menuRoutes(app: FastifyInstance, { publicPath, n8nPath }: MenuOptions): void {
  const script = `(${stewardInN8n.toString()})(window, ${JSON.stringify({ publicPath, n8nPath })});\n`;
  const tag = `"${createHash('sha256').update(script).digest('base64url')}"`;

  app.get('/n8n/menu.js', { schema: { hide: true } }, (request, reply) => {
    void reply.header('etag', tag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
    return reply.type('text/javascript; charset=utf-8').send(script);
  });
}
