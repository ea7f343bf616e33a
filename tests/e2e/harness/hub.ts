import { apiPrefix, type Journey, type Publication, type Samples, type StoredJourney } from '../../../engine/index.ts';
import type { N8nSession } from '../../../host/n8n-session.ts';

const api = `/steward${apiPrefix}`;

/** Stores a journey in the hub. */
export async function createJourney(session: N8nSession, document: Journey): Promise<StoredJourney> {
  const { status, body } = await session.request('POST', `${api}/journeys`, { document });
  if (status !== 201) throw new Error(`The hub answered ${status}: ${JSON.stringify(body)}`);
  return body as StoredJourney;
}

/** Keeps sample customers with a journey. */
export async function putSamples(session: N8nSession, journeyId: string, samples: Samples): Promise<void> {
  const { status, body } = await session.request('PUT', `${api}/journeys/${journeyId}/samples`, samples);
  if (status !== 200) throw new Error(`The hub answered ${status}: ${JSON.stringify(body)}`);
}

/** Publishes the given revision of a journey to n8n. */
export async function publishJourney(session: N8nSession, journeyId: string, revision: number): Promise<Publication> {
  const { status, body } = await session.request('POST', `${api}/journeys/${journeyId}/publish`, { revision });
  if (status !== 200) throw new Error(`The hub answered ${status}: ${JSON.stringify(body)}`);
  return body as Publication;
}
