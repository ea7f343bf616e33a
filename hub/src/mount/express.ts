import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../../../engine/index.ts';
import { ProblemError, problemMediaType, type ProblemCode } from '../http/problem.ts';
import { securityHeaders } from '../http/security-headers.ts';

type Next = (error?: unknown) => void;
type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;
type ErrorHandler = (error: unknown, request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** What the hub uses of Express. */
export interface ExpressApp {
  use(handler: Handler | ErrorHandler): unknown;
}

/**
 * Puts the hub under its path in n8n's Express. Also answers for what n8n's body parser throws on the way here, so that a
 * caller of the hub gets the hub's errors under the hub's policies.
 */
export function mountInExpress(app: ExpressApp, hub: FastifyInstance, mountPath = '/steward'): void {
  const isOurs = ({ url = '' }: IncomingMessage): boolean =>
    url.startsWith(mountPath) && /^(?:$|[/?#])/.test(url.slice(mountPath.length));

  app.use((request: IncomingMessage, response: ServerResponse, next: Next) => {
    if (isOurs(request)) hub.routing(request, response);
    else next();
  });
  app.use((error: unknown, request: IncomingMessage, response: ServerResponse, next: Next) => {
    if (!isOurs(request) || response.headersSent) next(error);
    else {
      const { problem } = new ProblemError(bodyErrorCode(error));
      if (problem.status >= 500) hub.log.error({ err: error, code: problem.code }, 'request failed before the hub');
      answer(problem, response);
    }
  });
}

function answer(problem: Problem, response: ServerResponse): void {
  response.writeHead(problem.status, {
    ...securityHeaders,
    'content-type': problemMediaType,
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(problem));
}

function bodyErrorCode(error: unknown): ProblemCode {
  const { statusCode, status, httpStatusCode, code } = error as Record<string, unknown>;
  // A body that is not compressed as its header says; n8n lets zlib's own error through.
  if (typeof code === 'string' && code.startsWith('Z_')) return 'bad_request';
  const known = statusCode ?? status ?? httpStatusCode;
  if (known === 413) return 'body_too_large';
  if (known === 422) return 'malformed_json';
  return typeof known === 'number' && known >= 400 && known < 500 ? 'bad_request' : 'internal_error';
}
