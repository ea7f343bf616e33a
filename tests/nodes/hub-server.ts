import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { FakeHub } from './fake-hub.ts';

/** Serves a hub in memory on 127.0.0.1, to whoever sends its key; the caller closes it. */
export async function serveHub(hub: FakeHub): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = async () => {
        if (request.headers.authorization !== `Bearer ${hub.key}`) return { statusCode: 401, body: {} };
        const method = request.method as NonNullable<IHttpRequestOptions['method']>;
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, never>;
        return hub.answer({ method, url: new URL(request.url ?? '', hub.address).href, body });
      };
      answer().then(
        ({ statusCode, body }) => {
          response.writeHead(statusCode, { 'content-type': 'application/json; charset=utf-8' });
          response.end(JSON.stringify(body));
        },
        // An error of the network: the caller gets no answer.
        () => request.socket.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/steward`;
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
