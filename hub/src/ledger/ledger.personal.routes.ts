import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ErasureRequest } from '../../../engine/index.ts';
import { problems } from '../http/schemas.ts';
import { personOf, principalOf } from '../people/access.ts';
import { principalName } from '../people/principal.ts';
import { ErasureSchema, OpenedInputsSchema } from './ledger.answers.schema.ts';
import type { Staff } from './ledger.personal.ts';
import { retryLater } from './ledger.routes.ts';
import { EntryParams, ErasureBody, InputsBody } from './ledger.schema.ts';
import type { Ledger } from './ledger.service.ts';

const tags = ['ledger'];

/** Reading what is personal, and destroying it: both by people, with a reason, and recorded. */
export function personalRoutes(app: FastifyInstance, ledger: Ledger): void {
  app.post<{ Params: { stream: string; sequence: number }; Body: { reason: string } }>(
    '/ledger/streams/:stream/entries/:sequence/inputs',
    {
      config: { needs: 'ledger:inputs' },
      schema: {
        tags,
        summary: 'Opens the personal inputs of one decision, which is recorded',
        params: EntryParams,
        body: InputsBody,
        response: {
          200: OpenedInputsSchema,
          ...problems('entry_not_found', 'no_inputs', 'inputs_erased', 'ledger_busy', 'ledger_damaged'),
        },
      },
    },
    (request, reply) => {
      const { stream, sequence } = request.params;
      return retryLater(reply, ledger.openInputs(stream, sequence, staffOf(request), request.body.reason));
    },
  );

  app.post<{ Body: ErasureRequest }>(
    '/ledger/erasures',
    {
      config: { needs: 'ledger:erase' },
      schema: {
        tags,
        summary: 'Destroys the key of a person, so that nobody can read what was decided on; recorded, and final',
        description: 'One of `subject` and `subjectRef`.',
        body: ErasureBody,
        response: { 200: ErasureSchema, ...problems('subject_not_found', 'ledger_busy', 'ledger_damaged') },
      },
    },
    (request, reply) => retryLater(reply, ledger.erase(request.body, staffOf(request))),
  );
}

export function staffOf(request: FastifyRequest): Staff {
  const { id, name } = personOf(request).person;
  return { id, name, recordedBy: principalName(principalOf(request)) };
}
