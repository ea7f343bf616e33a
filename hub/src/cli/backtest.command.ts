import {
  openComparison,
  type BacktestReport,
  type BacktestSide,
  type DecisionTable,
  type JsonObject,
} from '../../../engine/index.ts';
import { UsageError, type Command } from './command.ts';
import { dayOf, dayOption } from './day-option.ts';
import type { LineError } from './line-error.ts';
import { readObjects } from './process-lines.ts';
import { readable } from './read-document.ts';
import { readAsTable } from './read-rules.ts';

/** Lines that could not be read and are shown; the rest are counted. */
const shownUnreadable = 10;

interface Report extends BacktestReport {
  old: { id: string; version: string };
  new: { id: string; version: string };
  unreadable: { count: number; examples: LineError[] };
}

/** `steward backtest OLD NEW`: which past cases a change of a table changes. */
export const backtestCommand: Command = {
  words: ['backtest'],
  operands: ['OLD', 'NEW'],
  summary: 'say which past cases a changed table decides differently',
  help: [
    'Reads one JSON object of facts per line, decides it by both tables, and writes one report: how many cases each row and each outcome had before and has after, which cases moved from where to where, with examples, and how many per segment.',
    'Memory does not grow with the number of lines. The exit code is 1 when a line could not be read or a case not be decided; a change alone is no failure.',
  ],
  options: {
    segment: {
      type: 'string',
      help: 'field by whose values the changed cases are counted apart, such as customer.tier',
    },
    id: { type: 'string', help: 'field that names a case in the examples, such as requestId' },
    examples: { type: 'string', help: 'examples per move (default 10)' },
    day: dayOption,
    decision: { type: 'string', help: 'name or id of a decision of DMN files' },
    text: { type: 'boolean', help: 'write the report for people instead of JSON' },
    json: { type: 'boolean', help: 'write JSON (the default)' },
  },
  examples: ['steward backtest limits-1.table.json limits-2.table.json --segment customer.tier --text < cases.jsonl'],
  async run({ operands, options, streams }) {
    const choice = { decision: options['decision'] as string | undefined, inputTaken: true };
    const [old, next] = (await Promise.all(
      [0, 1].map(async (index) => {
        const file = operands[index] ?? '';
        return { file, table: await readAsTable(file, streams, choice) };
      }),
    )) as [{ file: string; table: DecisionTable }, { file: string; table: DecisionTable }];
    const comparison = readable(
      `${old.file} or ${next.file}`,
      openComparison(old.table, next.table, {
        day: dayOf(options['day']),
        examples: countOf(options['examples']),
        ...pathOption('segmentPath', options['segment']),
        ...pathOption('idPath', options['id']),
      }),
    );
    const unreadable: Report['unreadable'] = { count: 0, examples: [] };
    await readObjects(
      streams,
      (facts: JsonObject) => comparison.add(facts),
      (error) => {
        unreadable.count += 1;
        if (unreadable.examples.length < shownUnreadable) unreadable.examples.push(error);
      },
    );
    const report: Report = {
      old: { id: old.table.id, version: old.table.version },
      new: { id: next.table.id, version: next.table.version },
      ...comparison.report(),
      unreadable,
    };
    await streams.write(options['text'] === true ? textOf(report) : `${JSON.stringify(report, null, 2)}\n`);
    return unreadable.count > 0 || report.errors.length > 0 ? 1 : 0;
  },
};

function pathOption<Name extends string>(name: Name, option: string | boolean | undefined) {
  return typeof option === 'string' ? ({ [name]: option } as Record<Name, string>) : {};
}

function countOf(option: string | boolean | undefined): number {
  if (option === undefined) return 10;
  const count = Number(option);
  if (Number.isInteger(count) && count >= 0 && count <= 1000) return count;
  throw new UsageError(`--examples takes a whole number from 0 to 1000, not "${String(option)}".`);
}

function textOf(report: Report): string {
  const { cases, changed, rowOnly, rows, outcomes, moved, segments, errors, unreadable } = report;
  const percent = cases === 0 ? '0' : ((100 * changed) / cases).toFixed(1);
  const movedLines = moved.slice(0, 20).map(({ from, to, count, examples }) => {
    const shown = examples.slice(0, 3).map(({ id, index }) => (id === null ? `case ${index + 1}` : String(id)));
    return `  ${String(count).padStart(8)}  ${sideOf(from)} -> ${sideOf(to)}   (${shown.join(', ')})`;
  });
  const counts = (before: number, after: number) => `${String(before).padStart(8)} ${String(after).padStart(8)}`;
  return [
    `${report.old.id} ${report.old.version} -> ${report.new.id} ${report.new.version}`,
    `${cases} cases: ${changed} changed (${percent} %), ${rowOnly} decided by another row with the same outcome`,
    ...block(
      'Rows: before, after',
      rows.map(({ row, before, after }) => `  ${counts(before, after)}  ${row ?? 'no row'}`),
    ),
    ...block(
      'Outcomes: before, after',
      outcomes
        .slice(0, 20)
        .map(({ outcome, before, after }) => `  ${counts(before, after)}  ${JSON.stringify(outcome)}`),
    ),
    ...block(
      'Errors: before, after',
      errors.map(({ code, before, after }) => `  ${counts(before, after)}  ${code}`),
    ),
    ...block('Moved', movedLines),
    ...block(
      'Segments: cases, changed',
      segments
        .slice(0, 20)
        .map((segment) => `  ${counts(segment.cases, segment.changed)}  ${JSON.stringify(segment.value)}`),
    ),
    ...(unreadable.count > 0
      ? [`${unreadable.count} lines could not be read: ${unreadable.examples[0]?.message ?? ''}`]
      : []),
    '',
  ].join('\n');
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function sideOf({ row, outcome, error }: BacktestSide): string {
  return error ?? `${row ?? 'no row'} ${JSON.stringify(outcome)}`;
}
