import type { Migration } from 'kysely';
import { journeys } from './0001-journeys.ts';
import { publications } from './0002-publications.ts';

/** Named and consecutive; one that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001_journeys': journeys,
  '0002_publications': publications,
};
