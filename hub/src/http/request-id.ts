import type { IncomingMessage } from 'node:http';

/** Long enough for a UUID or a trace id; nothing that could break a line of the log or a header. */
const wellFormed = /^[\w.-]{8,64}$/;

/**
 * The id under which a request is logged and answered: the caller's own `x-request-id` when it is one that can be, so that
 * one id leads through proxy, n8n and hub; otherwise a new one. It is a name for finding lines, never a proof of anything.
 */
export function requestId(request: Pick<IncomingMessage, 'headers'>, newId: () => string): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && wellFormed.test(given) ? given : newId();
}
