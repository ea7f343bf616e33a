import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTable } from '../../../../engine/decision/analysis/analyse-table.ts';
import type { Analysis, Finding, FindingCode } from '../../../../engine/decision/analysis/analysis.ts';
import type { TableRow } from '../../../../engine/index.ts';
import { smallTables, type SmallTable } from './random-tables.ts';
import { byPriority, MatchTable, pointAt, pointsOf, rowMatches, type Point } from './slow-truth.ts';

const runs = process.env['STEWARD_SEED'] === 'random' ? 400 : 80;

const found = (analysis: Analysis, code: FindingCode): Finding[] =>
  analysis.findings.filter((finding) => finding.code === code);
const about = (analysis: Analysis, code: FindingCode) =>
  found(analysis, code)
    .map(({ rows }) => rows[0])
    .sort();

describe.each([
  { name: 'first', policies: ['first'] as const },
  { name: 'priority', policies: ['priority'] as const },
  { name: 'unique', policies: ['unique'] as const },
  { name: 'any', policies: ['any'] as const },
  { name: 'lists and figures', policies: ['rule-order', 'output-order', 'collect'] as const },
])('over small domains every finding is exactly right, and none is missing: $name', ({ policies }) => {
  test.each([
    { with: 'values of all types', shape: {} },
    { with: 'numbers that are compared', shape: { kinds: ['number', 'number', 'boolean', 'tier'] } },
    { with: 'days of validity', shape: { withDays: true, kinds: ['number', 'text', 'tier', 'boolean'] } },
  ])('$with', ({ shape }) => {
    fc.assert(
      fc.property(smallTables({ policies, ...shape }), (small) => {
        const { table, values, days } = small;
        const points = pointsOf(values, days);
        if (points.length > 3_000) return;
        const analysis = analyseTable(table, { maxGaps: 200, maxFindings: 10_000 });
        expect(analysis.complete).toBe(true);
        const truth = new MatchTable(table, points);
        expectGaps(analysis, small, points, truth);
        expectRows(analysis, small, truth);
        expectColumns(analysis, small, points, truth);
        expectMerged(analysis, small, points, truth);
        expectExamples(analysis, small);
      }),
      { numRuns: runs },
    );
  });
});

function expectGaps(analysis: Analysis, { table }: SmallTable, points: readonly Point[], truth: MatchTable): void {
  const counts = table.hitPolicy === 'collect' && table.aggregation === 'count';
  const gaps = [...found(analysis, 'gap'), ...found(analysis, 'gap_when_absent')];
  if (counts || table.outputs[0]?.default !== undefined) {
    expect(gaps).toEqual([]);
    return;
  }
  for (const [index, point] of points.entries()) {
    const matched = truth.matches[index]?.includes(true) === true;
    const absent = Object.values(point.values).includes(null);
    const among = absent ? gaps : found(analysis, 'gap');
    // A gap that cells cannot say holds its example alone for sure; such are lists with several members.
    const unsaid = among.some(({ region }) => region === undefined);
    const inside = among.some(({ region }) => region !== undefined && rowMatches(table, region, point));
    const asSaid = matched ? !inside : inside || unsaid;
    // Thousands of points: an assertion for each would take longer than the analysis.
    if (!asSaid) expect({ point, matched, inside }).toBe('told as it is');
  }
}

function expectRows(analysis: Analysis, { table }: SmallTable, truth: MatchTable): void {
  const { rows, matches } = truth;
  const precedence = table.hitPolicy === 'first' || table.hitPolicy === 'priority';
  const ranked = table.hitPolicy === 'priority' ? byPriority(table, rows) : rows;
  const matchesAt = (row: TableRow) => matches.map((hits) => hits[rows.indexOf(row)] === true);
  const everMatches = (row: TableRow) => matchesAt(row).includes(true);
  const decides = (row: TableRow) => matches.some((hits) => ranked.find((other) => hits[rows.indexOf(other)]) === row);
  const ids = (chosen: readonly TableRow[]) => chosen.map(({ id }) => id).sort();
  const results = (row: TableRow) => JSON.stringify(row.then);

  const reachable = rows.filter(everMatches);
  expect(about(analysis, 'unreachable')).toEqual(ids(rows.filter((row) => !everMatches(row))));
  const shadowed = precedence ? reachable.filter((row) => !decides(row)) : [];
  expect(about(analysis, 'shadowed')).toEqual(ids(shadowed));
  const key = (row: TableRow) => matchesAt(row).join();
  expect(about(analysis, 'duplicate')).toEqual(
    ids(reachable.filter((row) => rows.slice(0, rows.indexOf(row)).some((above) => key(above) === key(row)))),
  );

  const meets = (left: TableRow, right: TableRow) =>
    matches.some((hits) => hits[rows.indexOf(left)] && hits[rows.indexOf(right)]);
  const pairs = rows.flatMap((row, index) =>
    rows
      .slice(index + 1)
      .filter((other) => meets(row, other))
      .map((other) => [row, other] as const),
  );
  const forbidden = pairs.filter(
    ([row, other]) => table.hitPolicy === 'unique' || (table.hitPolicy === 'any' && results(row) !== results(other)),
  );
  expect(
    found(analysis, 'contradiction')
      .map((finding) => finding.rows.join())
      .sort(),
  ).toEqual(forbidden.map((pair) => pair.map(({ id }) => id).join()).sort());
  const overlapped = ranked.filter(
    (row, place) =>
      precedence &&
      !shadowed.includes(row) &&
      ranked.slice(0, place).some((above) => results(above) !== results(row) && meets(above, row)),
  );
  expect(about(analysis, 'overlap')).toEqual(ids(overlapped));

  const contradicts = (row: TableRow) => forbidden.some((pair) => pair.includes(row));
  const changesNothing = (row: TableRow) =>
    matches.every(
      (hits) => truth.outcome(hits) === truth.outcome(hits.map((hit, index) => hit && rows[index] !== row)),
    );
  const redundant = reachable.filter((row) => !shadowed.includes(row) && !contradicts(row) && changesNothing(row));
  expect(about(analysis, 'row_changes_nothing')).toEqual(ids(redundant));
}

function expectColumns(
  analysis: Analysis,
  { table, values, days }: SmallTable,
  points: readonly Point[],
  truth: MatchTable,
): void {
  const idle = found(analysis, 'column_decides_nothing').map(({ columns }) => columns[0]);
  const outcomeOf = new Map(
    points.map((point, index) => [JSON.stringify(point), truth.outcome(truth.matches[index] ?? [])]),
  );
  for (const { id } of table.inputs) {
    const others = pointsOf({ ...values, [id]: [null] }, days);
    const own = values[id] ?? [];
    const outcomes = others.map(
      (other) =>
        new Set(
          own.map((value) => outcomeOf.get(JSON.stringify({ ...other, values: { ...other.values, [id]: value } }))),
        ),
    );
    const alike = outcomes.every((set) => set.size === 1);
    // Whatever is told is true. What is true is told where one row decides and nothing else reads the column.
    if (idle.includes(id)) expect({ id, alike }).toEqual({ id, alike: true });
    const plain = id !== 'number' || !table.inputs.some((input) => input.id === 'other');
    const single = table.hitPolicy === 'first' || table.hitPolicy === 'priority';
    if (alike && single && plain && id !== 'other' && truth.rows.length > 0) expect(idle).toContain(id);
  }
}

function expectMerged(analysis: Analysis, { table }: SmallTable, points: readonly Point[], truth: MatchTable): void {
  for (const { rows, region } of found(analysis, 'mergeable')) {
    const merged = {
      ...table,
      rows: table.rows.flatMap((row) =>
        row.id === rows[0] ? [{ ...row, when: region?.when ?? {} }] : rows.includes(row.id) ? [] : [row],
      ),
    };
    const after = new MatchTable(merged, points);
    const changed = truth.matches.findIndex(
      (matches, index) => after.outcome(after.matches[index] ?? []) !== truth.outcome(matches),
    );
    expect(points[changed]).toBeUndefined();
  }
}

/** What each example has to show. */
function expectExamples(analysis: Analysis, { table, values }: SmallTable): void {
  for (const { code, rows, example } of analysis.findings) {
    if (example === undefined) {
      expect(['unreachable', 'value_not_allowed', 'column_decides_nothing', 'mergeable']).toContain(code);
      continue;
    }
    const point = pointAt(table, example.facts, example.day);
    const matched = table.rows
      .filter((row) => row.disabled !== true && rowMatches(table, row, point))
      .map(({ id }) => id);
    for (const input of table.inputs) {
      if (input.required === true) expect(point.values[input.id]).not.toBeNull();
      if (input.allowed !== undefined && point.values[input.id] !== null)
        expect(values[input.id]).toContain(point.values[input.id]);
    }
    if (code === 'gap' || code === 'gap_when_absent') expect(matched).toEqual([]);
    else if (code === 'shadowed' || code === 'row_changes_nothing') expect(matched).toContain(rows[0]);
    else expect(matched).toEqual(expect.arrayContaining(rows.slice(0, 2)));
  }
}
