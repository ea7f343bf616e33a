import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import manifest from '../../package.json' with { type: 'json' };
import { certifyTable } from '../certify/certify-table.ts';
import type { Certificate } from '../certify/certificate.ts';
import { UsageError, type Command } from './command.ts';
import { readable } from './read-document.ts';
import { readAsTable } from './read-rules.ts';
import type { CliStreams } from './streams.ts';
import { writeWhole } from './write-file.ts';

/** Chosen: 2,000, because a pack of 70 rows takes ten seconds then, and every row is met tens of times. */
const defaultCases = 2000;

/** `steward certify TABLE --out REPORT.json`: our evaluator against the real json-rules-engine, signed off. */
export const certifyCommand: Command = {
  words: ['certify'],
  operands: ['TABLE'],
  summary: 'certify a table against the real json-rules-engine',
  help: [
    'Runs the tests that the table carries, decides random cases around all its limits by Steward and by the real json-rules-engine (which gets the exported rules), and writes a report: digest of the table, versions, number of cases, differences, who ran it and when. Tables that it uses are certified with it.',
    'The exit code is 1 when a test fails, the two differ, or json-rules-engine cannot run the table; the report says which.',
  ],
  options: {
    out: { type: 'string', help: 'file of the report; needed' },
    cases: { type: 'string', help: `random cases per table (default ${defaultCases})` },
    seed: { type: 'string', help: 'seed of the random cases (default 1)' },
    by: { type: 'string', help: 'who signs it off (default: the name of the system account)' },
    decision: { type: 'string', help: 'name or id of a decision of a DMN file' },
  },
  examples: ['steward certify refund-limits.table.json --out certificate.json --by "Ada Lindqvist"'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const out = options['out'];
    if (typeof out !== 'string') throw new UsageError('certify needs --out REPORT.json, where the report goes.');
    const table = await readAsTable(file, streams, { decision: options['decision'] as string | undefined });
    const certificate = readable(
      file,
      await certifyTable(table, {
        cases: wholeNumber('cases', options['cases'], defaultCases, 1_000_000),
        seed: wholeNumber('seed', options['seed'], 1, 4_294_967_295),
        by: typeof options['by'] === 'string' ? options['by'] : accountName(),
        at: new Date(),
        versions: {
          steward: manifest.version,
          jsonRulesEngine: jsonRulesEngineVersion(),
          node: process.versions.node,
        },
        onProgress: progressOn(streams),
      }),
    );
    if (streams.isTerminal) streams.note('\r\u001b[K');
    await writeWhole(out, `${JSON.stringify(certificate, null, 2)}\n`);
    await streams.write(`${summaryOf(certificate, out)}\n`);
    return certificate.certified ? 0 : 1;
  },
};

function summaryOf({ certified, reasons, table, tests, cases, comparison }: Certificate, out: string): string {
  const differences = comparison.reduce((sum, one) => sum + one.differences, 0);
  const notMet = comparison.flatMap(({ table: id, rowsNotMet }) => rowsNotMet.map((row) => `${id}/${row}`));
  return [
    `${table.name} ${table.version}: ${certified ? 'certified' : 'NOT certified'}`,
    `  tests       ${tests.passed} passed, ${tests.failed} failed`,
    `  comparison  ${cases.total} cases, ${differences} differences`,
    ...(notMet.length > 0 ? [`  not met     ${notMet.slice(0, 10).join(', ')}${notMet.length > 10 ? ', …' : ''}`] : []),
    ...reasons.slice(0, 10).map((reason) => `  ${reason}`),
    `  report      ${out}`,
  ].join('\n');
}

function wholeNumber(name: string, option: string | boolean | undefined, preset: number, most: number): number {
  if (option === undefined) return preset;
  const value = Number(option);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${name} takes a whole number from 1 to ${most}, not "${String(option)}".`);
}

/** Of the one that runs. An import of its manifest would be bundled in a form that Node 24 does not read. */
function jsonRulesEngineVersion(): string {
  const { version } = createRequire(import.meta.url)('json-rules-engine/package.json') as { version: string };
  return version;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as in some containers.
    return 'unknown';
  }
}

function progressOn({ isTerminal, note }: CliStreams): (done: number, total: number) => void {
  let drawnAt = Date.now();
  return (done, total) => {
    if (!isTerminal || Date.now() - drawnAt < 100) return;
    drawnAt = Date.now();
    note(`\r${done} of ${total} cases\u001b[K`);
  };
}
