import { describeIssue, runOwnTests, type OwnTestResult } from '../../../engine/index.ts';
import type { Command } from './command.ts';
import { readable } from './read-document.ts';
import { readAsTable } from './read-rules.ts';

/** `steward test TABLE`: runs the tests that a table carries. */
export const testCommand: Command = {
  words: ['test'],
  operands: ['TABLE'],
  summary: 'run the tests that a table carries',
  help: [
    'A test names facts and the outcome that they must give, and, where it matters, the row and the day. Tests of the tables that it uses are run as well. The exit code is 1 when one fails.',
  ],
  options: {
    decision: { type: 'string', help: 'name or id of a decision of a DMN file' },
    json: {
      type: 'boolean',
      help: 'write {"tests": [{"table", "name", "passed", "expected", "actual"}], "passed", "failed"}',
    },
  },
  examples: ['steward test refund-limits.table.json'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const table = await readAsTable(file, streams, { decision: options['decision'] as string | undefined });
    const tests = readable(file, runOwnTests(table));
    const failed = tests.filter((test) => !test.passed).length;
    const passed = tests.length - failed;
    if (options['json'] === true) {
      await streams.write(`${JSON.stringify({ tests: tests.map(worded), passed, failed }, null, 2)}\n`);
    } else {
      for (const test of tests)
        await streams.write(`${lineOf(test, test.table === table.id ? '' : `${test.table}: `)}\n`);
      if (tests.length === 0) streams.note(`${file} carries no tests.\n`);
      await streams.write(`${passed} passed, ${failed} failed\n`);
    }
    return failed > 0 ? 1 : 0;
  },
};

function lineOf({ name, passed, expected, actual }: OwnTestResult, prefix: string): string {
  if (passed) return `ok      ${prefix}${name}`;
  const [issue] = actual.issues;
  const wanted = `${JSON.stringify(expected.outcome)}${expected.row === undefined ? '' : ` by row ${expected.row}`}`;
  const got =
    issue === undefined
      ? `${JSON.stringify(actual.outcome)}${actual.row === null ? '' : ` by row ${actual.row}`}`
      : describeIssue(issue);
  return `FAILED  ${prefix}${name}\n        expected ${wanted}\n        got      ${got}`;
}

/** Issues with their words. */
function worded(test: OwnTestResult) {
  const issues = test.actual.issues.map((issue) => ({ ...issue, message: describeIssue(issue) }));
  return { ...test, actual: { ...test.actual, issues } };
}
