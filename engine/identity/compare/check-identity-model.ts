import { errorIssue, type Issue } from '../../issue.ts';
import type { IdentityModel } from '../model/identity-model.ts';
import { comparators } from './comparators.ts';

/** Adding up in floating point. */
const slack = 0.001;

/**
 * Says what makes a model useless that has the right shape: levels that its comparators do not know, shares that do not add up,
 * thresholds the wrong way round, names of comparisons that there are not.
 * @returns errors with their paths; none for a model that can be used
 * @example checkIdentityModel(defaultIdentityModel('person')) // []
 */
export function checkIdentityModel(model: IdentityModel): Issue[] {
  const { comparisons, zones, shared = [] } = model;
  const ids = comparisons.map(({ id }) => id);
  const issues: Issue[] = comparisons.flatMap((comparison, index) =>
    checkComparison(comparison, ids, index).map((issue) => ({
      ...issue,
      path: ['comparisons', index, ...issue.path],
    })),
  );
  if (zones.ask > zones.same) issues.push(errorIssue('identity_zones_turned', ['zones'], { ...zones }));
  for (const [index, { comparison, levels, of, unless }] of shared.entries()) {
    const path = ['shared', index];
    for (const id of [comparison, ...of, ...(unless === undefined ? [] : [unless.comparison])])
      if (!ids.includes(id)) issues.push(errorIssue('identity_comparison_unknown', path, { id }));
    for (const { of: id, levels: named } of [
      { of: comparison, levels },
      { of: unless?.comparison, levels: unless?.levels ?? [] },
    ])
      for (const level of named)
        if (!comparisons.some((one) => one.id === id && one.levels.some((known) => known.id === level)))
          issues.push(errorIssue('identity_level_unknown', path, { level, comparison: id ?? '' }));
  }
  return issues;
}

function checkComparison(
  { id, comparator, features, levels, insteadOf = [] }: IdentityModel['comparisons'][number],
  ids: readonly string[],
  index: number,
): Issue[] {
  const issues: Issue[] = [];
  const known = comparators[comparator];
  if (ids.indexOf(id) !== index) issues.push(errorIssue('identity_comparison_twice', ['id'], { id }));
  if (features.length !== known.features)
    issues.push(errorIssue('identity_features_count', ['features'], { id, comparator, count: known.features }));
  for (const [at, level] of levels.entries()) {
    const isTwice = levels.findIndex((other) => other.id === level.id) !== at;
    if (isTwice || !known.levels.some((other) => other.id === level.id))
      issues.push(errorIssue('identity_level_unknown', ['levels', at], { level: level.id, comparison: id }));
  }
  if (levels.at(-1)?.id !== 'differs') issues.push(errorIssue('identity_level_last', ['levels'], { id }));
  for (const share of ['m', 'u'] as const) {
    const sum = levels.reduce((total, level) => total + level[share], 0);
    if (Math.abs(sum - 1) > slack)
      issues.push(errorIssue('identity_shares_sum', ['levels'], { id, share, sum: Number(sum.toFixed(4)) }));
  }
  for (const before of insteadOf)
    if (!ids.slice(0, index).includes(before))
      issues.push(errorIssue('identity_comparison_unknown', ['insteadOf'], { id: before }));
  return issues;
}
