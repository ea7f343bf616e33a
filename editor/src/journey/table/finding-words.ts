import {
  describeFinding,
  readPath,
  type DecisionTable,
  type Example,
  type Finding,
  type FindingCode,
  type FindingSeverity,
} from '../../../../engine/index.ts';
import { valueInWords } from '../simulate/cell-words.ts';

/** A heading of two or three words for each kind of finding. */
export const findingTitles: Record<FindingCode, string> = {
  contradiction: 'Rows contradict each other',
  gap: 'No row for some cases',
  gap_when_absent: 'No row when a value is missing',
  shadowed: 'Row never decides',
  unreachable: 'Row can never match',
  value_not_allowed: 'Value is not allowed',
  duplicate: 'Same conditions twice',
  row_changes_nothing: 'Row changes nothing',
  column_decides_nothing: 'Column decides nothing',
  overlap: 'Rows overlap',
  mergeable: 'Two rows can be one',
  not_analysed: 'Row was not analysed',
  analysis_incomplete: 'Not everything was looked at',
};

/** What is wrong and what to do. Rows are named by their numbers, as the grid shows them. */
export function findingInWords(table: DecisionTable, finding: Finding): string {
  return finding.rows.reduce((words, id) => words.replaceAll(` ("${id}")`, ''), describeFinding(table, finding));
}

/** "Amount 200, Status gold, on 2026-11-22": the facts that show a finding; null when it has none. */
export function exampleInWords(table: DecisionTable, example: Example | undefined): string | null {
  if (example === undefined) return null;
  const { facts, upstream = {}, day } = example;
  const values = table.inputs.map((input) => {
    const value = Object.hasOwn(upstream, input.id) ? upstream[input.id] : readPath(facts, input.path);
    const unit = input.unit === undefined || value === undefined || value === null ? '' : ` ${input.unit}`;
    return `${input.name} ${valueInWords(value ?? null)}${unit}`;
  });
  return [...values, ...(day === undefined ? [] : [`on ${day}`])].join(', ');
}

/** `bad`, `warn` and so on for chips and callouts. */
export const findingTones: Record<FindingSeverity, 'bad' | 'warn' | 'neutral'> = {
  error: 'bad',
  warning: 'warn',
  information: 'neutral',
};
