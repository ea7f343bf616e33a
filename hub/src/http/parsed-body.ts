import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** A request whose body somebody has read before us, as n8n's Express does. */
interface RawBody {
  rawBody?: unknown;
}

/**
 * Gives Fastify the bytes that the host has read off the socket already. Without it a mounted hub would wait for a body
 * that never comes.
 */
export function takeBodyFromHost(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const { rawBody } = request.raw as RawBody;
    if (!Buffer.isBuffer(rawBody)) {
      done(null, payload);
      return;
    }
    // The host has undone a content encoding: the length that the caller declared is that of the encoded bytes.
    const declared = Number(request.headers['content-length']);
    const body = Readable.from([rawBody], { objectMode: false });
    done(null, Object.assign(body, { receivedEncodedLength: Number.isNaN(declared) ? rawBody.length : declared }));
  });
}
