import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppendRequest } from '../../engine/index.ts';

/** A hub that keeps nothing and answers at once: what recording costs the node, apart from what it costs a ledger. */
export async function startInstantHub(): Promise<{ url: string; calls(): number; close(): Promise<void> }> {
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { records } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as AppendRequest;
      calls += 1;
      const answer = {
        stream: 'decisions',
        sequences: records.keys.map((_, index) => index + 1),
        duplicates: [],
        unknownTables: [],
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/steward`,
    calls: () => calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
