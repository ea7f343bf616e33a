import type {
  Journey,
  N8nWorkflow,
  Publication,
  PublishRequest,
  Samples,
  StoredJourney,
} from '../../../../engine/index.ts';
import type { SaveOutcome } from './autosave.ts';

/** What became of an attempt to publish. */
export type PublishOutcome =
  | { kind: 'published'; publication: Publication }
  /** Somebody edited the workflow in n8n since the last publication. */
  | { kind: 'changed-in-n8n' }
  /** The hub has a newer revision than the one on the screen. */
  | { kind: 'conflict' }
  | { kind: 'refused'; message: string; details: string[] };

/** What an opened journey asks of the hub. Every method but `save` and `publish` throws an `Error` with words for people. */
export interface JourneyApi {
  load(): Promise<StoredJourney>;
  save(document: Journey, revision: number): Promise<SaveOutcome>;
  create(document: Journey): Promise<StoredJourney>;
  publish(request: PublishRequest): Promise<PublishOutcome>;
  /** The workflow as n8n has it now. */
  n8nWorkflow(): Promise<N8nWorkflow>;
  samples(): Promise<Samples>;
  saveSamples(samples: Samples): Promise<Samples>;
}
