import {
  asRow,
  asTest,
  decideTable,
  itemIsFacts,
  type DecisionTable,
  type Finding,
  type TableEdit,
  type TableTest,
} from '../../../../engine/index.ts';

/**
 * The test that holds a finding's example, with the outcome that the table gives now where it gives one: so it passes
 * until somebody changes the table, and says what a contradiction should come to where it does not.
 */
export function testOfFinding(table: DecisionTable, finding: Finding): TableTest | null {
  const test = asTest(table, finding);
  if (test === null) return null;
  const day = test.day === undefined ? {} : { day: test.day };
  const decided = decideTable(table, test.facts, itemIsFacts, day);
  return decided.ok ? { ...test, outcome: decided.value.outcome } : test;
}

/** Adds the row for a gap, above a last row without conditions where the order counts. */
export function rowForGap(table: DecisionTable, finding: Finding, newRowId: string): TableEdit[] {
  if (finding.code !== 'gap' && finding.code !== 'gap_when_absent') return [];
  const row = asRow(table, finding);
  return row === null ? [] : [{ kind: 'add-row', row: { ...row, id: newRowId }, at: placeOfNewRow(table) }];
}

/** Makes the two rows of a `mergeable` finding one. */
export function mergeRows(table: DecisionTable, finding: Finding): TableEdit[] {
  const [first, ...others] = finding.rows;
  const merged = asRow(table, finding);
  if (finding.code !== 'mergeable' || merged === null || first === undefined) return [];
  return [
    ...finding.columns.map((input): TableEdit => ({
      kind: 'set-cell',
      row: first,
      input,
      cell: Object.hasOwn(merged.when, input) ? (merged.when[input] ?? '') : '',
    })),
    { kind: 'remove-rows', rows: others },
  ];
}

function placeOfNewRow({ rows }: DecisionTable): number {
  const last = rows.at(-1);
  const isCatchAll = last !== undefined && Object.values(last.when).every((cell) => ['', '-'].includes(cell.trim()));
  return isCatchAll ? rows.length - 1 : rows.length;
}
