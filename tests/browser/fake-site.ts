import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pagePolicy, securityHeaders } from '../../hub/src/http/security-headers.ts';
import { fillPage } from '../../hub/src/shell/page.ts';
import { createFakeHub, type FakeHubOptions } from '../editor/fake-hub.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * The built pages on a port of this machine, as the hub serves them (its policy of content included), before a hub in
 * memory: pages without n8n and without a database.
 * @param folder the built pages: `index.html` and `assets/`
 */
export async function startFakeSite(folder: string, options: FakeHubOptions) {
  const hub = createFakeHub(options);
  const mode = options.standalone ? 'standalone' : 'mounted';

  async function answer(request: IncomingMessage): Promise<{ status: number; headers: object; body: string | Buffer }> {
    const { pathname } = new URL(request.url ?? '/', 'http://site.example');
    if (pathname.startsWith('/steward/api/')) {
      const { method = 'GET' } = request;
      const body = await bodyOf(request);
      const headers = request.headers as Record<string, string>;
      const said = await hub.fetch(request.url ?? '/', { method, headers, ...(body !== '' && { body }) });
      return {
        status: said.status,
        headers: { ...securityHeaders, 'content-type': said.headers.get('content-type') ?? 'application/json' },
        body: Buffer.from(await said.arrayBuffer()),
      };
    }
    if (pathname.startsWith('/steward/assets/')) {
      const file = await readFile(join(folder, 'assets', pathname.slice('/steward/assets/'.length)));
      const type = types[extname(pathname)] ?? 'application/octet-stream';
      return { status: 200, headers: { 'content-type': type, 'content-security-policy': pagePolicy() }, body: file };
    }
    if (!pathname.startsWith('/steward')) return { status: 200, headers: {}, body: 'Not the hub' };
    const nonce = randomBytes(16).toString('base64url');
    const template = await readFile(join(folder, 'index.html'), 'utf8');
    return {
      status: 200,
      headers: {
        ...securityHeaders,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy(nonce),
      },
      body: fillPage(template, { nonce, publicPath: '/steward', n8nPath: '/', mode }),
    };
  }

  const server: Server = createServer((request, response) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, { ...headers }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    hub,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}
