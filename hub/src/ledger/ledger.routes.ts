import type { FastifyInstance, FastifyReply } from 'fastify';
import { auditStream, type AppendRequest, type LedgerSearch } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { problems } from '../http/schemas.ts';
import { principalOf } from '../people/access.ts';
import { principalName } from '../people/principal.ts';
import {
  AppendAnswerSchema,
  DigestsSchema,
  EntryDetailSchema,
  FacetsSchema,
  PageSchema,
  StreamsSchema,
} from './ledger.answers.schema.ts';
import { AppendBody, EntryParams, SearchBody, StreamParams, TablesBody } from './ledger.schema.ts';
import type { Ledger } from './ledger.service.ts';

const tags = ['ledger'];

/** Adding to the ledger, and looking at it. */
export function ledgerRoutes(app: FastifyInstance, ledger: Ledger): void {
  app.post<{ Body: AppendRequest }>(
    '/ledger/records',
    {
      config: { needs: 'ledger:append', counts: 'append' },
      schema: {
        tags,
        summary: 'Records decisions; answers when they are on disk',
        description:
          'All records are taken or none. They stand column by column: every list of `records` has one member for each. What many of them share stands in `sources`, `decisions`, `moments` and `shapes` once. A key that is known already is not kept twice.',
        body: AppendBody,
        response: {
          200: AppendAnswerSchema,
          ...problems(
            'idempotency_conflict',
            'too_many_streams',
            'record_too_large',
            'not_ready',
            'ledger_busy',
            'ledger_closing',
            'ledger_damaged',
          ),
        },
      },
    },
    async (request, reply) => {
      if (request.body.stream === auditStream) throw reserved();
      return retryLater(reply, ledger.append(request.body, principalName(principalOf(request))));
    },
  );

  app.put<{ Body: { tables: unknown[] } }>(
    '/ledger/tables',
    {
      config: { needs: 'ledger:append', counts: 'append' },
      schema: {
        tags,
        summary: 'Keeps tables that decided, each under its digest',
        body: TablesBody,
        response: { 200: DigestsSchema },
      },
    },
    async (request) => ({ digests: await ledger.putTables(request.body.tables) }),
  );

  app.get(
    '/ledger/streams',
    {
      config: { needs: 'ledger:read' },
      schema: { tags, summary: 'The streams of the ledger', response: { 200: StreamsSchema } },
    },
    () => ledger.streams(),
  );

  app.get<{ Params: { stream: string } }>(
    '/ledger/streams/:stream/facets',
    {
      config: { needs: 'ledger:read' },
      schema: { tags, summary: 'Values to search by', params: StreamParams, response: { 200: FacetsSchema } },
    },
    (request) => ledger.facets(request.params.stream),
  );

  app.post<{ Body: LedgerSearch }>(
    '/ledger/search',
    {
      config: { needs: 'ledger:read', counts: 'read' },
      schema: { tags, summary: 'Searches a stream, newest first', body: SearchBody, response: { 200: PageSchema } },
    },
    (request) => ledger.search(request.body),
  );

  app.get<{ Params: { stream: string; sequence: number } }>(
    '/ledger/streams/:stream/entries/:sequence',
    {
      config: { needs: 'ledger:read' },
      schema: {
        tags,
        summary: 'One entry with the tables that decided',
        params: EntryParams,
        response: { 200: EntryDetailSchema, ...problems('entry_not_found', 'ledger_damaged') },
      },
    },
    (request) => ledger.entry(request.params.stream, request.params.sequence),
  );
}

/** Tells a machine when to come again. */
export async function retryLater<T>(reply: FastifyReply, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProblemError && waits.has(error.code)) void reply.header('retry-after', '1');
    throw error;
  }
}

const waits: ReadonlySet<string> = new Set(['ledger_busy', 'ledger_closing']);

function reserved(): ProblemError {
  const issues = [{ code: 'stream_reserved', path: ['stream'], message: 'is written by the hub alone' }];
  return new ProblemError('invalid_request', { params: { in: 'body' }, issues });
}
