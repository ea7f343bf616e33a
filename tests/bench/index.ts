import { run, node } from '../bundles/built-package.ts';
import { reportAnalysis } from './analysis-bench.ts';
import { reportDesigner } from './designer.ts';
import { reportIdentity } from './identity-report.ts';
import { reportLedger } from './ledger-report.ts';
import { benchNodes } from './node-bench.ts';
import { reportRecording } from './recording-report.ts';
import { reportTables } from './table-report.ts';
import { reportTexts } from './text-bench.ts';

const usage = `Usage: npm run bench -- [--tables] [--analysis] [--nodes] [--recording] [--designer] [--ledger] [--identity] [--text] [--items N] [--repetitions N]

Measures Steward against its peers in the same run and prints ratios; absolute values drift between machines.
  --tables         the table engine against its peers, and the backtest over 1,000,000 facts
  --analysis       what the designer says about a table while it is edited
  --nodes          the Risk and Decision Table nodes against Set and If, in the real n8n
  --recording      what recording in a hub costs the Risk node, and a whole execution, in the real n8n
  --designer       the canvas against the bare React Flow, in a headless Chromium
  --ledger         a hub with 1,000,000 rows in its ledger; --postgres: not on SQLite; --rows N: fewer
  --identity       resolving 1,000,000 made-up records, one among them, and spelling; --records N: fewer
  --text           scoring messages, against vader-sentiment, sentiment and wink-sentiment
  --items N        items per node (default 10000)
  --repetitions N  executions of a node that count; medians are shown (default 7; of recording 25)
Without a choice all are measured.
`;

/** Figures that have to hold. chosen: Risk no slower than 1.5 × Set and 20 × faster than If, Decision Table no slower than 1.2 × Set. */
const targets = { riskToSet: 1.5, ifToRisk: 20, tableToSet: 1.2 };

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const itemCount = numberOf(args, '--items', 10_000);
  const repetitions = numberOf(args, '--repetitions', 7);
  const reports: Record<string, () => Promise<boolean>> = {
    '--tables': reportTables,
    '--analysis': () => Promise.resolve(reportAnalysis()),
    '--nodes': () => reportNodes(itemCount, repetitions),
    '--recording': () => reportRecording(itemCount, numberOf(args, '--repetitions', 25)),
    '--designer': reportBuiltDesigner,
    '--ledger': () => reportLedger(numberOf(args, '--rows', 1_000_000), args.includes('--postgres')),
    '--text': () => Promise.resolve(reportTexts()),
    '--identity': () => reportIdentity(numberOf(args, '--records', 1_000_000)),
  };
  const chosen = Object.keys(reports).filter((name) => args.includes(name));
  let holds = true;
  for (const name of chosen.length > 0 ? chosen : Object.keys(reports)) {
    holds = ((await reports[name]?.()) ?? false) && holds;
  }
  return holds ? 0 : 1;
}

async function reportBuiltDesigner(): Promise<boolean> {
  process.stdout.write(`\nBuilding the designer …\n`);
  run(node, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', '--configEditor']);
  return reportDesigner();
}

async function reportNodes(itemCount: number, repetitions: number): Promise<boolean> {
  process.stdout.write(`\nBuilding the nodes and starting n8n …\n`);
  run(node, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', '--configNodes']);
  const bench = await benchNodes(itemCount, repetitions);
  const riskToSet = bench.riskMs / bench.setMs;
  const ifToRisk = bench.ifMs / bench.riskMs;
  const tableToSet = bench.tableMs / bench.setMs;
  const [prohibited, high, limited, minimal] = bench.levels;
  process.stdout.write(`
Nodes in the real n8n: ${itemCount} refund requests, median of ${bench.repetitions} executions
  Risk Classification  ${ms(bench.riskMs)}   default rule pack: ${prohibited} prohibited, ${high} high, ${limited} limited, ${minimal} minimal
  Decision Table       ${ms(bench.tableMs)}   12 rows, 6 inputs
  Set                  ${ms(bench.setMs)}   one literal
  If                   ${ms(bench.ifMs)}   one expression
  Risk / Set  ${riskToSet.toFixed(2)}   target: at most ${targets.riskToSet}   ${verdict(riskToSet <= targets.riskToSet)}
  Decision Table / Set  ${tableToSet.toFixed(2)}   target: at most ${targets.tableToSet}   ${verdict(tableToSet <= targets.tableToSet)}
  If / Risk   ${ifToRisk.toFixed(1)}   target: at least ${targets.ifToRisk}   ${verdict(ifToRisk >= targets.ifToRisk)}
`);
  return riskToSet <= targets.riskToSet && tableToSet <= targets.tableToSet && ifToRisk >= targets.ifToRisk;
}

function numberOf(args: string[], name: string, preset: number): number {
  const at = args.indexOf(name);
  if (at === -1) return preset;
  const value = Number(args[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} needs a whole number above 0\n\n${usage}`);
  return value;
}

const ms = (value: number) => `${value.toFixed(0).padStart(6)} ms`;
const verdict = (holds: boolean) => (holds ? 'holds' : 'MISSED');

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
