import type { PairExplanation, PairPart } from '../../../../engine/index.ts';

/** The comparisons of a pair, sorted by what they say. */
export interface Evidence {
  /** Strongest first. */
  for: PairPart[];
  /** Strongest first. */
  against: PairPart[];
  /** Fields that could not be compared: one of the two records does not have them. */
  missing: string[];
}

/** Less than this, in bits, rounds to nothing where people see it. */
const leastBits = 0.05;

/** Which comparisons speak for one customer, which for two, and which say nothing. */
export function evidenceOf({ parts }: Pick<PairExplanation, 'parts'>): Evidence {
  const speaking = parts.filter(({ level, bits }) => level !== null && Math.abs(bits) >= leastBits);
  const byWeight = (one: PairPart, other: PairPart) => Math.abs(other.bits) - Math.abs(one.bits);
  return {
    for: speaking.filter(({ bits }) => bits > 0).sort(byWeight),
    against: speaking.filter(({ bits }) => bits < 0).sort(byWeight),
    missing: missingFields(parts),
  };
}

/** A comparison that another one stands in for has all its values: nothing is missing there. */
function missingFields(parts: readonly PairPart[]): string[] {
  const silent = parts.filter(({ level }) => level === null);
  return [
    ...new Set(silent.flatMap(({ features, left, right }) => features.filter((one) => !left[one] || !right[one]))),
  ];
}

/** One bar of a waterfall, from one place on the scale of bits to another. */
export interface Step {
  from: number;
  to: number;
}

/** Where each bar of the waterfall begins and ends: the prior from zero, then each part from where the one before ended. */
export function waterfallSteps(priorBits: number, bits: readonly number[]): Step[] {
  let at = 0;
  return [priorBits, ...bits].map((size) => {
    const from = at;
    at += size;
    return { from, to: at };
  });
}
