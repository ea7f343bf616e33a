import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/** Why nobody was signed in: a status, words for the person, and a word for the log that says nothing of them. */
export interface SignInFailure {
  status: number;
  title: string;
  text: string;
  reason: string;
}

export const expired: SignInFailure = {
  status: 400,
  title: 'This sign-in is no longer open',
  text: 'It took longer than ten minutes, was finished already, or began in another browser. Try again from here.',
  reason: 'no_pending_sign_in',
};

const refused = (reason: string): SignInFailure => ({
  status: 403,
  title: 'You were not signed in',
  text: 'The sign-in was cancelled, or the provider does not let you into Steward. If you should have access, ask the administrator of your sign-in.',
  reason,
});

const unavailable = (reason: string): SignInFailure => ({
  status: 503,
  title: 'The sign-in provider does not answer',
  text: 'Steward cannot reach the service that your company signs in with, or it is not set up as Steward was told. Try again in a minute; if it stays like this, tell the administrator of Steward.',
  reason,
});

const misconfigured = (reason: string): SignInFailure => ({
  status: 502,
  title: 'The sign-in provider does not accept Steward',
  text: 'The provider does not accept what Steward was set up with: its client id, its secret or its address. Tell the administrator of Steward.',
  reason,
});

const untrusted = (reason: string): SignInFailure => ({
  status: 400,
  title: 'The sign-in could not be trusted',
  text: 'What came back does not belong to the sign-in that began here, so nobody was signed in. Try again from here; if it happens again, tell the administrator of Steward.',
  reason,
});

/** Answers with which a provider says that the hub is not set up there as it should be. */
const setUpWrongly: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'invalid_request',
]);

/** Codes of openid-client for answers that are no answers of a provider. */
const noAnswer: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** A provider that cannot even be asked. */
export function failureToBegin(error: unknown): SignInFailure {
  return unavailable(codeOf(error));
}

/** What became of a sign-in when the person came back. */
export function failureToFinish(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) return refusal(error.error);
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? expired : refusal(error.error);
  // How a token endpoint refuses the hub's own secret.
  if (error instanceof WWWAuthenticateChallengeError) return misconfigured('invalid_client');
  const code = codeOf(error);
  // `fetch` throws a TypeError with a cause when nobody is there.
  const isNetwork = error instanceof TypeError && error.cause !== undefined;
  return isNetwork || noAnswer.has(code) ? unavailable(code) : untrusted(code);
}

function refusal(code: string): SignInFailure {
  // The code comes through the browser, so that anybody may have written it.
  const reason = /^[a-z_]{1,60}$/.test(code) ? code : 'unknown_code';
  if (setUpWrongly.has(code)) return misconfigured(reason);
  return code === 'temporarily_unavailable' || code === 'server_error' ? unavailable(reason) : refused(reason);
}

function codeOf(error: unknown): string {
  if (error instanceof ClientError && error.code !== undefined) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
