import { createServer } from 'node:http';

/** The least that a server can do with a request: reads its body and sends it back. */
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(Buffer.concat(chunks));
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
