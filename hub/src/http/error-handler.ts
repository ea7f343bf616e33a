import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { N8nRefusal, N8nUnavailable } from '../n8n/n8n.client.ts';
import { isStoreFailure } from './store-failure.ts';
import { ProblemError, problemMediaType, type ProblemCode, type ProblemExtras } from './problem.ts';

/** Fastify's own refusals, in the hub's words. */
const fastifyCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_BAD_URL: 'bad_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
};

/** Turns whatever was thrown into a problem; what nobody foresaw is logged and says nothing of the inside. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof N8nUnavailable) return new ProblemError('n8n_unavailable');
  if (error instanceof N8nRefusal) return fromRefusal(error);
  const fastifyError = error as Partial<FastifyError>;
  if (fastifyError.validation) return new ProblemError('invalid_request', validationExtras(fastifyError));
  const code = fastifyCodes[fastifyError.code ?? ''];
  if (code) return new ProblemError(code);
  if (isStoreFailure(error)) return new ProblemError('store_unavailable', { cause: error });
  const status = fastifyError.statusCode ?? 500;
  return new ProblemError(status >= 400 && status < 500 ? 'bad_request' : 'internal_error');
}

/** n8n's own words go to the person: they name the node and the setting. */
function fromRefusal({ status, message }: N8nRefusal): ProblemError {
  if (status === 401) return new ProblemError('not_signed_in');
  const extras = { detail: message, params: { n8nStatus: status } };
  return new ProblemError(status === 403 ? 'forbidden_in_n8n' : 'n8n_refused', extras);
}

type Fault = NonNullable<FastifyError['validation']>[number];

function validationExtras(error: Partial<FastifyError>): ProblemExtras {
  const faults = joinChoices(error.validation ?? []);
  const issues = faults.map(({ keyword, instancePath, params, message }) => ({
    code: `schema_${keyword.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    path: [...instancePath.split('/').slice(1).map(unescapePointer), ...missingProperty(params)],
    message: allowedValues(params) ?? message ?? 'has the wrong form',
  }));
  return { params: { in: error.validationContext ?? 'body' }, issues };
}

/** A choice of constants fails once for each of them, and once as a choice; people need to hear it once. */
function joinChoices(faults: readonly Fault[]): Fault[] {
  const constants = faults.filter(({ keyword }) => keyword === 'const');
  const [first] = constants;
  if (first === undefined || constants.length + 1 !== faults.length || faults.at(-1)?.keyword !== 'anyOf')
    return [...faults];
  return [
    {
      ...first,
      keyword: 'enum',
      params: { allowedValues: constants.map(({ params }) => params['allowedValue']) },
    } as Fault,
  ];
}

/** The validator's own words leave out what would be right. */
function allowedValues(params: Record<string, unknown>): string | null {
  const { allowedValues: values } = params;
  return Array.isArray(values) ? `must be one of ${values.map((value) => JSON.stringify(value)).join(', ')}` : null;
}

function missingProperty(params: Record<string, unknown>): string[] {
  return typeof params['missingProperty'] === 'string' ? [params['missingProperty']] : [];
}

function unescapePointer(segment: string): string | number {
  const text = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** Answers every failure with RFC 9457, and says which it was. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): ProblemError {
  const refusal = toProblemError(error);
  if (refusal.problem.status >= 500) request.log.error({ err: error, code: refusal.code }, 'request failed');
  sendProblem(reply, refusal);
  return refusal;
}

export function sendProblem(reply: FastifyReply, { problem }: ProblemError): void {
  void reply.code(problem.status).header('cache-control', 'no-store').type(problemMediaType).send(problem);
}
