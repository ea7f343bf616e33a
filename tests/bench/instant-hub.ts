import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A hub that keeps nothing and answers at once: what recording costs the node, apart from what it costs a ledger. */
export async function startInstantHub(): Promise<{ url: string; calls(): number; close(): Promise<void> }> {
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const count = countOfRecords(Buffer.concat(chunks).toString('latin1'));
      calls += 1;
      const answer = {
        stream: 'decisions',
        sequences: Array.from({ length: count }, (_, index) => index + 1),
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

/** Keys of the bench hold no comma and no bracket. To parse the request would be work that is not the node's. */
function countOfRecords(body: string): number {
  const keys = body.slice(body.indexOf('"keys":[') + 8);
  return keys.slice(0, keys.indexOf(']')).split(',').length;
}
