import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileTable, decidingRow, evaluateColumns, factColumns, type CompiledTable } from '../../engine/index.ts';
import { caseFacts, caseRows, caseTable } from './decision-table-case.ts';
import { median } from './median.ts';
import { rateOf, rateOfPeer } from './rate.ts';
import { dmnEvalJs, jsonLogicJs, jsonRulesEngine, zen, type Peer } from './table-peers.ts';

/** Evaluations per second by engine; null for one that could not build the table. */
export interface TableBench {
  rows: number;
  objects: number;
  columns: number;
  peers: { name: string; rate: number | null }[];
}

/** What json-logic-engine may take, in MiB. chosen: 1,024; without a limit it took 1.9 GB at 1,000 rows. */
const childMemory = 1_024;
/** Facts on which every engine has to give the same row before anything is measured. */
const compared = 50;

/** Evaluates the same table over the same facts with our engine and with others. */
export async function benchTable(rowCount: number): Promise<TableBench> {
  const rows = caseRows(rowCount);
  const table = caseTable(rows);
  const compiled = compileTable(table);
  if (!compiled.ok) throw new Error(`the table cannot be compiled: ${JSON.stringify(compiled.issues[0])}`);
  const facts = caseFacts(8_192);
  const expected = facts.slice(0, compared).map((each) => decidingRow(compiled.value, each));

  const columns = factColumns(table, facts);
  expectSame('our columns', [...evaluateColumns(compiled.value, columns).rows.subarray(0, compared)], expected);
  const bench: TableBench = {
    rows: rowCount,
    objects: rateOf(facts, 2_000, (each) => decidingRow(compiled.value, each)),
    columns: columnRate(compiled.value),
    peers: [],
  };
  const peers: Peer[] = [jsonRulesEngine(rows), zen(rows, 1), zen(rows, 64), jsonLogicJs(rows), await dmnEvalJs(rows)];
  for (const peer of peers) {
    const answers: number[] = [];
    for (const each of facts.slice(0, compared)) answers.push(await peer.decide(each));
    expectSame(peer.name, answers, expected);
    bench.peers.push({ name: peer.name, rate: await rateOfPeer(peer, facts.slice(0, 1_000)) });
  }
  bench.peers.push({ name: 'json-logic-engine, built', rate: jsonLogicRate(rowCount, expected) });
  return bench;
}

function columnRate(compiled: CompiledTable): number {
  const columns = factColumns(compiled.table, caseFacts(1_000_000));
  const times = Array.from({ length: 7 }, () => {
    const begunAt = performance.now();
    evaluateColumns(compiled, columns);
    return performance.now() - begunAt;
  });
  return (1_000_000 / median(times.slice(1))) * 1000;
}

function jsonLogicRate(rowCount: number, expected: readonly number[]): number | null {
  const file = fileURLToPath(new URL('./json-logic-child.ts', import.meta.url));
  const child = spawnSync(process.execPath, [`--max-old-space-size=${childMemory}`, file, String(rowCount)], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (child.status !== 0) return null;
  const { rate, answers } = JSON.parse(child.stdout) as { rate: number; answers: number[] };
  expectSame('json-logic-engine', answers, expected);
  return rate;
}

function expectSame(name: string, answers: readonly number[], expected: readonly number[]): void {
  const at = expected.findIndex((row, index) => answers[index] !== row);
  if (at !== -1) throw new Error(`${name} takes row ${answers[at]} for fact ${at}, Steward row ${expected[at]}`);
}
