import { factColumns, openBacktest, type DecisionTable, type FactColumns } from '../../engine/index.ts';
import { caseFacts, caseRows, caseTable, cellsOf } from './decision-table-case.ts';
import { median } from './median.ts';
import { SeededRandom } from './seeded-random.ts';

/** Milliseconds over 1,000,000 facts. */
export interface BacktestBench {
  rows: number;
  readColumns: number;
  open: number;
  editP50: number;
  editP95: number;
}

const edits = 60;

/** Opens a backtest over a million facts and edits cells, each edit with what an author would wait for: check, compile, recount. */
export function benchBacktest(rowCount: number): BacktestBench {
  const table = caseTable(caseRows(rowCount));
  const facts = caseFacts(1_000_000);
  let begunAt = performance.now();
  const columns = factColumns(table, facts);
  const readColumns = performance.now() - begunAt;
  // The first opening warms up.
  const opens = Array.from({ length: 4 }, () => {
    begunAt = performance.now();
    opened(table, columns);
    return performance.now() - begunAt;
  });
  const backtest = opened(table, columns);
  const random = new SeededRandom(3);
  const others = caseRows(rowCount + 1).map(cellsOf);
  let now = table;
  const times = Array.from({ length: edits + 5 }, () => {
    const at = random.below(rowCount);
    const input = random.pick(['amount', 'age', 'tier', 'country', 'vip']);
    const cell = others[random.below(rowCount)]?.[input] ?? '-';
    now = {
      ...now,
      rows: now.rows.map((row, index) => (index === at ? { ...row, when: { ...row.when, [input]: cell } } : row)),
    };
    begunAt = performance.now();
    const change = backtest.change(now);
    const time = performance.now() - begunAt;
    if (!change.ok) throw new Error(`an edit cannot be compiled: ${JSON.stringify(change.issues[0])}`);
    return time;
  }).slice(5);
  expectSameCounts(backtest.countsByRow(), opened(now, columns).countsByRow());
  times.sort((left, right) => left - right);
  const [editP50, editP95] = [times[Math.floor(edits * 0.5)] ?? 0, times[Math.floor(edits * 0.95)] ?? 0];
  return { rows: rowCount, readColumns, open: median(opens.slice(1)), editP50, editP95 };
}

function opened(table: DecisionTable, columns: FactColumns) {
  const backtest = openBacktest(table, columns);
  if (!backtest.ok) throw new Error(`the table cannot be compiled: ${JSON.stringify(backtest.issues[0])}`);
  return backtest.value;
}

function expectSameCounts(edited: Map<string, number>, anew: Map<string, number>): void {
  for (const [row, count] of anew) if (edited.get(row) !== count) throw new Error(`row ${row}: the edits lost count`);
}
