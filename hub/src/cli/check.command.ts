import {
  analyseTable,
  checkTable,
  compileTable,
  describeFinding,
  describeIssue,
  type DecisionTable,
  type Finding,
  type Issue,
  type JsonObject,
} from '../../../engine/index.ts';
import type { Command } from './command.ts';
import { readAsTable } from './read-rules.ts';

/** One line of the report. */
interface Problem {
  code: string;
  severity: 'error' | 'warning' | 'information';
  /** Ids of the rows that it is about. */
  rows: string[];
  /** Facts that show it, where there are some. */
  example: JsonObject | null;
  message: string;
  path: (string | number)[];
}

/** `steward check TABLE`: what is wrong with a table, and what it forgets. */
export const checkCommand: Command = {
  words: ['check'],
  operands: ['TABLE'],
  summary: 'say what is wrong with a table, and what it forgets',
  help: [
    'Finds cells that cannot be read, references that lead nowhere, and, exactly and each with an example: gaps, contradictions, rows that never decide or change nothing, columns that decide nothing.',
    'The exit code is 1 when there is an error or a warning. Information is shown with --all, and always in JSON.',
  ],
  options: {
    decision: { type: 'string', help: 'name or id of a decision of a DMN file' },
    all: { type: 'boolean', help: 'show information, too' },
    json: { type: 'boolean', help: 'write {"problems": [{"code", "severity", "rows", "example", "message", "path"}]}' },
  },
  examples: ['steward check refund-limits.table.json', 'steward check lending.dmn --decision Routing --json'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const table = await readAsTable(file, streams, { decision: options['decision'] as string | undefined });
    const problems = problemsOf(table);
    const grave = problems.filter(({ severity }) => severity !== 'information').length;
    if (options['json'] === true) await streams.write(`${JSON.stringify({ problems }, null, 2)}\n`);
    else {
      const shown = options['all'] === true ? problems : problems.filter(({ severity }) => severity !== 'information');
      for (const problem of shown) await streams.write(`${textOf(problem)}\n`);
      await streams.write(`${summaryOf(table, problems)}\n`);
    }
    return grave > 0 ? 1 : 0;
  },
};

/** The tables that a table uses are checked and analysed with it; nothing is analysed while one of them does not run. */
function problemsOf(table: DecisionTable): Problem[] {
  const issues = checkTable(table).map((issue) => fromIssue(issue));
  if (!compileTable(table).ok) return issues;
  const known = new Set(issues.map(({ code, rows }) => `${code} ${rows.join()}`));
  const tables = [table, ...(table.uses ?? [])];
  const findings = tables.flatMap((one) =>
    analyseTable(one).findings.map((finding) =>
      fromFinding(one, finding, one === table ? '' : `Table "${one.name}": `),
    ),
  );
  return [...issues, ...findings.filter(({ code, rows }) => !known.has(`${code} ${rows.join()}`))];
}

function fromIssue(issue: Issue): Problem {
  const { row, rows } = issue.params;
  const named =
    typeof row === 'string' ? [row] : Array.isArray(rows) ? rows.filter((id) => typeof id === 'string') : [];
  const { code, severity, path } = issue;
  return { code, severity, rows: named, example: null, message: describeIssue(issue), path };
}

function fromFinding(table: DecisionTable, finding: Finding, where: string): Problem {
  const { code, severity, rows, example } = finding;
  const path = rows.length === 0 ? [] : ['rows', table.rows.findIndex(({ id }) => id === rows[0])];
  return {
    code,
    severity,
    rows,
    example: example?.facts ?? null,
    message: where + describeFinding(table, finding),
    path,
  };
}

function textOf({ severity, message, example }: Problem): string {
  const shown = example === null ? '' : `\n             for example ${JSON.stringify(example)}`;
  return `${severity.padEnd(11)}  ${message}${shown}`;
}

function summaryOf(table: DecisionTable, problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  const counted = (severity: 'error' | 'warning') =>
    `${count(severity)} ${severity}${count(severity) === 1 ? '' : 's'}`;
  return `${table.name} ${table.version}: ${counted('error')}, ${counted('warning')}, ${count('information')} for information`;
}
