import { compileModel, type CompiledModel } from '../../../../engine/index.ts';
import { noEffect, questionsSettled } from '../effects.ts';
import { linksAmong, loadPart, withEffect, writeOf, type GraphPart } from '../graph-part.ts';
import { pairKey, type Effect, type NewChange, type StoredLink, type StoredReview } from '../identity.rows.ts';
import type { IdentityWriter } from '../identity.store.ts';
import { missingLinks } from '../pair-weights.ts';
import type { PolicyInForce } from '../policy-in-force.ts';
import type { GraphResolution } from './graph-resolution.ts';
import { askedPairs } from './simulation.ts';

/** chosen: more questions at once than anybody answers; the likeliest are asked first. */
const mostNewQuestions = 1_000;

export interface ToExistingPorts {
  newId(): string;
}

/**
 * Splits and joins the profiles that exist as a resolution says; what hangs together is one change, which can be undone by
 * itself. What a person said and the resolution would break is left as it is.
 */
export async function applyToExisting(
  graph: IdentityWriter,
  resolution: GraphResolution,
  policy: PolicyInForce,
  { newId, ...change }: ToExistingPorts & Pick<NewChange, 'at' | 'by' | 'reason'>,
): Promise<void> {
  const model = compileModel(resolution.model);
  const { kind, survivorship } = policy;
  for (const records of changedTogether(resolution)) {
    const profiles = [...new Set(records.map((place) => resolution.profileIds[place] ?? ''))];
    const part = await loadPart(graph, profiles);
    const effect = effectOf(part, resolution, records, { model, newId });
    const { part: after, obstacle } = withEffect(part, effect);
    if (obstacle !== null) continue;
    const written = writeOf(after, effect, { kind, at: change.at, survivorship });
    await graph.write({
      ...written.write,
      changes: [
        {
          ...change,
          kind,
          change: 'policy-changed',
          profiles: written.profiles.map(({ id }) => id).sort(),
          records: effect.moves.map(({ record }) => record),
          effect,
          event: null,
        },
      ],
    });
  }
  await askAnew(graph, resolution, { newId, at: change.at });
}

/** Places of the records of profiles and groups that overlap without being equal; each set of them changes by itself. */
function changedTogether({ groupOf, profileIds }: GraphResolution): number[][] {
  const parent = Int32Array.from(groupOf, (_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root] = parent[parent[root] ?? root] ?? root;
    return root;
  };
  const firstOf = new Map<string | number, number>();
  profileIds.forEach((profile, place) => {
    for (const key of [profile, groupOf[place] ?? -1]) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, place);
      else parent[rootOf(place)] = rootOf(first);
    }
  });
  const sets = new Map<number, number[]>();
  profileIds.forEach((_, place) => {
    const root = rootOf(place);
    const set = sets.get(root);
    if (set) set.push(place);
    else sets.set(root, [place]);
  });
  return [...sets.values()].filter((places) => {
    const profiles = new Set(places.map((place) => profileIds[place]));
    const groups = new Set(places.map((place) => groupOf[place]));
    return profiles.size > 1 || groups.size > 1;
  });
}

function effectOf(
  part: GraphPart,
  { groupOf, ids }: GraphResolution,
  places: readonly number[],
  { model, newId }: { model: CompiledModel; newId(): string },
): Effect {
  const groups = new Map<number, string[]>();
  for (const place of places) {
    const group = groups.get(groupOf[place] ?? -1);
    if (group) group.push(ids[place] ?? '');
    else groups.set(groupOf[place] ?? -1, [ids[place] ?? '']);
  }
  const effect = noEffect();
  const taken = new Set<string>();
  const links = [...part.links.values()];
  const placeOfRecord = new Map<string, string>();
  const bySize = [...groups.values()].sort(
    (one, other) => other.length - one.length || ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1),
  );
  for (const group of bySize) {
    const profileId = largestShare(part, group, taken) ?? `p_${newId()}`;
    taken.add(profileId);
    const members = group.flatMap((id) => part.records.get(id) ?? []);
    for (const { id, profileId: from } of members) {
      placeOfRecord.set(id, profileId);
      if (from !== profileId) effect.moves.push({ record: id, from, to: profileId });
    }
    effect.addedLinks.push(...missingLinks(model, members, linksAmong(links, members)));
  }
  // Of what a person linked nothing is taken apart: then the whole change is left out.
  const isCrossing = ({ left, right, madeBy }: StoredLink): boolean =>
    madeBy === 'model' && placeOfRecord.get(left) !== placeOfRecord.get(right);
  effect.removedLinks = links.filter(isCrossing);
  effect.reviews = questionsSettled(part, placeOfRecord);
  return effect;
}

/** The profile of which the group has most records and that no larger group has taken. */
function largestShare(part: GraphPart, group: readonly string[], taken: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const id of group) {
    const profileId = part.records.get(id)?.profileId;
    if (profileId !== undefined && !taken.has(profileId)) counts.set(profileId, (counts.get(profileId) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1));
  return best?.[0] ?? null;
}

/** Asks about groups that are in doubt and that nobody is asked about yet. */
async function askAnew(
  graph: IdentityWriter,
  resolution: GraphResolution,
  { newId, at }: ToExistingPorts & { at: string },
): Promise<void> {
  const pairs = askedPairs(resolution).slice(0, mostNewQuestions);
  const idsOf = ({ left, right }: { left: number; right: number }) => [
    resolution.ids[left] ?? '',
    resolution.ids[right] ?? '',
  ];
  const records = new Map((await graph.records(pairs.flatMap(idsOf))).map((record) => [record.id, record]));
  const open = await graph.openReviewsOf([...records.keys()]);
  const asked = new Set(open.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]));
  const never = new Set((await graph.neverLinks([...records.keys()])).map(pairKey));
  const reviews = pairs.flatMap((pair): StoredReview[] => {
    const [one, other] = idsOf(pair).map((id) => records.get(id));
    if (!one || !other || one.profileId === other.profileId) return [];
    const [known, came] = one.addedAt <= other.addedAt ? [one, other] : [other, one];
    const [left, right] = [came.id, known.id];
    if (
      asked.has(`${left} ${right}`) ||
      never.has(pairKey(left < right ? { left, right } : { left: right, right: left }))
    )
      return [];
    const { probability } = pair;
    const standing = { state: 'open', askedAt: at, askedBy: null, answer: null } as const;
    return [{ id: `q_${newId()}`, kind: resolution.kind, left, right, probability, ...standing }];
  });
  if (reviews.length > 0) await graph.write({ reviews });
}
