import {
  findGuards,
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
  /** Average over its records: one link alone does not make a customer. */
  bits: number;
  /** What keeps the record out, whatever it weighs. */
  guards: readonly GuardFinding[];
}

export interface Judgement {
  decision: MatchDecision;
  /** That it belongs to the first candidate; 0 without one. */
  probability: number;
  /** Likeliest first; those that guards keep out last. */
  candidates: Candidate[];
}

/** Weighs two records, with the prior; may say -Infinity for less than `atLeast` bits. */
export type WeighPair = (one: StoredRecord, other: StoredRecord, atLeast: number) => number;

/** Below this nothing is near. chosen: one chance in a thousand. */
const nearBits = -10;

/** Weighs a record against the records of a profile; null when it is nowhere near. */
export function weigh(
  { model }: Pick<CompiledModel, 'model'>,
  weighPair: WeighPair,
  record: StoredRecord,
  profileId: string,
  members: readonly StoredRecord[],
): Candidate | null {
  let best: StoredRecord | null = null;
  let bestBits = -Infinity;
  let sum = 0;
  const guards: GuardFinding[] = [];
  const atLeast = members.length === 1 ? nearBits : -Infinity;
  for (const member of members) {
    const bits = weighPair(record, member, atLeast);
    sum += bits;
    guards.push(...findGuards(model.guards, record.content.normalized, member.content.normalized));
    if (best === null || bits > bestBits) [best, bestBits] = [member, bits];
  }
  const bits = sum / members.length;
  if (best === null || bits < nearBits) return null;
  guards.push(...limitsBroken(model, [record, ...members]));
  return { profileId, record: best, bits, guards: eachOnce(guards) };
}

function eachOnce(guards: readonly GuardFinding[]): GuardFinding[] {
  return [...new Map(guards.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/**
 * Whose record it is. Candidates exclude one another: a record that fits two profiles equally well belongs to each with one half,
 * so that a person is asked, however well it fits.
 */
export function judge({ model }: Pick<CompiledModel, 'model'>, weighed: readonly Candidate[]): Judgement {
  const { same, ask } = model.zones;
  const order = (one: Candidate, other: Candidate): number =>
    Number(one.guards.length > 0) - Number(other.guards.length > 0) ||
    other.bits - one.bits ||
    (one.profileId < other.profileId ? -1 : 1);
  const candidates = [...weighed].sort(order);
  const [best] = candidates;
  if (best === undefined) return { decision: 'new', probability: 0, candidates };
  const free = candidates.filter(({ guards }) => guards.length === 0);
  const probability = best.guards.length === 0 ? shareOf(best, free) : probabilityOf(best.bits);
  if (best.guards.length === 0 && probability >= same) return { decision: 'known', probability, candidates };
  const doubtful = candidates.filter(({ bits }) => probabilityOf(bits) >= ask);
  const [first] = doubtful;
  if (first === undefined) return { decision: 'new', probability, candidates };
  // A question is about a candidate in doubt, which may be one that guards keep out.
  const rest = candidates.filter((candidate) => candidate !== first);
  const asked = first.guards.length === 0 ? shareOf(first, free) : probabilityOf(first.bits);
  return { decision: 'ask', probability: asked, candidates: [first, ...rest] };
}

/** The probability of one among candidates of which at most one is right. @source Bayes, with "none of them" weighing 2^0 */
function shareOf({ bits }: Candidate, among: readonly Candidate[]): number {
  const highest = Math.max(0, ...among.map((one) => one.bits));
  const total = among.reduce((sum, one) => sum + 2 ** (one.bits - highest), 2 ** -highest);
  return 2 ** (bits - highest) / total;
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
