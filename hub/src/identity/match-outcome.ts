import type { MatchRequest } from '../../../engine/index.ts';
import { linksAmong, newProfile } from './graph-part.ts';
import type { GraphWrite, IdentityReader } from './identity.store.ts';
import {
  pairKey,
  type NewChange,
  type StoredLink,
  type StoredProfile,
  type StoredRecord,
  type StoredReview,
} from './identity.rows.ts';
import type { Surroundings } from './match-session.ts';
import { linkOf } from './pair-weights.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { withoutRecords, withRecords } from './profile-line.ts';

/** What a request adds to the graph, gathered while its records are looked at one by one. */
export class MatchOutcome {
  readonly records = new Map<string, StoredRecord>();
  readonly lookups: { lookup: string; record: string }[] = [];
  readonly keys = new Map<string, { keys: number[]; isNew: boolean }>();
  readonly links = new Map<string, StoredLink>();
  readonly reviews = new Map<string, StoredReview>();
  readonly changes: NewChange[] = [];
  /** Profiles whose records are others, or say something else, than before. */
  readonly touched = new Set<string>();
  /** Profiles that were left by their only record, and where it went. */
  readonly left = new Map<string, string>();
  /** Records with new values: what they weigh with others is another weight now. */
  readonly renewed = new Set<string>();

  get isEmpty(): boolean {
    return this.records.size === 0 && this.reviews.size === 0;
  }

  addLink(link: StoredLink): void {
    this.links.set(pairKey(link), link);
  }
}

/** What is written of an outcome, with the profiles as lists show them. */
export async function writeOfOutcome(
  reader: IdentityReader,
  outcome: MatchOutcome,
  { records, members }: Surroundings,
  { policy, at }: { policy: PolicyInForce; at: string },
): Promise<GraphWrite> {
  const touched = [...outcome.touched].sort();
  const idsOf = (profileId: string): string[] => [...(members.get(profileId) ?? [])];
  const stored = await reader.profiles([...touched, ...outcome.left.keys()]);
  const profiles = new Map(stored.map((profile) => [profile.id, profile]));
  const links = new Map((await reader.links(touched.flatMap(idsOf))).map((link) => [pairKey(link), link]));
  for (const [key, { left, right, madeBy }] of links) {
    const [one, other] = [records.get(left), records.get(right)];
    if (one && other && (outcome.renewed.has(left) || outcome.renewed.has(right))) {
      const anew = linkOf(policy.model, one, other, madeBy);
      links.set(key, anew);
      outcome.addLink(anew);
    }
  }
  for (const [key, link] of outcome.links) links.set(key, link);
  const all = [...links.values()];
  const lines = touched.map((id): StoredProfile => {
    const own = idsOf(id).flatMap((recordId) => records.get(recordId) ?? []);
    const profile = profiles.get(id) ?? newProfile(id, policy.kind, at);
    const { survivorship } = policy;
    return withRecords(profile, own, { links: linksAmong(all, own), survivorship, at });
  });
  for (const [id, into] of outcome.left) {
    const profile = profiles.get(id);
    if (profile) lines.push(withoutRecords(profile, into, at));
  }
  return {
    records: [...outcome.records.values()],
    lookups: outcome.lookups,
    keys: [...outcome.keys].map(([record, keys]) => ({ record, ...keys })),
    profiles: lines,
    links: { put: [...outcome.links.values()], remove: [] },
    reviews: [...outcome.reviews.values()],
    changes: outcome.changes,
  };
}

/** Who asked, for the history. */
export function askedByInWords(askedBy: MatchRequest['askedBy']): string | null {
  return askedBy === undefined ? null : `${askedBy.journey}, ${askedBy.step}`;
}
