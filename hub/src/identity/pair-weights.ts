import { scorePair, type CompiledModel, type NormalizedRecord, type PairExplanation } from '../../../engine/index.ts';
import { pairOf, type StoredLink, type StoredRecord } from './identity.rows.ts';
import { joinedBy } from './weakest-join.ts';

export function normalizedOf({ id, content }: StoredRecord): NormalizedRecord {
  return { id, values: content.normalized, setAside: content.setAside };
}

/** Why two records belong together or not, by the model in force. */
export function explain(model: CompiledModel, one: StoredRecord, other: StoredRecord): PairExplanation {
  return scorePair(model, normalizedOf(one), normalizedOf(other));
}

export function linkOf(
  model: CompiledModel,
  one: StoredRecord,
  other: StoredRecord,
  madeBy: StoredLink['madeBy'] = 'model',
): StoredLink {
  const { bits, parts } = explain(model, one, other);
  const levels = Object.fromEntries(parts.map(({ comparison, level }) => [comparison, level]));
  return { ...pairOf(one.id, other.id), madeBy, bits, levels };
}

/** chosen: 40,000 pairs, which are weighed in less than a second. */
const mostPairs = 40_000;

/** The likeliest link between two sets of records; of very many only the first are tried. */
export function likeliestLink(
  model: CompiledModel,
  ones: readonly StoredRecord[],
  others: readonly StoredRecord[],
): StoredLink | null {
  let best: { one: StoredRecord; other: StoredRecord; bits: number } | null = null;
  const each = Math.max(1, Math.floor(mostPairs / Math.max(1, others.length)));
  for (const one of ones.slice(0, each))
    for (const other of others.slice(0, mostPairs)) {
      const { bits } = explain(model, one, other);
      if (best === null || bits > best.bits) best = { one, other, bits };
    }
  return best && linkOf(model, best.one, best.other);
}

/**
 * Links that are missing so that all records hang together, each the likeliest.
 * @returns new links of the model; none when the links given hold all together
 */
export function missingLinks(
  model: CompiledModel,
  records: readonly StoredRecord[],
  links: readonly StoredLink[],
): StoredLink[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const { groups } = joinedBy([...byId.keys()], links);
  const of = (group: readonly string[]) => group.flatMap((id) => byId.get(id) ?? []);
  const added: StoredLink[] = [];
  let joined = of(groups[0] ?? []);
  let apart = groups.slice(1).map(of);
  while (apart.length > 0) {
    let best: { link: StoredLink; group: StoredRecord[] } | null = null;
    for (const group of apart) {
      const link = likeliestLink(model, joined, group);
      if (link !== null && (best === null || link.bits > best.link.bits)) best = { link, group };
    }
    if (best === null) break;
    const { link, group } = best;
    added.push(link);
    joined = [...joined, ...group];
    apart = apart.filter((one) => one !== group);
  }
  return added;
}
