import { isJsonObject, type JsonObject, type N8nWorkflow } from '../../../engine/index.ts';
import { N8nRefusal, N8nUnavailable, type N8nClient } from './n8n.client.ts';
import type { N8nAnswer, N8nTransport } from './n8n.transport.ts';
import { readHeldWorkflow, writableMembers } from './rest.shapes.ts';

export interface PublicClientOptions {
  transport: N8nTransport;
  apiKey: string;
  /** Where production webhooks answer; the public API does not say. */
  webhookBase: string;
}

/**
 * n8n's public API, for a hub that stands alone: it acts as the owner of the API key, whoever asks. Whom it serves is decided
 * before, by the hub's own roles.
 */
export function publicN8nClient({ transport, apiKey, webhookBase }: PublicClientOptions): N8nClient {
  const call = (method: string, path: string, body?: unknown): Promise<N8nAnswer> =>
    transport.request({ 'x-n8n-api-key': apiKey }, method, `/api/v1${path}`, body);

  const data = async (method: string, path: string, body?: unknown): Promise<JsonObject> =>
    contentOf(await call(method, path, body));

  const at = (id: string): string => `/workflows/${encodeURIComponent(id)}`;

  return {
    // Nobody signs in to n8n by way of this hub.
    signedIn: () => Promise.resolve(null),

    async getWorkflow(_actor, id) {
      const answer = await call('GET', at(id));
      return answer.status === 404 ? null : readHeldWorkflow(contentOf(answer));
    },

    async workflowExists(_actor, id) {
      const answer = await call('GET', at(id));
      if (answer.status === 404) return false;
      contentOf(answer);
      return true;
    },

    async createWorkflow(_actor, workflow) {
      return readHeldWorkflow(await data('POST', '/workflows', acceptedMembers(workflow)));
    },

    async updateWorkflow(_actor, id, workflow) {
      // Without the parameter n8n publishes an active workflow by itself, before the hub has looked at what it holds.
      return readHeldWorkflow(await data('PUT', `${at(id)}?publishIfActive=false`, acceptedMembers(workflow)));
    },

    async publish(_actor, id, { versionId, name }) {
      await data('POST', `${at(id)}/publish`, { versionId, name });
    },

    async publicationState(_actor, id, versionId) {
      // All that the public API tells. n8n registers the webhooks within a second of it, and says nowhere here when, or that
      // a trigger failed.
      const { active, activeVersionId } = await data('GET', at(id));
      return active === true && (activeVersionId === undefined || activeVersionId === versionId)
        ? { kind: 'live' }
        : { kind: 'pending' };
    },

    webhookBase: () => Promise.resolve(webhookBase),
  };
}

/** The public API refuses what it does not know, `meta` among it. */
function acceptedMembers(workflow: N8nWorkflow): JsonObject {
  const { meta: _, description: __, nodeGroups: ___, ...members } = writableMembers(workflow);
  return { settings: {}, ...members };
}

/** The body of a good answer; a refusal or nonsense is thrown. The hub's own key being refused is no fault of the person's. */
function contentOf({ status, body }: N8nAnswer): JsonObject {
  const content = isJsonObject(body) ? body : {};
  if (status >= 200 && status < 300 && isJsonObject(body)) return content;
  if (status === 401) throw new N8nUnavailable('n8n refuses the API key in STEWARD_N8N_API_KEY');
  if (status >= 400 && status < 500) {
    throw new N8nRefusal(
      status,
      typeof content['message'] === 'string' ? content['message'] : `n8n answered ${status}`,
    );
  }
  throw new N8nUnavailable(`n8n answered ${status} where the hub expected data`);
}
