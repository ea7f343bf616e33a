import { isJsonObject, type JsonObject } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { N8nRefusal, N8nUnavailable, type N8nActor, type N8nClient } from './n8n.client.ts';
import type { N8nAnswer, N8nTransport } from './n8n.transport.ts';
import { closesToOneFactor, wasWithoutSecondFactor } from './second-factor.ts';
import { readHeldWorkflow, readPerson, readPublicationState, writableMembers } from './rest.shapes.ts';

export interface RestClientOptions {
  transport: N8nTransport;
  /** n8n's `N8N_ENDPOINT_REST`. @default 'rest' */
  restEndpoint?: string;
}

/** n8n's own REST routes, those that its editor uses: they take a person's session, which the public API does not. */
export function restN8nClient({ transport, restEndpoint = 'rest' }: RestClientOptions): N8nClient {
  const call = async (actor: N8nActor, method: string, path: string, body?: unknown): Promise<N8nAnswer> => {
    if (actor === null) throw new ProblemError('n8n_session_required');
    const headers = { cookie: actor.cookie, 'browser-id': actor.browserId };
    return transport.request(headers, method, `/${restEndpoint}${path}`, body);
  };

  const data = async (actor: N8nActor, method: string, path: string, body?: unknown): Promise<JsonObject> =>
    dataOf(await call(actor, method, path, body));

  const at = (id: string): string => `/workflows/${encodeURIComponent(id)}`;

  return {
    async signedIn(session) {
      const answer = await call(session, 'GET', '/login');
      if (answer.status === 401) return null;
      const person = dataOf(answer);
      if (wasWithoutSecondFactor(person) && closesToOneFactor(await data(session, 'GET', '/settings'))) {
        throw new ProblemError('mfa_required');
      }
      return { person: readPerson(person), setCookies: answer.setCookies };
    },

    async getWorkflow(actor, id) {
      const answer = await call(actor, 'GET', at(id));
      return answer.status === 404 || answer.status === 403 ? null : readHeldWorkflow(dataOf(answer));
    },

    async workflowExists(actor, id) {
      return (await data(actor, 'GET', `${at(id)}/exists`))['exists'] === true;
    },

    async createWorkflow(actor, workflow) {
      return readHeldWorkflow(await data(actor, 'POST', '/workflows', writableMembers(workflow)));
    },

    async updateWorkflow(actor, id, workflow) {
      return readHeldWorkflow(await data(actor, 'PATCH', at(id), writableMembers(workflow)));
    },

    async publish(actor, id, { versionId, name }) {
      await data(actor, 'POST', `${at(id)}/activate`, { versionId, name });
    },

    async publicationState(actor, id, versionId) {
      const answer = await call(actor, 'GET', `${at(id)}/publication-status`);
      // Where n8n has no publication service, activating has registered the webhooks already.
      if (answer.status === 404) return { kind: 'live' };
      return readPublicationState(dataOf(answer), versionId);
    },

    async webhookBase(actor) {
      const { urlBaseWebhook, endpointWebhook } = await data(actor, 'GET', '/settings');
      if (typeof urlBaseWebhook !== 'string' || typeof endpointWebhook !== 'string') {
        throw new N8nUnavailable('n8n did not say where its webhooks answer');
      }
      return `${urlBaseWebhook.replace(/\/+$/, '')}/${endpointWebhook}`;
    },
  };
}

/** The `data` of a good answer; a refusal or nonsense is thrown. */
function dataOf({ status, body }: N8nAnswer): JsonObject {
  const content = isJsonObject(body) ? body : {};
  if (status >= 200 && status < 300 && isJsonObject(content['data'])) return content['data'];
  if (status >= 400 && status < 500) {
    const message = typeof content['message'] === 'string' ? content['message'] : `n8n answered ${status}`;
    throw new N8nRefusal(status, message, typeof content['hint'] === 'string' ? content['hint'] : undefined);
  }
  throw new N8nUnavailable(`n8n answered ${status} where the hub expected data`);
}
