import { errorIssue, type Issue } from '../../issue.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';

/** Ids named in an issue at most; all are counted. */
const mostNamed = 5;

/**
 * What is wrong with records that are to be resolved. Nothing of it stops resolving: two records with one id stay two records.
 * @returns warnings, and errors for what makes the result say little: ids that occur twice
 */
export function checkRecords({ ids, count, columns }: PreparedRecords): Issue[] {
  if (count === 0) return [warning('identity_no_records')];
  const issues: Issue[] = [];
  const twice = repeatedIds(ids);
  if (twice.size > 0) {
    issues.push(
      errorIssue('identity_duplicate_ids', [], { count: twice.size, ids: [...twice].slice(0, mostNamed).join(', ') }),
    );
  }
  const withValues = new Uint8Array(count);
  for (const { codes } of columns.values()) {
    for (let record = 0; record < count; record += 1) if (codes[record] !== 0) withValues[record] = 1;
  }
  const empty = withValues.reduce((sum, has) => sum + 1 - has, 0);
  if (empty === count) issues.push(warning('identity_nothing_to_compare', { count }));
  else if (empty > 0) issues.push(warning('identity_records_without_values', { count: empty }));
  return issues;
}

export function warning(code: string, params: Issue['params'] = {}): Issue {
  return { code, path: [], severity: 'warning', params };
}

function repeatedIds(ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    else seen.add(id);
  }
  return twice;
}
