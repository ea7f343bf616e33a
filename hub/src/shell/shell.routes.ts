import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ProblemError } from '../http/problem.ts';
import { pagePolicy } from '../http/security-headers.ts';
import { fillPage } from './page.ts';

export interface ShellOptions {
  /** The built designer: `index.html` and `assets/`. */
  folder: string;
  /** Where the browser finds the hub, such as `/steward` or `/n8n/steward`. */
  publicPath: string;
  /** Where the browser finds n8n, with a slash at the end. */
  n8nPath: string;
  mode: 'mounted' | 'standalone';
}

/** Names that carry a hash of their content never change it. */
const hashed = /^assets\/.+-[\w-]{8,}\.\w+$/;

/** The designer: one page for every address, since its routes are its own, and the files that the page loads. */
export async function shellRoutes(app: FastifyInstance, options: ShellOptions): Promise<void> {
  const { folder, publicPath, n8nPath, mode } = options;
  await app.register(fastifyStatic, { root: path.resolve(folder), serve: false, dotfiles: 'deny', index: false });

  const sendPage = async (reply: FastifyReply): Promise<FastifyReply> => {
    const template = await readTemplate(folder);
    // A nonce is for one answer: the page has no validator, so that no cache joins an old page with a new policy.
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(fillPage(template, { nonce, publicPath, n8nPath, mode }));
  };

  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply));

  app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const file = request.params['*'];
    if (!isFile(file)) return sendPage(reply);
    void reply.header('content-security-policy', pagePolicy());
    return hashed.test(file)
      ? reply.sendFile(file, { maxAge: '1y', immutable: true })
      : reply.sendFile(file, { maxAge: 0 });
  });
}

/** What the build puts out: `assets/` and files beside the page. All else is an address inside the designer, which may
 * end in the id of a journey, dots and all. */
function isFile(name: string): boolean {
  if (name.startsWith('assets/')) return true;
  return name !== 'index.html' && !name.includes('/') && path.posix.extname(name) !== '';
}

async function readTemplate(folder: string): Promise<string> {
  try {
    return await readFile(path.join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ProblemError('designer_not_built');
    throw error;
  }
}
