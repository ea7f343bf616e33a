import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem.ts';

/** Deeper than any journey (opaque n8n parameters stay under 30), shallow enough for every recursive reader. */
export const maxJsonDepth = 200;

/**
 * How deeply brackets nest in a JSON text, without parsing it.
 * @returns the depth, or `limit + 1` as soon as it is passed
 */
export function jsonDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 92 /* \ */) index++;
      else if (code === 34 /* " */) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 /* { */ || code === 91 /* [ */) {
      if (++depth > deepest) deepest = depth;
      if (deepest > limit) return limit + 1;
    } else if (code === 125 /* } */ || code === 93 /* ] */) depth--;
  }
  return deepest;
}

/** JSON is the only body that the hub reads; prototype poisoning and bottomless nesting are refused before parsing. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = typeof body === 'string' ? body : body.toString('utf8');
    if (jsonDepth(text, maxJsonDepth) > maxJsonDepth) {
      done(new ProblemError('too_deep', { params: { maxDepth: maxJsonDepth } }));
      return;
    }
    parse(request, text, (error, value) => {
      if (error) done(new ProblemError('malformed_json', { detail: error.message }));
      else done(null, value);
    });
  });
}
