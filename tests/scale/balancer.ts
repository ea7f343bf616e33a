import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { findFreePort, loopback } from '../../host/port.ts';

export interface Balancer {
  baseUrl: string;
  /** Requests that each of the hubs answered. */
  answered: readonly number[];
  /** Answers other than success and “ask another one”, with their beginning. */
  refusals: readonly string[];
  stop(): Promise<void>;
}

/**
 * Stands before several hubs, as nginx or HAProxy do: each request goes to the next one, and to another when that one
 * cannot be reached or goes away before it answers. A record that is sent twice is kept once, so this is safe.
 */
export async function startBalancer(hubs: readonly string[]): Promise<Balancer> {
  const answered = hubs.map(() => 0);
  const refusals: string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then(async (body) => {
      const first = turn++;
      for (let attempt = 0; attempt < hubs.length; attempt++) {
        const hub = (first + attempt) % hubs.length;
        if (await forward(`${hubs[hub] ?? ''}${incoming.url ?? ''}`, incoming, body, outgoing, refusals)) {
          answered[hub] = (answered[hub] ?? 0) + 1;
          return;
        }
      }
      outgoing.writeHead(502).end();
    });
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, loopback, resolve));
  return {
    baseUrl: `http://${loopback}:${port}`,
    answered,
    refusals,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** False: nobody answered, and nothing was written yet. */
function forward(
  url: string,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
  refusals: string[],
): Promise<boolean> {
  return new Promise((resolve) => {
    const { method, headers } = incoming;
    const sent = request(url, { method, headers: { ...headers, connection: 'close' } }, (answer) => {
      readBody(answer).then(
        (answerBody) => {
          // A hub that is about to stop says so; another one takes the request.
          if (answer.statusCode === 503) return resolve(false);
          if (answer.statusCode !== 200) refusals.push(`${answer.statusCode}: ${answerBody.toString('utf8', 0, 500)}`);
          outgoing.writeHead(answer.statusCode ?? 502, {
            'content-type': answer.headers['content-type'] ?? 'text/plain',
          });
          outgoing.end(answerBody);
          resolve(true);
        },
        () => resolve(false),
      );
    });
    sent.on('error', () => resolve(false));
    sent.end(body);
  });
}
