import { analyseTable, openAnalysis, type DecisionTable, type TableInput } from '../../engine/index.ts';
import { SeededRandom } from './seeded-random.ts';

const tiers = ['gold', 'silver', 'bronze', 'basic', 'trial', 'none'];

/** Figures that have to hold. @source issue "Decisions", point 6 */
const targets = { fullMs: 2_000, editMs: 100 };

/** Milliseconds of analyses, ascending. */
interface Timed {
  name: string;
  findings: number;
  sortedMs: number[];
}

/** Reports the analysis of 1,000 rows with 8 inputs, and that of edits at 200 rows; false when a target is missed. */
export function reportAnalysis(): boolean {
  const full = [
    measure('1,000 × 8, partition', partition(1_000, 8), 7),
    measure('1,000 × 8, a row missing', withoutRow(partition(1_000, 8), 500), 7),
    measure('1,000 × 8, 3 conditions a row', overlapping(1_000, 8, 3), 7),
    measure('1,000 × 8, 8 conditions a row', overlapping(1_000, 8, 8), 7),
  ];
  const edits = [
    measureEdits('200 × 8, partition', partition(200, 8)),
    measureEdits('200 × 8, 3 conditions a row', overlapping(200, 8, 3)),
  ];
  process.stdout.write('\nAnalysis of tables, first hit\n');
  for (const timed of full) process.stdout.write(line(timed));
  process.stdout.write(' each edit of one cell:\n');
  for (const timed of edits) process.stdout.write(line(timed));
  const fullHolds = full.every(({ sortedMs }) => at(sortedMs, 0.5) < targets.fullMs);
  const editHolds = edits.every(({ sortedMs }) => at(sortedMs, 0.95) < targets.editMs);
  process.stdout.write(
    `  full under ${targets.fullMs} ms: ${verdict(fullHolds)}   edit p95 under ${targets.editMs} ms: ${verdict(editHolds)}\n`,
  );
  return fullHolds && editHolds;
}

function measure(name: string, table: DecisionTable, repetitions: number): Timed {
  let findings = 0;
  const times = Array.from({ length: repetitions }, () => {
    const begunAt = performance.now();
    ({ length: findings } = analyseTable(table).findings);
    return performance.now() - begunAt;
  });
  return { name, findings, sortedMs: times.toSorted((left, right) => left - right) };
}

/** Changes cells to what other rows say there, 60 times. */
function measureEdits(name: string, table: DecisionTable): Timed {
  const random = new SeededRandom(5);
  const open = openAnalysis(table);
  let current = table;
  let findings = 0;
  const times = Array.from({ length: 60 }, () => {
    const input = current.inputs[random.below(current.inputs.length)]?.id as string;
    const cell = current.rows[random.below(current.rows.length)]?.when[input] ?? '-';
    const edited = random.below(current.rows.length);
    const rows = current.rows.map((row, index) =>
      index === edited ? { ...row, when: { ...row.when, [input]: cell } } : row,
    );
    current = { ...current, rows };
    const begunAt = performance.now();
    ({ length: findings } = open.change(current).findings);
    return performance.now() - begunAt;
  });
  return { name, findings, sortedMs: times.toSorted((left, right) => left - right) };
}

function inputsOf(count: number): TableInput[] {
  return Array.from({ length: count }, (_, index): TableInput => {
    const id = `i${index}`;
    if (index % 4 === 1) return { id, name: id, path: id, type: 'string', allowed: tiers };
    return { id, name: id, path: id, type: index % 4 === 2 ? 'boolean' : 'number' };
  });
}

/** Rows that neither overlap nor leave a gap: all facts, halved again and again at random. */
function partition(rowCount: number, inputCount: number): DecisionTable {
  const random = new SeededRandom(1);
  const inputs = inputsOf(inputCount);
  const top = 10_000;
  type Leaf = { numbers: Record<string, [number, number]>; names: Record<string, string[]> };
  const leaves: Leaf[] = [{ numbers: {}, names: {} }];
  while (leaves.length < rowCount) {
    const place = random.below(leaves.length);
    const leaf = leaves[place] as Leaf;
    const { id, type } = inputs[random.below(inputCount)] as TableInput;
    if (type === 'number') {
      const [low, high] = leaf.numbers[id] ?? [0, top];
      if (high - low < 2) continue;
      const middle = low + 1 + random.below(high - low - 1);
      leaves[place] = { ...leaf, numbers: { ...leaf.numbers, [id]: [low, middle] } };
      leaves.push({ ...leaf, numbers: { ...leaf.numbers, [id]: [middle, high] } });
    } else {
      const names = leaf.names[id] ?? (type === 'boolean' ? ['true', 'false'] : tiers.map((tier) => `"${tier}"`));
      if (names.length < 2) continue;
      const middle = 1 + random.below(names.length - 1);
      leaves[place] = { ...leaf, names: { ...leaf.names, [id]: names.slice(0, middle) } };
      leaves.push({ ...leaf, names: { ...leaf.names, [id]: names.slice(middle) } });
    }
  }
  const range = ([low, high]: [number, number]) =>
    low === 0 ? (high === top ? '-' : `< ${high}`) : high === top ? `>= ${low}` : `[${low}..${high})`;
  const cells = leaves.map(({ numbers, names }) => ({
    ...Object.fromEntries(Object.entries(numbers).map(([id, ends]) => [id, range(ends)])),
    ...Object.fromEntries(Object.entries(names).map(([id, own]) => [id, own.join(', ')])),
  }));
  return tableOf(inputs, cells, random);
}

/** Rows with conditions on some inputs each, and a last row that takes the rest. */
function overlapping(rowCount: number, inputCount: number, conditions: number): DecisionTable {
  const random = new SeededRandom(2);
  const inputs = inputsOf(inputCount);
  const cells = Array.from({ length: rowCount - 1 }, () => {
    const when: Record<string, string> = {};
    while (Object.keys(when).length < conditions) {
      const { id, type } = inputs[random.below(inputCount)] as TableInput;
      const low = random.below(900);
      if (type === 'number') when[id] = `[${low}..${low + 1 + random.below(500)})`;
      else if (type === 'boolean') when[id] = String(random.chance(0.5));
      else
        when[id] =
          tiers
            .filter(() => random.chance(0.4))
            .map((tier) => `"${tier}"`)
            .join(', ') || '"gold"';
    }
    return when;
  });
  return tableOf(inputs, [...cells, {}], random);
}

function tableOf(inputs: TableInput[], cells: Record<string, string>[], random: SeededRandom): DecisionTable {
  return {
    schemaVersion: 1,
    id: 'bench',
    name: 'Bench',
    version: '1',
    hitPolicy: 'first',
    inputs,
    outputs: [{ id: 'result', name: 'Result', type: 'number' }],
    rows: cells.map((when, index) => ({ id: `r${index}`, when, then: { result: random.below(5) } })),
  };
}

function withoutRow(table: DecisionTable, place: number): DecisionTable {
  return { ...table, rows: table.rows.filter((_, index) => index !== place) };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function line({ name, findings, sortedMs }: Timed): string {
  const figures = [at(sortedMs, 0.5), at(sortedMs, 0.95)].map((value) => `${value.toFixed(0).padStart(5)} ms`);
  return `  ${name.padEnd(32)} p50 ${figures[0]}   p95 ${figures[1]}   ${findings} findings\n`;
}

const verdict = (holds: boolean) => (holds ? 'holds' : 'MISSED');
