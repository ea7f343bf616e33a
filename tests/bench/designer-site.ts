import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { createFakeHub, type FakeHubOptions } from '../editor/fake-hub.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

export interface DesignerSite {
  url: string;
  close(): Promise<void>;
}

/** Serves the built designer under `/steward` with a hub in memory, and other pages as they are given, on the loopback. */
export async function serveDesigner(
  folder: string,
  hub: FakeHubOptions,
  others: Record<string, { type: string; body: string }> = {},
): Promise<DesignerSite> {
  const fake = createFakeHub(hub);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const other = others[path];
    if (other !== undefined) {
      response.writeHead(200, { 'content-type': other.type }).end(other.body);
    } else if (path.startsWith('/steward/api/')) {
      void answer(fake.fetch, request).then(async (from) => {
        response.writeHead(from.status, Object.fromEntries(from.headers)).end(Buffer.from(await from.arrayBuffer()));
      });
    } else if (path.startsWith('/steward/assets/')) {
      const file = join(folder, 'assets', path.slice('/steward/assets/'.length).replaceAll('..', ''));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(readFileSync(file));
    } else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(hub: typeof fetch, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  return hub(`http://n8n.example${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks).toString('utf8') } : {}),
  });
}
