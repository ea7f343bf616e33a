import type { IdentityKind, Survivorship } from '../../../engine/index.ts';
import type { GraphWrite, IdentityReader } from './identity.store.ts';
import {
  pairKey,
  type Effect,
  type RecordPair,
  type StoredChange,
  type StoredLink,
  type StoredProfile,
  type StoredRecord,
  type StoredReview,
} from './identity.rows.ts';
import { withoutRecords, withRecords } from './profile-line.ts';

/** Some profiles with all that belongs to them, in memory. */
export interface GraphPart {
  profiles: Map<string, StoredProfile>;
  records: Map<string, StoredRecord>;
  /** By `pairKey`. */
  links: Map<string, StoredLink>;
  neverLinks: Map<string, RecordPair>;
  /** Open ones that touch the records, and those that somebody asked for by id. */
  reviews: Map<string, StoredReview>;
}

export async function loadPart(
  reader: IdentityReader,
  profileIds: readonly string[],
  reviewIds: readonly string[] = [],
): Promise<GraphPart> {
  const profiles = await reader.profiles(profileIds);
  const records = await reader.recordsOf(profileIds);
  const ids = records.map(({ id }) => id);
  const reviews = [...(await reader.openReviewsOf(ids)), ...(await reader.reviews(reviewIds))];
  return {
    profiles: new Map(profiles.map((profile) => [profile.id, profile])),
    records: new Map(records.map((record) => [record.id, record])),
    links: new Map((await reader.links(ids)).map((link) => [pairKey(link), link])),
    neverLinks: new Map((await reader.neverLinks(ids)).map((pair) => [pairKey(pair), pair])),
    reviews: new Map(reviews.map((review) => [review.id, review])),
  };
}

/** The part that undoing an effect would change, wherever its records are by now. */
export async function partToUndo(
  reader: IdentityReader,
  changes: readonly Pick<StoredChange, 'profiles' | 'effect'>[],
): Promise<GraphPart> {
  const moved = changes.flatMap(({ effect }) => effect?.moves ?? []).map(({ record }) => record);
  const reviews = changes.flatMap(({ effect }) => effect?.reviews ?? []).map(({ id }) => id);
  const profiles = [...changes.flatMap((change) => change.profiles), ...(await reader.profilesOfRecords(moved))];
  return loadPart(reader, [...new Set(profiles)], [...new Set(reviews)]);
}

export function membersOf({ records }: GraphPart, profileId: string): StoredRecord[] {
  return [...records.values()].filter((record) => record.profileId === profileId);
}

/** Why an effect would not leave the graph as it should be; null when it would. */
export type Obstacle = 'erased' | 'moved' | 'linked-since' | 'answered-since' | null;

/** The part as an effect leaves it; nothing of the part given is changed. */
export function withEffect(part: GraphPart, effect: Effect): { part: GraphPart; obstacle: Obstacle } {
  const after: GraphPart = {
    profiles: new Map(part.profiles),
    records: new Map(part.records),
    links: new Map(part.links),
    neverLinks: new Map(part.neverLinks),
    reviews: new Map(part.reviews),
  };
  const stop = (obstacle: Obstacle) => ({ part, obstacle });
  for (const { record: id, from, to } of effect.moves) {
    const record = after.records.get(id);
    if (record === undefined || part.profiles.get(to)?.erasedAt) return stop('erased');
    if (record.profileId !== from) return stop('moved');
    after.records.set(id, { ...record, profileId: to });
  }
  for (const link of effect.removedLinks) if (!after.links.delete(pairKey(link))) return stop('linked-since');
  for (const pair of effect.removedNeverLinks)
    if (!after.neverLinks.delete(pairKey(pair))) return stop('answered-since');
  for (const link of effect.addedLinks) after.links.set(pairKey(link), link);
  for (const pair of effect.addedNeverLinks) after.neverLinks.set(pairKey(pair), pair);
  for (const { id, from, to } of effect.reviews) {
    const review = after.reviews.get(id);
    if (review?.state !== from.state) return stop(review === undefined ? 'erased' : 'answered-since');
    after.reviews.set(id, { ...review, ...to });
  }
  return { part: after, obstacle: faultOf(after) };
}

/** A link holds records of one profile together, and what was said to be two customers is in two. */
function faultOf({ records, links, neverLinks }: GraphPart): Obstacle {
  const together = ({ left, right }: RecordPair): boolean | null => {
    const [one, other] = [records.get(left), records.get(right)];
    return one === undefined || other === undefined ? null : one.profileId === other.profileId;
  };
  for (const link of links.values()) if (together(link) === false) return 'linked-since';
  for (const pair of neverLinks.values()) if (together(pair) === true) return 'answered-since';
  return null;
}

export interface Written {
  write: GraphWrite;
  /** Profiles that it concerns, as they are afterwards. */
  profiles: StoredProfile[];
}

/** What is written so that the store holds the part as an effect left it. */
export function writeOf(
  after: GraphPart,
  effect: Effect,
  { kind, at, survivorship }: { kind: IdentityKind; at: string; survivorship: Survivorship },
): Written {
  const profileIds = new Set(effect.moves.flatMap(({ from, to }) => [to, from]));
  for (const { left, right } of [...effect.addedLinks, ...effect.removedLinks])
    for (const id of [left, right]) {
      const profileId = after.records.get(id)?.profileId;
      if (profileId !== undefined) profileIds.add(profileId);
    }
  const links = [...after.links.values()];
  const profiles = [...profileIds].map((id) => {
    const profile = after.profiles.get(id) ?? newProfile(id, kind, at);
    const members = membersOf(after, id);
    return members.length > 0
      ? withRecords(profile, members, { links: linksAmong(links, members), survivorship, at })
      : withoutRecords(profile, effect.moves.find(({ from }) => from === id)?.to ?? null, at);
  });
  const moved = effect.moves.map(({ record }) => after.records.get(record));
  const reviews = effect.reviews.map(({ id }) => after.reviews.get(id));
  const write: GraphWrite = {
    records: moved.filter((record) => record !== undefined),
    profiles,
    links: { put: effect.addedLinks, remove: effect.removedLinks },
    neverLinks: { put: effect.addedNeverLinks, remove: effect.removedNeverLinks },
    reviews: reviews.filter((review) => review !== undefined),
  };
  for (const profile of profiles) after.profiles.set(profile.id, profile);
  return { write, profiles };
}

export function linksAmong(links: readonly StoredLink[], members: readonly StoredRecord[]): StoredLink[] {
  const ids = new Set(members.map(({ id }) => id));
  return links.filter(({ left, right }) => ids.has(left) && ids.has(right));
}

export function newProfile(id: string, kind: IdentityKind, at: string): StoredProfile {
  const nothing = { title: '', searchText: '', records: 0, sources: [], probability: 1 };
  return { id, kind, ...nothing, createdAt: at, changedAt: at, mergedInto: null, erasedAt: null };
}
