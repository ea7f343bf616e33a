import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { checkCell } from '../cell/check-cell.ts';
import type { Decision } from '../decision.ts';
import { wrongType } from '../facts/fact-check.ts';
import { hasType, matchesTests } from '../cell/match-test.ts';
import type { TableInput, ValueType } from '../model.ts';
import { readSegments, splitPath } from '../facts/read-path.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';

/** One way out of a branch. */
export interface BranchCase {
  id: string;
  label: string;
  /** S-FEEL unary tests. */
  test: string;
}

/** A fork on one field. */
export interface Branch {
  /** Absolute path in the item. */
  field: string;
  valueType: ValueType;
  cases: BranchCase[];
}

/** The port of items that no case takes. */
export const otherwisePort = 'otherwise';

/** What people call a case: its label, or its test where it has none. @example caseName({ label: '', test: '> 5' }) // '> 5' */
export function caseName({ label, test }: Pick<BranchCase, 'label' | 'test'>): string {
  return label || test;
}

const compiledBranches = new WeakMap<Branch, Result<UnaryTests[]>>();

/**
 * Decides which way an item goes: the first case whose test its field passes, else `otherwise`.
 * @param branch the fork; the same object on every call, since its tests are parsed once per object
 * @param item the item as it stands in n8n
 * @returns the port (id of the case, or `otherwise`) and the decision, which names the case by its label, or its test
 *   where that is empty (`Otherwise` for none), so that it reads the same wherever the ids of cases differ. Issues: those of `checkBranch`, and
 *   `wrong_type` for a present value of another type
 * @example decideBranch({ field: 'order.amount', valueType: 'number', cases: [{ id: 'c1', label: 'Large', test: '>= 1000' }] }, item)
 */
export function decideBranch(branch: Branch, item: JsonObject): Result<{ decision: Decision; port: string }> {
  let tests = compiledBranches.get(branch);
  if (tests === undefined) compiledBranches.set(branch, (tests = compileBranch(branch)));
  if (!tests.ok) return tests;
  const segments = splitPath(branch.field) ?? [];
  const value = readSegments(item, segments) ?? null;
  if (value !== null && !hasType(value, branch.valueType)) {
    return { ok: false, issues: [wrongType(branch.field, branch.valueType, segments, value)] };
  }
  const taken = branch.cases[tests.value.findIndex((test) => matchesTests(test, value, branch.valueType))];
  const text =
    taken === undefined
      ? `${branch.field} meets none of the cases.`
      : `${branch.field} meets ${taken.test.trim() === '' ? '-' : taken.test.trim()}.`;
  const name = taken === undefined ? null : caseName(taken);
  const decision: Decision = {
    kind: 'branch',
    outcome: name ?? 'Otherwise',
    reasons: [{ row: name ?? 'Otherwise', text }],
    ruleId: name,
    matched: name === null ? [] : [name],
    tableId: 'branch',
    tableVersion: '',
    tableDigest: '',
  };
  return { ok: true, value: { decision, port: taken?.id ?? otherwisePort } };
}

/**
 * Finds what is wrong with a branch: a field that is no path, cells that cannot be read or are of another type.
 * @returns issues with paths from the branch, `['cases', 0, 'test']`
 * @example checkBranch({ field: '', valueType: 'number', cases: [] })[0].code // 'invalid_field_path'
 */
export function checkBranch(branch: Branch): Issue[] {
  return check(branch).issues;
}

function compileBranch(branch: Branch): Result<UnaryTests[]> {
  const { issues, tests } = check(branch);
  const errors = issues.filter((issue) => issue.severity === 'error');
  return errors.length > 0 ? { ok: false, issues: errors } : { ok: true, value: tests };
}

function check(branch: Branch): { issues: Issue[]; tests: UnaryTests[] } {
  const issues: Issue[] = [];
  if (branch.field === '' || splitPath(branch.field) === null) {
    issues.push(errorIssue('invalid_field_path', ['field'], { field: branch.field }));
  }
  const input: TableInput = { id: 'field', name: branch.field, path: branch.field, type: branch.valueType };
  const tests = branch.cases.map((branchCase, index) => {
    const checked = checkCell(branchCase.test, input);
    for (const issue of checked.issues) {
      issues.push({
        ...issue,
        path: ['cases', index, 'test'],
        params: { ...issue.params, case: caseName(branchCase) },
      });
    }
    return checked.tests;
  });
  return { issues, tests };
}
