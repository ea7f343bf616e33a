import {
  pairScorer,
  prepareNormalized,
  type CompiledModel,
  type IdentityKind,
  type MatchRecord,
  type MatchRequest,
  type RecordMatch,
} from '../../../engine/index.ts';
import type { IdentityPorts } from './identity.ports.ts';
import type { IdentityReader } from './identity.store.ts';
import type { RecordContent, StoredRecord, StoredReview } from './identity.rows.ts';
import { judge, weigh, type Judgement, type WeighPair } from './judge.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { contentOf, keysOf, recordLookup, type RecordKey } from './record-keys.ts';

/**
 * The most records that are looked at for one key. chosen: a key that more records share says little of who somebody is, and
 * 1,000 records of one call are compared while the caller waits; what is left out is said in the answer.
 */
export const mostPerKey = 200;

/** The most known records that one record is compared with; those that share most keys with it come first. */
export const mostCompared = 300;

/** A record of a request with all that it is found by. */
export interface Arriving {
  record: MatchRecord;
  content: RecordContent;
  lookup: string;
  keys: RecordKey[];
}

export function arrivingOf(
  request: MatchRequest,
  kind: IdentityKind,
  { model }: PolicyInForce,
  { lookupOf }: Pick<IdentityPorts, 'lookupOf'>,
): Arriving[] {
  return request.records.map((record) => {
    const content = contentOf(record, request.region);
    return {
      record,
      content,
      lookup: recordLookup(lookupOf, kind, record),
      keys: keysOf(lookupOf, model.model, content),
    };
  });
}

/** What the graph knows around the records of one request, in memory; what the request adds is known to the records after. */
export interface Surroundings {
  /** Id of the known record, by lookup. */
  idByLookup: Map<string, string>;
  /** Records with a key; null: too many. */
  idsByKey: Map<number, string[] | null>;
  records: Map<string, StoredRecord>;
  /** Ids of the records of a profile. */
  members: Map<string, Set<string>>;
  /** By record: those that persons said are somebody else. */
  never: Map<string, Set<string>>;
  /** Open questions by the record that came. */
  questions: Map<string, StoredReview[]>;
  weighPair: WeighPair;
}

/** Reads everything that the records of a request may have to do with, in few statements. */
export async function surroundingsOf(
  reader: IdentityReader,
  arriving: readonly Arriving[],
  { model }: Pick<PolicyInForce, 'model'>,
): Promise<Surroundings> {
  const idByLookup = await reader.recordsByLookup(arriving.map(({ lookup }) => lookup));
  const keys = arriving.flatMap((one) => one.keys.map(({ key }) => key));
  const idsByKey = await reader.recordsByKey([...new Set(keys)], mostPerKey);
  const near = new Set(idByLookup.values());
  for (const ids of idsByKey.values()) for (const id of ids ?? []) near.add(id);
  const profileIds = await reader.profilesOfRecords([...near]);
  const records = await reader.recordsOf(profileIds);
  const surroundings: Surroundings = {
    idByLookup,
    idsByKey,
    records: new Map(),
    members: new Map(),
    never: new Map(),
    questions: new Map(),
    weighPair: weigherOf(
      model,
      [...records, ...arriving].map(({ content }) => content),
    ),
  };
  for (const record of records) put(surroundings, record);
  const knownIds = [...idByLookup.values()];
  for (const { left, right } of await reader.neverLinks(knownIds)) {
    addTo(surroundings.never, left, right);
    addTo(surroundings.never, right, left);
  }
  for (const review of await reader.openReviewsOf(knownIds)) {
    const questions = surroundings.questions.get(review.left);
    if (questions) questions.push(review);
    else surroundings.questions.set(review.left, [review]);
  }
  return surroundings;
}

/** Weighs any two of the contents, in columns. */
function weigherOf(model: CompiledModel, contents: readonly RecordContent[]): WeighPair {
  const placeOf = new Map(contents.map((content, place) => [content, place]));
  const prepared = prepareNormalized(contents.map(({ id, normalized }) => ({ id, values: normalized, setAside: [] })));
  const scorer = pairScorer(model, prepared);
  return (one, other, atLeast) => {
    const [left, right] = [placeOf.get(one.content), placeOf.get(other.content)];
    if (left === undefined || right === undefined) throw new Error('a record is not among those that are compared');
    return scorer.bits(left, right, atLeast);
  };
}

/** Puts a record in, or anew in another profile. */
export function put({ records, members }: Surroundings, record: StoredRecord): void {
  const before = records.get(record.id);
  if (before) members.get(before.profileId)?.delete(record.id);
  records.set(record.id, record);
  addTo(members, record.profileId, record.id);
}

export interface Judged extends Judgement {
  notCompared: NonNullable<RecordMatch['notCompared']>;
}

/** Weighs a record against all profiles that share a key with it, but for its own and those of somebody else. */
export function judgeAmong(
  { idsByKey, records, members, never, weighPair }: Surroundings,
  policy: PolicyInForce,
  record: StoredRecord,
  keys: readonly RecordKey[],
): Judged {
  const { shared, notCompared } = nearBy(idsByKey, keys);
  const others = never.get(record.id);
  const profiles = new Map<string, number>();
  for (const [id, count] of shared) {
    const profileId = records.get(id)?.profileId;
    if (profileId === undefined || profileId === record.profileId) continue;
    profiles.set(profileId, Math.max(profiles.get(profileId) ?? 0, count));
  }
  const candidates = [];
  let compared = 0;
  for (const [profileId] of [...profiles].sort(byShared)) {
    const ids = [...(members.get(profileId) ?? [])];
    if (others !== undefined && ids.some((id) => others.has(id))) continue;
    if (compared + ids.length > mostCompared && compared > 0) {
      notCompared.push({ rule: null, records: ids.length });
      continue;
    }
    compared += ids.length;
    const known = ids.slice(0, mostCompared).flatMap((id) => records.get(id) ?? []);
    const candidate = weigh(policy.model, weighPair, record, profileId, known);
    if (candidate !== null) candidates.push(candidate);
  }
  return { ...judge(policy.model, candidates), notCompared: joined(notCompared) };
}

type Shared = [profileId: string, keys: number];

function byShared([one, oneCount]: Shared, [other, otherCount]: Shared): number {
  return otherCount - oneCount || (one < other ? -1 : 1);
}

function nearBy(idsByKey: Surroundings['idsByKey'], keys: readonly RecordKey[]) {
  const shared = new Map<string, number>();
  const notCompared: Judged['notCompared'] = [];
  for (const { key, rule } of keys) {
    const ids = idsByKey.get(key);
    if (ids === null) notCompared.push({ rule, records: mostPerKey + 1 });
    for (const id of ids ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  return { shared, notCompared };
}

/** One line per rule. */
function joined(notCompared: Judged['notCompared']): Judged['notCompared'] {
  const byRule = new Map<string | null, number>();
  for (const { rule, records } of notCompared) byRule.set(rule, (byRule.get(rule) ?? 0) + records);
  return [...byRule].map(([rule, records]) => ({ rule, records }));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
