import { compileModel, type IdentityModel, type PolicySimulation } from '../../../../engine/index.ts';
import type { StoredProfile, StoredRecord } from '../identity.rows.ts';
import type { IdentityReader } from '../identity.store.ts';
import { explain } from '../pair-weights.ts';
import { showLines } from '../shown-changes.ts';
import type { GraphResolution } from './graph-resolution.ts';

const mostExamples = 100;

/** chosen: a profile of thousands of records shows how it would fall apart by its first ones. */
const mostShownRecords = 200;

/** Says what a resolution would do to the profiles that exist. */
export async function simulationOf(reader: IdentityReader, resolution: GraphResolution): Promise<PolicySimulation> {
  const { groupOf, ids, profileIds, kind, model } = resolution;
  const groupsOf = new Map<string, Map<number, string[]>>();
  const profilesOf = new Map<number, Set<string>>();
  ids.forEach((id, place) => {
    const profile = profileIds[place] ?? '';
    const group = groupOf[place] ?? -1;
    addTo(groupsOf, profile, group, id);
    const profiles = profilesOf.get(group);
    if (profiles) profiles.add(profile);
    else profilesOf.set(group, new Set([profile]));
  });
  const splits = [...groupsOf].filter(([, groups]) => groups.size > 1).sort(bySize);
  const joins = [...profilesOf].filter(([, profiles]) => profiles.size > 1).sort(bySize);
  const shownSplits = splits.slice(0, mostExamples);
  const shownJoins = joins
    .slice(0, mostExamples)
    .map(([group, profiles]) => ({ group, profiles: [...profiles].sort() }));
  const named = [...shownSplits.map(([id]) => id), ...shownJoins.flatMap(({ profiles }) => profiles)];
  const lines = await showLines(reader, await liveProfiles(reader, named));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return {
    profiles: groupsOf.size,
    records: ids.length,
    wouldSplit: {
      count: splits.length,
      examples: shownSplits.flatMap(([id, groups]) => {
        const profile = lineOf.get(id);
        return profile ? [{ profile, into: shownGroups(groups) }] : [];
      }),
    },
    wouldJoin: {
      count: joins.length,
      examples: shownJoins.map(({ group, profiles }) => ({
        profiles: profiles.flatMap((id) => lineOf.get(id) ?? []),
        probability: resolution.probabilityOf[group] ?? 1,
      })),
    },
    reviews: { now: await reader.countOpenReviews(kind), then: askedPairs(resolution).length },
    contradictsAnswers: await contradictions(reader, model, resolution.said),
  };
}

/** Pairs of groups that a person would be asked about, each by its likeliest pair of records, likeliest first. */
export function askedPairs({
  groupOf,
  pairs,
}: GraphResolution): { left: number; right: number; probability: number }[] {
  const best = new Map<string, { left: number; right: number; probability: number }>();
  for (let row = 0; row < pairs.left.length; row += 1) {
    if (pairs.asks[row] !== 1) continue;
    const [left = 0, right = 0, probability = 0] = [pairs.left[row], pairs.right[row], pairs.probability[row]];
    const groups = [groupOf[left] ?? 0, groupOf[right] ?? 0].sort((one, other) => one - other);
    if (groups[0] === groups[1]) continue;
    const key = groups.join(' ');
    const known = best.get(key);
    if (known === undefined || probability > known.probability) best.set(key, { left, right, probability });
  }
  return [...best.values()].sort((one, other) => other.probability - one.probability || one.left - other.left);
}

/** Answers that the model by itself would have given otherwise, beyond any doubt. */
async function contradictions(
  reader: IdentityReader,
  model: IdentityModel,
  said: GraphResolution['said'],
): Promise<number> {
  const compiled = compileModel(model);
  let count = 0;
  for (let start = 0; start < said.length; start += portion) {
    const some = said.slice(start, start + portion);
    const records = new Map(
      (await reader.records(some.flatMap(({ pair }) => [pair.left, pair.right]))).map(
        (record): [string, StoredRecord] => [record.id, record],
      ),
    );
    for (const { pair, same } of some) {
      const [left, right] = [records.get(pair.left), records.get(pair.right)];
      if (left === undefined || right === undefined) continue;
      if (explain(compiled, left, right).zone === (same ? 'different' : 'same')) count += 1;
    }
  }
  return count;
}

const portion = 1_000;

function liveProfiles(reader: IdentityReader, ids: readonly string[]): Promise<StoredProfile[]> {
  return reader.profiles([...new Set(ids)]);
}

function shownGroups(groups: Map<number, string[]>): string[][] {
  let left = mostShownRecords;
  const shown: string[][] = [];
  for (const ids of [...groups.values()].sort((one, other) => other.length - one.length)) {
    if (left <= 0) break;
    shown.push(ids.slice(0, left));
    left -= ids.length;
  }
  return shown;
}

function addTo(map: Map<string, Map<number, string[]>>, key: string, group: number, id: string): void {
  const groups = map.get(key) ?? new Map<number, string[]>();
  map.set(key, groups);
  const ids = groups.get(group);
  if (ids) ids.push(id);
  else groups.set(group, [id]);
}

/** Largest first, then by name, so that two simulations of the same graph say the same. */
function bySize(
  [one, oneOf]: readonly [string | number, { size: number }],
  [other, otherOf]: readonly [string | number, { size: number }],
): number {
  return otherOf.size - oneOf.size || (one < other ? -1 : 1);
}
