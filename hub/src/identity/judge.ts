import {
  findGuards,
  mostPairBits,
  probabilityOf,
  type CompiledModel,
  type GuardFinding,
  type IdentityFeature,
  type IdentityModel,
  type MatchDecision,
} from '../../../engine/index.ts';
import type { StoredRecord } from './identity.rows.ts';

/** A profile that a record may belong to. */
export interface Candidate {
  profileId: string;
  /** The likeliest of its records. */
  record: StoredRecord;
  /** What the likeliest weighs. */
  bits: number;
  /** That the record belongs to it, from the average over its records: one link alone does not make a customer. */
  probability: number;
  /** What keeps the record out, whatever it weighs. */
  guards: readonly GuardFinding[];
}

export interface Judgement {
  decision: MatchDecision;
  /** That it belongs to the first candidate; 0 without one. */
  probability: number;
  /** The chosen one first, then the likeliest. */
  candidates: Candidate[];
}

/** Weighs two records, with the prior; may say -Infinity for less than `atLeast` bits. */
export type WeighPair = (one: StoredRecord, other: StoredRecord, atLeast: number) => number;

/** Weighs a record against the records of a profile; null when not even the likeliest of them is in doubt. */
export function weigh(
  { model }: Pick<CompiledModel, 'model'>,
  weighPair: WeighPair,
  record: StoredRecord,
  profileId: string,
  members: readonly StoredRecord[],
): Candidate | null {
  const { ask } = model.zones;
  let best: StoredRecord | null = null;
  let bestBits = -Infinity;
  let sum = 0;
  const guards: GuardFinding[] = [];
  const atLeast = members.length === 1 ? Math.log2(ask / (1 - ask)) - 1 : -Infinity;
  // As between clusters, no pair outweighs contradictions without end.
  const most = members.length === 1 ? Infinity : mostPairBits;
  for (const member of members) {
    const bits = weighPair(record, member, atLeast);
    sum += Math.min(most, bits);
    guards.push(...findGuards(model.guards, record.content.normalized, member.content.normalized));
    if (best === null || bits > bestBits) [best, bestBits] = [member, bits];
  }
  if (best === null || probabilityOf(bestBits) < ask) return null;
  guards.push(...limitsBroken(model, [record, ...members]));
  const probability = probabilityOf(sum / members.length);
  return { profileId, record: best, bits: bestBits, probability, guards: eachOnce(guards) };
}

function eachOnce(guards: readonly GuardFinding[]): GuardFinding[] {
  return [...new Map(guards.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/**
 * Whose record it is, as `matchAgainst` of the engine decides: known where exactly one profile is certain and no guard speaks
 * against it; a question where somebody is likely, or where two are certain, who may be one customer or two.
 */
export function judge({ model }: Pick<CompiledModel, 'model'>, weighed: readonly Candidate[]): Judgement {
  const found = [...weighed].sort(
    (one, other) =>
      other.probability - one.probability || other.bits - one.bits || (one.profileId < other.profileId ? -1 : 1),
  );
  const certain = found.filter(({ probability, guards }) => probability >= model.zones.same && guards.length === 0);
  const chosen = (certain.length === 1 ? certain[0] : undefined) ?? found[0];
  if (chosen === undefined) return { decision: 'new', probability: 0, candidates: [] };
  return {
    decision: certain.length === 1 ? 'known' : 'ask',
    probability: chosen.probability,
    candidates: [chosen, ...found.filter((candidate) => candidate !== chosen)],
  };
}

function limitsBroken(model: IdentityModel, records: readonly StoredRecord[]): GuardFinding[] {
  const findings: GuardFinding[] = [];
  for (const [name, limit] of Object.entries(model.guards.limits)) {
    const feature = name as IdentityFeature;
    const values = new Set(records.flatMap(({ content }) => content.normalized[feature] ?? []));
    if (values.size > limit) findings.push({ guard: 'limit', feature, values: [...values].sort() });
  }
  return findings;
}
