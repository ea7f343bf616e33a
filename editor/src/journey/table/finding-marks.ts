import type { DecisionTable, Finding, FindingSeverity } from '../../../../engine/index.ts';
import { findingInWords } from './finding-words.ts';

/** A finding at its place in the grid. */
export interface FindingMark {
  severity: FindingSeverity;
  message: string;
}

/** Findings by row id, and by `<row id> <input id>` where one is about a cell; the gravest of several. Information has no mark. */
export interface FindingMarks {
  rows: ReadonlyMap<string, FindingMark>;
  cells: ReadonlyMap<string, FindingMark>;
  columns: ReadonlyMap<string, FindingMark>;
}

export const noMarks: FindingMarks = { rows: new Map(), cells: new Map(), columns: new Map() };

/** Where the grid shows what was found. Findings come errors first, so that the first at a place is the gravest. */
export function findingMarks(table: DecisionTable, findings: readonly Finding[]): FindingMarks {
  const rows = new Map<string, FindingMark>();
  const cells = new Map<string, FindingMark>();
  const columns = new Map<string, FindingMark>();
  const graver = [...findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  for (const finding of graver) {
    const { severity, code } = finding;
    if (severity === 'information') continue;
    const mark = { severity, message: findingInWords(table, finding) };
    if (code === 'column_decides_nothing') for (const column of finding.columns) put(columns, column, mark);
    // A contradiction is about both of its rows; other findings are about their first.
    for (const row of code === 'contradiction' ? finding.rows : finding.rows.slice(0, 1)) put(rows, row, mark);
    const isCell = code === 'unreachable' || code === 'value_not_allowed';
    for (const column of isCell ? finding.columns : []) put(cells, `${finding.rows[0] ?? ''} ${column}`, mark);
  }
  return { rows, cells, columns };
}

function put(marks: Map<string, FindingMark>, key: string, mark: FindingMark): void {
  if (!marks.has(key)) marks.set(key, mark);
}
