import type { IdentityFeature } from '../model/identity-record.ts';
import type { GuardFinding } from '../model/pair.ts';
import type { ClusterOptions } from './cluster-options.ts';

/** Says which guards two sets of records would break together. */
export type GuardCheck = (left: readonly number[], right: readonly number[]) => GuardFinding[];

/**
 * Guards over sets of records. A value of one set that stands against a value of the other keeps them apart; so does more
 * values than a limit allows, unless one of the sets has as many by itself (a person joined it).
 * Whatever keeps two sets apart keeps apart all sets that hold them.
 * @returns findings with the values in question, in the order of the guards; null where there is no guard at all
 */
export function guardCheck(options: ClusterOptions): GuardCheck | null {
  const { guards, codeOf, standAgainst = () => true, textOf = (_feature, code) => String(code) } = options;
  if (guards === undefined || codeOf === undefined) return null;
  const limits = Object.entries(guards.limits) as [IdentityFeature, number][];
  if (guards.neverTogether.length === 0 && limits.length === 0) return null;
  const valuesOf = (feature: IdentityFeature, records: readonly number[]): Set<number> => {
    const codes = new Set<number>();
    for (const record of records) {
      const code = codeOf(feature, record);
      if (code !== 0) codes.add(code);
    }
    return codes;
  };
  const finding = (guard: GuardFinding['guard'], feature: IdentityFeature, codes: Iterable<number>): GuardFinding => ({
    guard,
    feature,
    values: [...codes].map((code) => textOf(feature, code)).sort(),
  });
  return (left, right) => {
    const findings: GuardFinding[] = [];
    for (const feature of guards.neverTogether) {
      const others = valuesOf(feature, right);
      for (const one of others.size === 0 ? [] : valuesOf(feature, left)) {
        for (const other of others) {
          if (one !== other && standAgainst(feature, one, other)) {
            findings.push(finding('never-together', feature, [one, other]));
          }
        }
      }
    }
    for (const [feature, limit] of limits) {
      const [own, others] = [valuesOf(feature, left), valuesOf(feature, right)];
      const all = new Set([...own, ...others]);
      if (all.size > limit && all.size > own.size && all.size > others.size) {
        findings.push(finding('limit', feature, all));
      }
    }
    return findings;
  };
}
