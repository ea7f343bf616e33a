import { checkTable, describeIssue, runTableTests, type DecisionTable, type Issue } from '../../../../engine/index.ts';

/** A problem of a table, with its place in the grid where it has one. */
export interface TableProblem {
  key: string;
  severity: Issue['severity'];
  message: string;
  /** Index of the row, or −1. */
  row: number;
  /** Key of the grid's column, or null for the row or the table as a whole. */
  column: string | null;
  /** The cell as it should be written, when that is known. */
  suggestion: string | null;
}

export interface TableChecks {
  problems: TableProblem[];
  /** By `<row> <column key>`. */
  byCell: Map<string, TableProblem>;
  errors: number;
  warnings: number;
}

const checks = new WeakMap<DecisionTable, TableChecks>();

/** What is wrong with a table; computed once per version of it. */
export function tableChecks(table: DecisionTable): TableChecks {
  const known = checks.get(table);
  if (known !== undefined) return known;
  const problems = checkTable(table).map((issue, index) => tableProblem(issue, index));
  const found: TableChecks = {
    problems,
    byCell: new Map(
      problems.flatMap((problem) => (problem.column === null ? [] : [[`${problem.row} ${problem.column}`, problem]])),
    ),
    errors: problems.filter((problem) => problem.severity === 'error').length,
    warnings: problems.filter((problem) => problem.severity === 'warning').length,
  };
  checks.set(table, found);
  return found;
}

function tableProblem(issue: Issue, index: number): TableProblem {
  const [member, row, part, id] = issue.path;
  const inRow = member === 'rows' && typeof row === 'number';
  const column = !inRow
    ? null
    : part === 'when' || part === 'then'
      ? `${part} ${id ?? ''}`
      : typeof part === 'string'
        ? part
        : null;
  const { suggestion } = issue.params;
  return {
    key: `${index} ${issue.code}`,
    severity: issue.severity,
    message: describeIssue(inRow ? { ...issue, params: withoutRow(issue.params) } : issue),
    row: inRow ? row : -1,
    column,
    suggestion: typeof suggestion === 'string' ? suggestion : null,
  };
}

/** The list says in which row a problem is; its words need not. */
function withoutRow(params: Issue['params']): Issue['params'] {
  const { row: _, ...rest } = params;
  return rest;
}

type TestRun = ReturnType<typeof runTableTests>;
const testRuns = new WeakMap<DecisionTable, TestRun>();

/** The table's own tests, run once per version of it. */
export function tableTests(table: DecisionTable): TestRun {
  let run = testRuns.get(table);
  if (run === undefined) {
    run = runTableTests(table);
    testRuns.set(table, run);
  }
  return run;
}

/** True when nothing is wrong with the table and every test of it holds. */
export function isSound(table: DecisionTable): boolean {
  const run = tableTests(table);
  return tableChecks(table).problems.length === 0 && run.ok && run.value.every((test) => test.passed);
}
