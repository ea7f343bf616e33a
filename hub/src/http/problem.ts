import type { JsonObject, Problem } from '../../../engine/index.ts';

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** Every refusal of the hub: its status and the title that people read. The code never changes its meaning. */
const catalogue = {
  bad_request: [400, 'The request is malformed'],
  malformed_json: [400, 'The body is not valid JSON'],
  too_deep: [400, 'The JSON is nested too deeply'],
  invalid_request: [400, 'The request does not have the expected form'],
  invalid_if_match: [400, 'If-Match must name one revision, such as "3"'],
  not_signed_in: [401, 'Sign in first'],
  key_unknown: [
    401,
    'The hub does not know this API key: check that the credential holds all of it, or ask for a new one',
  ],
  key_revoked: [401, 'This API key was revoked: ask an administrator of Steward for a new one'],
  key_expired: [401, 'This API key has expired: ask an administrator of Steward for a new one'],
  forbidden: [403, 'Your roles, or the scopes of the key, do not allow this'],
  person_required: [403, 'Only a signed-in person can do this, not an API key'],
  key_required: [403, 'This answers to an API key, not to a person'],
  forged_request: [403, 'A request that changes something must carry the header steward-request: 1'],
  mfa_required: [403, 'n8n requires a second factor: set it up there, or sign in to n8n with it'],
  n8n_session_required: [403, 'This acts in n8n as you, so sign in to n8n first'],
  forbidden_in_n8n: [403, 'n8n does not allow you to do this'],
  not_found: [404, 'There is nothing at this address'],
  journey_not_found: [404, 'There is no such journey'],
  not_published: [404, 'The journey has no workflow in n8n'],
  workflow_not_found: [404, 'The workflow is no longer in n8n'],
  person_not_found: [404, 'Steward has never seen this person: they have to sign in once'],
  api_key_not_found: [404, 'There is no such API key'],
  entry_not_found: [404, 'The ledger has no such entry'],
  stream_not_found: [404, 'The ledger has no such stream'],
  subject_not_found: [404, 'The ledger knows no such person, or has forgotten them'],
  profile_not_found: [404, 'There is no such profile'],
  review_not_found: [404, 'There is no such question'],
  change_not_found: [404, 'There is no such change'],
  no_inputs: [404, 'The entry holds nothing personal'],
  profile_erased: [410, 'The profile was erased'],
  inputs_erased: [410, 'The person was erased: nobody can read the inputs any more'],
  last_administrator: [409, 'Nobody would be left who can grant roles: make somebody else an administrator first'],
  review_answered: [409, 'Somebody answered this question already'],
  change_not_undoable: [409, 'This change cannot be undone'],
  profiles_changing: [409, 'Profiles change too fast for this just now: try again in a moment'],
  too_many_streams: [409, 'The ledger takes no further stream'],
  idempotency_conflict: [409, 'These keys stand for other decisions already'],
  journey_exists: [409, 'A journey with this id exists already'],
  workflow_changed_in_n8n: [409, 'The workflow was edited in n8n since it was last published from here'],
  busy_in_another_hub: [409, 'Another hub is publishing or deleting this journey just now'],
  webhook_path_taken: [409, 'Another workflow already answers at this webhook address'],
  revision_conflict: [412, 'Somebody else has saved meanwhile'],
  review_changed: [412, 'The records of this question changed since you saw it: look again'],
  body_too_large: [413, 'The body is too large'],
  record_too_large: [413, 'A record is larger than the ledger keeps'],
  unsupported_media_type: [415, 'The body must be application/json'],
  invalid_journey: [422, 'The journey document has the wrong form'],
  invalid_identity_model: [422, 'The model cannot recognize customers'],
  invalid_survivorship: [422, 'A table cannot rank what records say'],
  records_not_in_profile: [422, 'These records cannot leave the profile'],
  profiles_not_mergeable: [422, 'These profiles cannot become one'],
  journey_has_problems: [422, 'The journey has problems that must be solved before it can run'],
  n8n_refused: [422, 'n8n refused the workflow'],
  revision_required: [428, 'If-Match with the revision that you changed is required'],
  too_many_requests: [429, 'Too many requests: wait as long as Retry-After says'],
  internal_error: [500, 'Something went wrong in the hub'],
  designer_not_built: [503, 'The designer is not part of this installation'],
  store_unavailable: [503, 'The hub cannot reach its store'],
  stopping: [503, 'The hub is stopping: try again in a moment'],
  not_ready: [503, 'The hub cannot serve now'],
  n8n_not_configured: [503, 'This hub does not know its n8n: set STEWARD_N8N_URL and STEWARD_N8N_API_KEY'],
  ledger_busy: [503, 'More records wait than the ledger can take: send these again shortly'],
  ledger_closing: [503, 'The hub is stopping: send these records again shortly'],
  ledger_damaged: [503, 'Somebody changed the ledger in its store, so that nothing is added to it'],
  n8n_unavailable: [503, 'n8n does not answer'],
  publication_failed: [502, 'n8n could not start the published workflow'],
  publication_timeout: [504, 'n8n has not started the workflow yet'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof catalogue;

export function describeProblem(code: ProblemCode): { status: number; title: string } {
  const [status, title] = catalogue[code];
  return { status, title };
}

export interface ProblemExtras {
  /** What is wrong here, and what to do. No personal data. */
  detail?: string;
  params?: JsonObject;
  issues?: Problem['issues'];
  /** For the log alone. */
  cause?: unknown;
}

/** A refusal, thrown anywhere in the hub and written as RFC 9457 by the error handler. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly problem: Problem;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    const [status, title] = catalogue[code];
    super(extras.detail ?? title, { cause: extras.cause });
    this.code = code;
    this.problem = {
      type: `urn:steward:problem:${code}`,
      title,
      status,
      ...(extras.detail !== undefined && { detail: extras.detail }),
      code,
      ...(extras.params && { params: extras.params }),
      ...(extras.issues && { issues: extras.issues }),
    };
  }
}
