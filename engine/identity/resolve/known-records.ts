import { identityIndex } from '../candidates/identity-index.ts';
import { compileModel, type CompiledModel } from '../compare/compiled-comparison.ts';
import { recordScorer, type RecordScorer } from '../compare/record-scorer.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import type { NormalizedRecord } from '../model/identity-record.ts';
import { prepareNormalized } from '../prepare/prepared-records-builder.ts';

/** A record of a profile that is known. */
export interface KnownRecord {
  profileId: string;
  record: NormalizedRecord;
}

/** Known records, ready for one record after another to be looked up among them. */
export interface KnownRecords {
  compiled: CompiledModel;
  /** Records by profile, in the order given. */
  profiles: ReadonlyMap<string, readonly IndexedRecord[]>;
  /** Profiles of which a record agrees with this one by at least one blocking rule; all, while there are few. */
  near: (record: NormalizedRecord) => Iterable<string>;
  /** Weighs one record after another against them. */
  scorer: RecordScorer;
}

/** A known record and its index for the scorer. */
export interface IndexedRecord {
  record: NormalizedRecord;
  index: number;
}

/** So few records are all compared. chosen: 200, which takes less than a millisecond */
const fewRecords = 200;

/**
 * Readies known records.
 * @param known records, those of one profile with the same `profileId`
 */
export function knownRecords(known: readonly KnownRecord[], model: IdentityModel): KnownRecords {
  const compiled = compileModel(model);
  const profiles = new Map<string, IndexedRecord[]>();
  for (const [index, { profileId, record }] of known.entries()) {
    const own = profiles.get(profileId);
    if (own === undefined) profiles.set(profileId, [{ record, index }]);
    else own.push({ record, index });
  }
  const prepared = prepareNormalized(known.map(({ record }, at) => ({ ...record, id: String(at) })));
  const scorer = recordScorer(compiled, prepared);
  if (known.length <= fewRecords) return { compiled, profiles, near: () => profiles.keys(), scorer };
  const index = identityIndex(model, prepared);
  const near = (record: NormalizedRecord): Set<string> =>
    new Set(Array.from(index.near(record).records, (at) => known[at]?.profileId ?? ''));
  return { compiled, profiles, near, scorer };
}
