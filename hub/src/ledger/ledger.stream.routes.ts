import { Readable } from 'node:stream';
import { Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExportRequest } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { OpenObject, problems } from '../http/schemas.ts';
import { principalOf } from '../people/access.ts';
import { mayDo, principalName } from '../people/principal.ts';
import type { Exporter } from './ledger.export.ts';
import { retryLater } from './ledger.routes.ts';
import { ExportBody, StreamParams } from './ledger.schema.ts';
import type { Ledger } from './ledger.service.ts';

const tags = ['ledger'];

/** What goes through a whole stream, and is answered piece by piece. */
export function wholeStreamRoutes(app: FastifyInstance, ledger: Ledger): void {
  app.post<{ Params: { stream: string }; Body: ExportRequest }>(
    '/ledger/streams/:stream/export',
    {
      config: { needs: 'ledger:export' },
      schema: {
        tags,
        summary: 'Exports a stream, which is recorded',
        description:
          'JSON lines can be verified by `steward ledger verify`; CSV is for reading. An export with a filter comes newest first, and cannot be verified as a chain. `openInputs` needs `ledger:inputs`.',
        params: StreamParams,
        body: ExportBody,
        response: {
          200: {
            description: 'The file.',
            content: {
              'application/x-ndjson': { schema: Type.String() },
              'text/csv': { schema: Type.String() },
            },
          },
          ...problems('stream_not_found', 'subject_not_found', 'ledger_busy', 'ledger_damaged'),
        },
      },
    },
    async (request, reply) => {
      const { stream } = request.params;
      const { format, openInputs } = request.body;
      if (openInputs !== undefined && !mayDo(principalOf(request), 'ledger:inputs')) {
        throw new ProblemError('forbidden', { params: { needs: 'ledger:inputs' } });
      }
      const pieces = await retryLater(reply, ledger.export(stream, request.body, exporterOf(request)));
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : ndjson)
        .header('content-disposition', `attachment; filename="steward-${stream}.${format}"`)
        .send(Readable.from(pieces, { objectMode: false }));
    },
  );

  app.post<{ Params: { stream: string } }>(
    '/ledger/streams/:stream/verify',
    {
      config: { needs: 'ledger:read' },
      schema: {
        tags,
        summary: 'Verifies a stream: lines of progress, at last the report',
        params: StreamParams,
        response: {
          200: {
            description: 'JSON lines: `{checked, of}` as often as a page is verified, at last `{report}`.',
            content: { 'application/x-ndjson': { schema: OpenObject } },
          },
          ...problems('stream_not_found'),
        },
      },
    },
    async (request, reply) => {
      const progress = await ledger.verify(request.params.stream);
      return reply.type(ndjson).send(Readable.from(jsonLines(progress), { objectMode: false }));
    },
  );
}

const ndjson = 'application/x-ndjson; charset=utf-8';

async function* jsonLines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}

function exporterOf(request: FastifyRequest): Exporter {
  const principal = principalOf(request);
  // A machine is no member of staff: `recordedBy` says which key it was.
  const actor = principal.kind === 'person' ? { id: principal.person.id, name: principal.person.name } : null;
  return { actor, recordedBy: principalName(principal) };
}
