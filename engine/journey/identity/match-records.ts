import { normalizeRecord } from '../../identity/fields/normalize-record.ts';
import type { SetAside } from '../../identity/model/identity-record.ts';
import type { PairExplanation } from '../../identity/model/pair.ts';
import { knownRecords, type KnownRecords } from '../../identity/resolve/known-records.ts';
import { matchAgainst } from '../../identity/resolve/match-against.ts';
import { notComparedOf, questionOf, reasonsOf } from '../../identity/resolve/reasons-of.ts';
import { readPath } from '../../decision/facts/read-path.ts';
import { errorIssue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { chosenModel } from './chosen-model.ts';
import { sentItem, type IdentityOutcome, type IdentityResult } from './identity-result.ts';
import type { IdentitySetting } from './identity-setting.ts';
import { identityRecordOf, readRecords, recordAt, recordsAt, type ReadRecord } from './read-records.ts';

/** What is known of a record after it was looked up, whoever looked. */
export interface RecordAnswer {
  decision: 'known' | 'new' | 'ask';
  profileId: string | null;
  probability: number;
  setAside: readonly SetAside[];
  reviewId: string | null;
  /** The best candidate, with the values of its record as they came. */
  best: { explanation: PairExplanation; values: Readonly<Record<string, string>> } | null;
}

/** Known records with their values as they came. */
export interface KnownProfiles {
  known: KnownRecords;
  valuesOf: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * Reads the record of every item, all with the same fields.
 * @returns one result per item, in order: the record, or why there is none
 */
export function readMatchRecords(items: readonly JsonObject[], setting: IdentitySetting): Result<ReadRecord>[] {
  const objects = items.map((item) => recordAt(item, setting.dataField));
  const found = objects.flatMap((object) => (object.ok ? [object.value] : []));
  const records = readRecords(found, setting, 'item');
  let next = 0;
  return objects.map((object): Result<ReadRecord> => {
    if (!object.ok) return object;
    if (!records.ok) return records;
    const record = records.value[next];
    next += 1;
    return record === undefined ? { ok: false, issues: [] } : { ok: true, value: record };
  });
}

/**
 * Readies known records, each with the id of its profile.
 * @returns `identity_profile_missing` where a record does not say which profile it is of
 */
export function readKnownProfiles(objects: readonly JsonObject[], setting: IdentitySetting): Result<KnownProfiles> {
  const records = readRecords(objects, { ...setting, fields: setting.fields });
  if (!records.ok) return records;
  const valuesOf = new Map<string, Readonly<Record<string, string>>>();
  const known: Parameters<typeof knownRecords>[0][number][] = [];
  for (const [at, record] of records.value.entries()) {
    const id = readPath(objects[at] ?? {}, setting.profileField);
    const profileId = typeof id === 'number' ? String(id) : id;
    if (typeof profileId !== 'string' || profileId === '') {
      const params = { field: setting.profileField, number: at + 1 };
      return { ok: false, issues: [errorIssue('identity_profile_missing', [], params)] };
    }
    // Ids of records need not differ between systems; places do.
    const place = String(at);
    valuesOf.set(place, record.values);
    known.push({ profileId, record: { ...normalizeRecord(identityRecordOf(record), regionOf(setting)), id: place } });
  }
  return { ok: true, value: { known: knownRecords(known, chosenModel(setting).model), valuesOf } };
}

/** The known records that an item carries. */
function knownProfilesOf(item: JsonObject, setting: IdentitySetting): Result<KnownProfiles> {
  const objects = recordsAt(item, setting.knownField);
  return objects.ok ? readKnownProfiles(objects.value, setting) : objects;
}

/** Looks a record up among known ones. */
export function lookUp(record: ReadRecord, { known, valuesOf }: KnownProfiles, setting: IdentitySetting): RecordAnswer {
  const normal = normalizeRecord(identityRecordOf(record), regionOf(setting));
  const { decision, profileId, probability, candidates } = matchAgainst(normal, known);
  const [best] = candidates;
  return {
    decision,
    profileId,
    probability,
    setAside: [...normal.setAside, ...(best?.record.setAside ?? [])],
    reviewId: null,
    best: best === undefined ? null : { explanation: best.explanation, values: valuesOf.get(best.record.id) ?? {} },
  };
}

/** Puts an answer into its item, which leaves through the port of the decision. */
export function answeredItem(
  item: JsonObject,
  at: number,
  stepName: string,
  record: ReadRecord,
  answer: RecordAnswer,
  model: { id: string; version: string },
): IdentityOutcome {
  const { decision, profileId, probability, best, reviewId } = answer;
  const result: IdentityResult = {
    decision,
    profileId,
    probability,
    reasons: best === null ? ['Nobody known is near'] : reasonsOf(best.explanation),
    notCompared: best === null ? notComparedAlone(answer) : notComparedOf(best.explanation, answer.setAside),
    ...(decision === 'ask' &&
      best !== null && { question: { reviewId, ...questionOf(record.values, best.values, best.explanation) } }),
    model,
  };
  return sentItem(item, stepName, result, { port: decision, outcome: decision, from: [at], model });
}

/** The model by which records are compared without a hub. */
function modelOf(setting: IdentitySetting): { id: string; version: string } {
  const { id, version } = chosenModel(setting).model;
  return { id, version };
}

function notComparedAlone({ setAside }: RecordAnswer): IdentityResult['notCompared'] {
  return setAside.map(({ field, reason }) => ({ field, why: reason }));
}

function regionOf({ region }: IdentitySetting): { region?: string } {
  return region === '' ? {} : { region: region.toUpperCase() };
}

/**
 * Says of the record of every item whether it is of somebody known.
 * @param known absent: each item carries its own known records, at `knownField`
 * @returns one outcome per item, in order
 */
export function matchItems(
  items: readonly JsonObject[],
  stepName: string,
  setting: IdentitySetting,
  known?: KnownProfiles,
): IdentityOutcome[] {
  const records = readMatchRecords(items, setting);
  return items.map((item, at): IdentityOutcome => {
    const record = records[at];
    if (record?.ok !== true) return { kind: 'error', issues: record?.issues ?? [] };
    const profiles: Result<KnownProfiles> =
      known === undefined ? knownProfilesOf(item, setting) : { ok: true, value: known };
    if (!profiles.ok) return { kind: 'error', issues: profiles.issues };
    const answer = lookUp(record.value, profiles.value, setting);
    return answeredItem(item, at, stepName, record.value, answer, modelOf(setting));
  });
}
