import type { Journey, JourneySummary, Samples, StoredJourney } from '../../../engine/index.ts';

/** Who saved, as it is kept beside the document. */
export interface Author {
  id: string;
  name: string;
}

export interface Change {
  by: Author;
  /** ISO 8601, UTC. */
  at: string;
}

/** `conflict`: somebody saved meanwhile, `current` is the newest revision. */
export type SaveOutcome =
  { kind: 'saved'; stored: StoredJourney } | { kind: 'conflict'; current: number } | { kind: 'missing' };

export type RemoveOutcome = { kind: 'removed' } | { kind: 'conflict'; current: number } | { kind: 'missing' };

/** Journeys and their samples. Revisions count up by one with every save; a save names the revision it started from. */
export interface JourneyStore {
  /** Last changed first. */
  list(): Promise<JourneySummary[]>;
  get(id: string): Promise<StoredJourney | null>;
  /** Null when the id is taken. */
  create(document: Journey, change: Change): Promise<StoredJourney | null>;
  save(document: Journey, expectedRevision: number, change: Change): Promise<SaveOutcome>;
  /** Takes samples and publications along. */
  remove(id: string, expectedRevision: number): Promise<RemoveOutcome>;
  /** Null when there is no such journey; empty samples when it has none. */
  getSamples(id: string): Promise<Samples | null>;
  /** False when there is no such journey. */
  putSamples(id: string, samples: Samples, at: string): Promise<boolean>;
}
