import { describeIssue, runTableTests, type TableTestResult } from '../../../engine/index.ts';
import type { Command } from './command.ts';
import { readable } from './read-document.ts';
import { readAsTable, tellNotes } from './read-rules.ts';

/** `steward test TABLE`: runs the tests that a table carries. */
export const testCommand: Command = {
  words: ['test'],
  operands: ['TABLE'],
  summary: 'run the tests that a table carries',
  help: [
    'A test names facts and the outcome that they must give, and, where it matters, the row and the day. The exit code is 1 when one fails.',
  ],
  options: {
    decision: { type: 'string', help: 'name or id of a decision of a DMN file' },
    json: { type: 'boolean', help: 'write {"tests": [{"name", "passed", "expected", "actual"}], "passed", "failed"}' },
  },
  examples: ['steward test refund-limits.table.json'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const { table, notes } = await readAsTable(file, streams, { decision: options['decision'] as string | undefined });
    tellNotes(file, notes, streams);
    const tests = readable(file, runTableTests(table));
    const failed = tests.filter((test) => !test.passed).length;
    const passed = tests.length - failed;
    if (options['json'] === true) {
      await streams.write(`${JSON.stringify({ tests: tests.map(worded), passed, failed }, null, 2)}\n`);
    } else {
      for (const test of tests) await streams.write(`${lineOf(test)}\n`);
      if (tests.length === 0) streams.note(`${file} carries no tests.\n`);
      await streams.write(`${passed} passed, ${failed} failed\n`);
    }
    return failed > 0 ? 1 : 0;
  },
};

function lineOf({ name, passed, expected, actual }: TableTestResult): string {
  if (passed) return `ok      ${name}`;
  const [issue] = actual.issues;
  const wanted = `${JSON.stringify(expected.outcome)}${expected.row === undefined ? '' : ` by row ${expected.row}`}`;
  const got =
    issue === undefined
      ? `${JSON.stringify(actual.outcome)}${actual.row === null ? '' : ` by row ${actual.row}`}`
      : describeIssue(issue);
  return `FAILED  ${name}\n        expected ${wanted}\n        got      ${got}`;
}

/** Issues with their words. */
function worded(test: TableTestResult) {
  const issues = test.actual.issues.map((issue) => ({ ...issue, message: describeIssue(issue) }));
  return { ...test, actual: { ...test.actual, issues } };
}
