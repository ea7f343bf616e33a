import { isJsonObject, type JsonObject, type Problem } from '../../../engine/index.ts';
import { standalone } from './location.ts';

/** What people would look at first when nothing answers. */
const host = standalone ? 'Steward' : 'n8n';

/**
 * Why a request came to nothing. `offline`: nobody answered. `timeout`: no answer in time. `signed-out`: n8n knows nobody.
 * `problem`: the hub said no, and why. `unexpected`: something else answered, or in words we do not read.
 */
export type ApiErrorKind = 'offline' | 'timeout' | 'signed-out' | 'problem' | 'unexpected';

/** A failed request, in words for people: `message` says what happened, `advice` what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly advice: string;
  /** 0 when nobody answered. */
  readonly status: number;
  /** The hub's stable code; for other kinds the kind itself, with underscores. */
  readonly code: string;
  readonly params: JsonObject;
  readonly issues: NonNullable<Problem['issues']>;

  constructor(kind: ApiErrorKind, message: string, advice: string, problem: Partial<Problem> = {}) {
    super(message);
    this.kind = kind;
    this.advice = advice;
    this.status = problem.status ?? 0;
    this.code = problem.code ?? kind.replace('-', '_');
    this.params = problem.params ?? {};
    this.issues = problem.issues ?? [];
  }
}

/** Nobody answered: the network is down, or n8n is. */
export function offlineError(): ApiError {
  return new ApiError('offline', `${host} cannot be reached.`, `Check the network, and that ${host} is running.`);
}

/** No answer within `seconds`. What was asked may still have happened. */
export function timeoutError(seconds: number): ApiError {
  return new ApiError(
    'timeout',
    `No answer after ${seconds} seconds.`,
    'The server may be busy, and may still do what was asked. Look again before you repeat it.',
  );
}

/** Signed out of n8n, or never signed in. */
export function signedOutError(): ApiError {
  return new ApiError('signed-out', `You are signed out of ${host}.`, 'Sign in there; you come back to this page.', {
    status: 401,
  });
}

/** What an answer that is not a success says. `body` is the parsed JSON, or undefined when there was none. */
export function errorFromAnswer(status: number, body: unknown): ApiError {
  if (isProblem(body))
    return new ApiError('problem', sentence(body.detail ?? body.title), adviceFor(status), { ...body, status });
  return new ApiError('unexpected', wordsFor(status), adviceFor(status), { status });
}

/** An answer of 2xx whose body is not JSON: a proxy's page, most likely. */
export function unreadableError(status: number): ApiError {
  return new ApiError(
    'unexpected',
    'Something between this browser and Steward answered in its place.',
    `A proxy or a sign-in page may stand before ${host}. Load the page again.`,
    { status },
  );
}

/** Any thrown value as an `ApiError`; what is none of ours becomes `unexpected` without its inner words. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError('unexpected', 'This did not work, and Steward does not know why.', 'Load the page again.');
}

function wordsFor(status: number): string {
  if (status === 403) return 'Your account may not do this.';
  if (status === 404) return 'This is not there, or not any more.';
  if (status === 413) return 'This is too large for the server.';
  if (status === 429) return 'The server asks for a pause.';
  if (status === 502 || status === 503 || status === 504) return `${host} is starting or too busy to answer.`;
  if (status >= 500) return 'The server failed at this.';
  return `The server refused this (${status}).`;
}

function adviceFor(status: number): string {
  if (status === 403) return `Ask an administrator of ${host} for the right to do it.`;
  if (status === 404) return 'Go back to the list to see what there is.';
  if (status === 409 || status === 412) return 'Somebody changed it meanwhile. Load it again to see their change.';
  if (status === 429 || (status >= 502 && status <= 504)) return 'Wait a moment, then try again.';
  if (status >= 500) return `Try again. If it stays so, ${host}’s log tells an administrator why.`;
  return '';
}

/** Titles of problems come without a full stop; sentences that stand beside others have one. */
function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function isProblem(body: unknown): body is Problem {
  return isJsonObject(body) && typeof body['title'] === 'string' && typeof body['code'] === 'string';
}
