import type { FastifyInstance } from 'fastify';
import { problems } from '../http/schemas.ts';
import { CheckpointSchema, ConsistencySchema, ReceiptSchema, SigningKeysSchema } from './ledger.answers.schema.ts';
import { ConsistencyQuery, EntryParams, NewestQuery, StreamParams } from './ledger.schema.ts';
import type { Ledger } from './ledger.service.ts';

const tags = ['ledger'];

/** What convinces somebody who does not trust the hub. */
export function proofRoutes(app: FastifyInstance, ledger: Ledger): void {
  app.get<{ Params: { stream: string; sequence: number } }>(
    '/ledger/streams/:stream/entries/:sequence/receipt',
    {
      config: { needs: 'ledger:read' },
      schema: {
        tags,
        summary: 'One entry with the proof that it stands in the ledger as it is',
        params: EntryParams,
        response: { 200: ReceiptSchema, ...problems('entry_not_found', 'ledger_damaged') },
      },
    },
    (request) => ledger.receipt(request.params.stream, request.params.sequence),
  );

  app.get<{ Params: { stream: string }; Querystring: { minSize?: number } }>(
    '/ledger/streams/:stream/checkpoints/newest',
    {
      config: { needs: 'ledger:read' },
      schema: {
        tags,
        summary: 'The newest signed state of a stream; made when none covers minSize entries',
        params: StreamParams,
        querystring: NewestQuery,
        response: { 200: CheckpointSchema, ...problems('stream_not_found', 'entry_not_found', 'ledger_damaged') },
      },
    },
    (request) => ledger.newestCheckpoint(request.params.stream, request.query.minSize),
  );

  app.get<{ Params: { stream: string }; Querystring: { from: number; to: number } }>(
    '/ledger/streams/:stream/consistency',
    {
      config: { needs: 'ledger:read' },
      schema: {
        tags,
        summary: 'Proves that the stream at `to` is the stream at `from` with entries added',
        params: StreamParams,
        querystring: ConsistencyQuery,
        response: { 200: ConsistencySchema, ...problems('stream_not_found', 'entry_not_found') },
      },
    },
    (request) => ledger.consistency(request.params.stream, request.query.from, request.query.to),
  );

  app.get(
    '/ledger/signing-keys',
    {
      config: { needs: 'anyone' },
      schema: {
        tags,
        summary: 'Public keys by which checkpoints and receipts are verified',
        response: { 200: SigningKeysSchema },
      },
    },
    () => ledger.signingKeys(),
  );
}
