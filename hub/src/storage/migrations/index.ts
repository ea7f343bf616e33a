import type { Migration } from 'kysely';
import { journeys } from './0001-journeys.ts';
import { publications } from './0002-publications.ts';
import { ledger } from './0003-ledger.ts';
import { secrets } from './0004-secrets.ts';
import { people } from './0005-people.ts';
import { publishingClaims } from './0006-publishing-claims.ts';
import { identity } from './0007-identity.ts';
import { identityWords } from './0008-identity-words.ts';
import { noSamples } from './0009-no-samples.ts';

/** Named and consecutive; one that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001_journeys': journeys,
  '0002_publications': publications,
  '0003_ledger': ledger,
  '0004_secrets': secrets,
  '0005_people': people,
  '0006_publishing_claims': publishingClaims,
  '0007_identity': identity,
  '0008_identity_words': identityWords,
  '0009_no_samples': noSamples,
};
