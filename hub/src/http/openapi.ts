import { fastifySwagger } from '@fastify/swagger';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import type { Need } from '../people/access.ts';
import { problems, ProblemSchema } from './schemas.ts';
import type { ProblemCode } from './problem.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** In the document: a name for the operation, unique, for clients that are made from it. */
    operationId?: string;
    summary?: string;
    description?: string;
    tags?: readonly string[];
    /** Leaves the route out of the document: pages and files. */
    hide?: boolean;
  }
}

export interface DocumentOptions {
  version: string;
  /** Where the hub stands in its host, and in the routes' addresses. */
  mountPath: string;
  /** Where the browser finds it. */
  publicPath: string;
}

const securitySchemes = {
  n8nSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'n8n-auth',
    description: 'Mounted in n8n: the cookie of a person who is signed in there, together with `browserId`.',
  },
  browserId: {
    type: 'apiKey',
    in: 'header',
    name: 'browser-id',
    description: 'The value of `n8n-browserId` in the local storage of n8n’s pages.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'steward-session',
    description:
      'Standalone: the cookie of a person who signed in through the OpenID provider; `__Host-steward-session` over TLS. What changes something also needs the header `steward-request: 1`.',
  },
  apiKey: { type: 'http', scheme: 'bearer', description: 'A machine’s API key, `stw_<id>_<secret>`.' },
} as const;

const signedIn = [{ n8nSession: [], browserId: [] }, { session: [] }, { apiKey: [] }];

/** Collects every route that is registered from here on into the OpenAPI document, `app.swagger()`. */
export async function describeApi(
  app: FastifyInstance,
  { version, mountPath, publicPath }: DocumentOptions,
): Promise<void> {
  app.addSchema(ProblemSchema);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Steward hub',
        version,
        description:
          'Journeys, their publication, and the decision ledger. `x-needs` says what the caller must be allowed to do: a permission, `signed-in`, or `anyone`; `x-only` that it answers to people alone, or to API keys alone.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicPath, description: 'This hub' }],
      components: { securitySchemes: securitySchemes as never },
    },
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (json, _baseUri, _fragment, index) => String(json.$id ?? `schema-${index}`) },
    transform: ({ schema, url, route }) => ({
      schema: describeRoute(schema ?? {}, route) as FastifySchema,
      url: url.startsWith(mountPath) ? url.slice(mountPath.length) : url,
    }),
  });
}

function describeRoute(schema: FastifySchema, route: RouteOptions): object {
  const needs = route.config?.needs ?? 'anyone';
  const response = (schema.response ?? {}) as Record<string, object>;
  const segments = route.url.split('/').filter((segment) => /^:?\w/.test(segment));
  return {
    operationId: operationId(String(route.method), segments),
    tags: [segments.find((segment) => !segment.startsWith(':')) ?? 'hub'],
    ...schema,
    'x-needs': needs,
    ...(route.config?.only && { 'x-only': route.config.only }),
    security: needs === 'anyone' ? [] : signedIn,
    response: { ...mergeProblems(commonProblems(schema, needs), response) },
  };
}

/** What any route may answer besides its own refusals. */
function commonProblems(schema: FastifySchema, needs: Need): ProblemCode[] {
  const takesInput = schema.body ?? schema.params ?? schema.querystring ?? schema.headers;
  return [
    ...(takesInput ? (['bad_request', 'invalid_request'] as const) : []),
    ...(schema.body ? (['malformed_json', 'too_deep', 'body_too_large', 'unsupported_media_type'] as const) : []),
    ...(needs === 'anyone' ? [] : (['not_signed_in', 'forbidden', 'person_required'] as const)),
    'too_many_requests',
    'internal_error',
    'store_unavailable',
  ];
}

/** The route's own words stand before the common ones of the same status. */
function mergeProblems(codes: ProblemCode[], own: Record<string, object>): Record<string, object> {
  const common = problems(...codes) as Record<string, { description: string }>;
  const merged: Record<string, object> = { ...own };
  for (const [status, answer] of Object.entries(common)) {
    const before = own[status] as { description?: string } | undefined;
    const description = [before?.description, answer.description].filter(Boolean).join(' ');
    merged[status] = { ...answer, ...before, description };
  }
  return merged;
}

/** `GET /steward/api/v1/journeys/:id/samples` is `getJourneysByIdSamples`. */
function operationId(method: string, segments: string[]): string {
  const words = segments
    .filter((segment) => !['steward', 'api', 'v1'].includes(segment))
    .flatMap((segment) => (segment.startsWith(':') ? ['by', segment.slice(1)] : segment.split(/\W+/)));
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
