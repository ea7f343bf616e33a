import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  apiPrefix,
  type Journey,
  type JsonObject,
  type Publication,
  type Samples,
  type StoredJourney,
} from '../engine/index.ts';
import { refundCustomers } from '../examples/refund-triage/customers.ts';
import { expectAnswer, type N8nSession } from './n8n-session.ts';
import { repositoryRoot } from './paths.ts';

const api = `/steward${apiPrefix}`;

/** The example as it runs in the hub and in n8n. */
export interface Example {
  journeyId: string;
  name: string;
  /** A customer to try it with. */
  customer: JsonObject | null;
  /** null: not published, because somebody unpublished it or took the example away. */
  webhookUrl: string | null;
}

export interface ExampleFiles {
  journey: Journey;
  samples: Samples;
}

/** The example that `npm start` brings along, with its synthetic customers. */
export function refundTriage(): ExampleFiles {
  const journey = JSON.parse(
    readFileSync(join(repositoryRoot, 'examples', 'refund-triage', 'journey.json'), 'utf8'),
  ) as Journey;
  const customers = refundCustomers();
  return { journey, samples: { name: `${customers.length} synthetic customers`, customers } };
}

/**
 * Brings the example in once: stores the journey and its sample customers, publishes it, and notes that in
 * `markerFile`. Later calls change nothing: what people have done with the example since is theirs, deleting included.
 */
export async function provideExample(session: N8nSession, files: ExampleFiles, markerFile: string): Promise<Example> {
  const { journey, samples } = files;
  const path = `${api}/journeys/${encodeURIComponent(journey.id)}`;
  const known: Example = {
    journeyId: journey.id,
    name: journey.name,
    customer: samples.customers[0] ?? null,
    webhookUrl: null,
  };

  if (!readMarker(markerFile)) {
    const there = await session.request('GET', path);
    if (there.status === 404) {
      expectAnswer(
        await session.request('POST', `${api}/journeys`, { document: journey }),
        201,
        'store the example journey',
      );
    } else {
      expectAnswer(there, 200, 'read the example journey');
    }
    expectAnswer(await session.request('PUT', `${path}/samples`, samples), 200, 'store the sample customers');
    const stored = expectAnswer(await session.request('GET', path), 200, 'read the example journey') as StoredJourney;
    if (stored.publication === null) {
      const publication = await session.request('POST', `${path}/publish`, { revision: stored.revision });
      expectAnswer(publication, 200, 'publish the example');
    }
    writeFileSync(markerFile, JSON.stringify({ journeyId: journey.id, providedAt: new Date().toISOString() }));
  }

  const now = await session.request('GET', path);
  if (now.status !== 200) return known;
  const { publication } = now.body as StoredJourney;
  if (publication === null) return known;
  await waitUntilLive(session, publication);
  return { ...known, webhookUrl: Object.values(publication.webhookUrls)[0] ?? null };
}

/** n8n registers webhooks up to a second after publishing, and some time after it starts. */
async function waitUntilLive(session: N8nSession, publication: Publication): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const { status, body } = await session.request(
      'GET',
      `/rest/workflows/${publication.workflowId}/publication-status`,
    );
    const state = (body as { data?: { status?: string } }).data?.status;
    if (status !== 200 || state === 'published' || state === 'failed' || state === 'partial') return;
    await sleep(100);
  }
}

function readMarker(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
