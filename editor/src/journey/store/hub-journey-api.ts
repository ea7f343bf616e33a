import type { StoredJourney } from '../../../../engine/index.ts';
import { asApiError } from '../../app/api-error.ts';
import { api } from '../../app/api.ts';
import type { JourneyApi, PublishOutcome } from './api.ts';
import type { SaveOutcome } from './autosave.ts';

/** The hub's routes for one journey, with the outcomes that an opened journey tells apart. */
export function hubJourneyApi(id: string): JourneyApi {
  return {
    load: () => api.journey(id),
    create: (document) => api.createJourney(document),
    samples: () => api.samples(id),
    saveSamples: (samples) => api.saveSamples(id, samples),
    n8nWorkflow: () => api.n8nWorkflow(id),
    async save(document, revision) {
      try {
        return { kind: 'saved', stored: await api.saveJourney({ ...document, id }, revision) };
      } catch (thrown) {
        return saveFailure(thrown, () => api.journey(id));
      }
    },
    async publish(request) {
      try {
        return { kind: 'published', publication: await api.publish(id, request) };
      } catch (thrown) {
        return publishFailure(thrown);
      }
    },
  };
}

async function saveFailure(thrown: unknown, load: () => Promise<StoredJourney>): Promise<SaveOutcome> {
  const error = asApiError(thrown);
  if (error.status === 412) {
    // The newest state comes from the hub, not from the problem's params: those may be shortened.
    try {
      return { kind: 'conflict', current: await load() };
    } catch {
      return { kind: 'offline' };
    }
  }
  const mayPass = error.kind === 'offline' || error.kind === 'timeout' || error.status === 429 || error.status >= 500;
  return mayPass ? { kind: 'offline' } : { kind: 'refused', message: [error.message, error.advice].join(' ').trim() };
}

function publishFailure(thrown: unknown): PublishOutcome {
  const error = asApiError(thrown);
  if (error.code === 'workflow_changed_in_n8n') return { kind: 'changed-in-n8n' };
  if (error.status === 412) return { kind: 'conflict' };
  return {
    kind: 'refused',
    message: [error.message, error.advice].join(' ').trim(),
    details: error.issues.map((issue) => issue.message),
  };
}
