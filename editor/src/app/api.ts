import {
  apiPrefix,
  type Journey,
  type JourneySummary,
  type Me,
  type N8nWorkflow,
  type Publication,
  type PublishRequest,
  type Samples,
  type StoredJourney,
} from '../../../engine/index.ts';
import { base, standalone } from './location.ts';
import { request, type Transport } from './request.ts';
import { browserId, goToSignIn } from './sign-in.ts';

/** The hub's routes as functions. Every one throws an `ApiError` that words the failure for people. */
export function createApi(transport: Transport) {
  const at = (id: string) => `/journeys/${encodeURIComponent(id)}`;
  return {
    /** @param mayBeSignedOut ask only: nobody is sent to sign in */
    me: (mayBeSignedOut = false) => request<Me>(transport, '/me', { mayBeSignedOut }),
    journeys: (signal?: AbortSignal) => request<JourneySummary[]>(transport, '/journeys', signal ? { signal } : {}),
    journey: (id: string, signal?: AbortSignal) => request<StoredJourney>(transport, at(id), signal ? { signal } : {}),
    createJourney: (document: Journey) =>
      request<StoredJourney>(transport, '/journeys', { method: 'POST', body: { document } }),
    /** 412 `revision_conflict` when somebody saved meanwhile. */
    saveJourney: (document: Journey, revision: number) =>
      request<StoredJourney>(transport, at(document.id), { method: 'PUT', body: { document }, revision }),
    deleteJourney: (id: string, revision: number) =>
      request<undefined>(transport, at(id), { method: 'DELETE', revision }),
    samples: (id: string) => request<Samples>(transport, `${at(id)}/samples`),
    saveSamples: (id: string, samples: Samples) =>
      request<Samples>(transport, `${at(id)}/samples`, { method: 'PUT', body: samples }),
    /** 409 `workflow_changed_in_n8n`, 412 `revision_conflict`, 422 `journey_has_problems` with `issues`. */
    publish: (id: string, body: PublishRequest) =>
      request<Publication>(transport, `${at(id)}/publish`, { method: 'POST', body, timeoutSeconds: 60 }),
    /** The workflow as n8n holds it now; 404 `not_published` or `workflow_not_found`. */
    n8nWorkflow: (id: string) => request<N8nWorkflow>(transport, `${at(id)}/n8n-workflow`),
  };
}

export type Api = ReturnType<typeof createApi>;

/** How this page reaches the hub that serves it. */
export const transport: Transport = {
  fetch: (...args) => fetch(...args),
  browserId: standalone ? () => null : browserId,
  standalone,
  onSignedOut: goToSignIn,
  apiBase: `${base}${apiPrefix}`,
};

/** The hub that serves this page. */
export const api: Api = createApi(transport);
