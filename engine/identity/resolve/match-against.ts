import { mostPairBits } from '../cluster/fixed-bits.ts';
import { findGuards } from '../compare/find-guards.ts';
import { probabilityOf, scorePair, zoneOf } from '../compare/score-pair.ts';
import type { NormalizedRecord } from '../model/identity-record.ts';
import type { PairExplanation } from '../model/pair.ts';
import { bitsOf } from './bits-of.ts';
import type { KnownRecords } from './known-records.ts';

/** A profile that a record may belong to. */
export interface ProfileCandidate {
  profileId: string;
  /** Against the likeliest record of the profile. */
  record: NormalizedRecord;
  explanation: PairExplanation;
  /** That it belongs to the profile: from the average weight over its records, as grouping has it; at most `ask` where a guard speaks against it. */
  probability: number;
}

/** Whether a record is of somebody known. */
export interface MatchFinding {
  decision: 'known' | 'new' | 'ask';
  /** Of the best candidate for `known` and `ask`; null for `new`. */
  profileId: string | null;
  /** That it belongs to the best candidate; 0 without one. */
  probability: number;
  /** Best first, at most five. */
  candidates: readonly ProfileCandidate[];
}

const mostCandidates = 5;

/**
 * Decides whether a record is of somebody known. `known`: exactly one profile is certain, on average over its records, and no
 * guard speaks against it. `ask`: a profile is likely, or two are certain, who may be one customer or two. `new`: nobody is near.
 * @param record normalized as the known ones were
 * @param known of `knownRecords`; profiles without records are nobody
 * @returns ties between profiles go to the lower id
 * @example matchAgainst(normalizeRecord(record), knownRecords(known, model)).decision // 'known'
 */
export function matchAgainst(record: NormalizedRecord, known: KnownRecords): MatchFinding {
  const { zones } = known.compiled.model;
  const found: ProfileCandidate[] = [];
  known.scorer.take(record);
  for (const profileId of known.near(record)) {
    const candidate = candidateOf(profileId, record, known);
    if (candidate !== null && zoneOf(candidate.explanation.probability, zones) !== 'different') found.push(candidate);
  }
  found.sort(
    (one, other) =>
      other.probability - one.probability ||
      other.explanation.bits - one.explanation.bits ||
      (one.profileId < other.profileId ? -1 : 1),
  );
  const candidates = found.slice(0, mostCandidates);
  const [best] = candidates;
  if (best === undefined) return { decision: 'new', profileId: null, probability: 0, candidates };
  const certain = found.filter(
    ({ probability, explanation }) => zoneOf(probability, zones) === 'same' && explanation.guards.length === 0,
  );
  const decision = certain.length === 1 ? 'known' : 'ask';
  const chosen = certain.length === 1 ? (certain[0] ?? best) : best;
  return {
    decision,
    profileId: chosen.profileId,
    probability: chosen.probability,
    candidates: [chosen, ...candidates.filter((candidate) => candidate !== chosen)],
  };
}

/** Null where not even the likeliest record of the profile is in doubt. */
function candidateOf(profileId: string, record: NormalizedRecord, known: KnownRecords): ProfileCandidate | null {
  const members = known.profiles.get(profileId) ?? [];
  const ask = bitsOf(known.compiled.model.zones.ask);
  // As between clusters, no pair outweighs contradictions without end. A bit less is asked for than needed, as sums are rounded.
  const [most, atLeast] = members.length === 1 ? [Infinity, ask - 1] : [mostPairBits, -Infinity];
  let best: NormalizedRecord | null = null;
  let bestBits = -Infinity;
  let sum = 0;
  for (const { record: one, index } of members) {
    const bits = known.scorer.bits(index, atLeast);
    sum += Math.min(most, bits);
    if (best === null || bits > bestBits) [best, bestBits] = [one, bits];
  }
  if (best === null || bestBits < ask - 1) return null;
  // A guard between any two keeps all apart.
  const { guards } = known.compiled.model;
  const found = members.flatMap(({ record: one }) => findGuards(guards, record.values, one.values));
  return {
    profileId,
    record: best,
    explanation: { ...scorePair(known.compiled, record, best), guards: found },
    probability: probabilityOf(sum / members.length),
  };
}
