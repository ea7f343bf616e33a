import { run, node } from '../bundles/built-package.ts';
import { riskPacks } from '../../rules/index.ts';
import { reportDesigner } from './designer.ts';
import { benchNodes } from './node-bench.ts';
import { refundRequests } from './refund-requests.ts';
import { benchTable } from './table-bench.ts';

const usage = `Usage: npm run bench -- [--tables] [--nodes] [--designer] [--items N] [--repetitions N]

Measures Steward against its peers in the same run and prints ratios; absolute values drift between machines.
  --tables         the table engine against json-rules-engine
  --nodes          the Risk node against Set and If, in the real n8n
  --designer       the canvas against the bare React Flow, in a headless Chromium
  --items N        items per node (default 10000)
  --repetitions N  executions of a node that count; medians are shown (default 7)
Without a choice all three are measured.
`;

/** Figures that have to hold. @source docs, the first slice: no slower than 1.5 × Set, at least 20 × faster than If */
const targets = { riskToSet: 1.5, ifToRisk: 20 };

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const itemCount = numberOf(args, '--items', 10_000);
  const repetitions = numberOf(args, '--repetitions', 7);
  const reports: Record<string, () => Promise<boolean>> = {
    '--tables': reportTable,
    '--nodes': () => reportNodes(itemCount, repetitions),
    '--designer': reportBuiltDesigner,
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

async function reportTable(): Promise<boolean> {
  const pack = riskPacks['automated-decision-risk'];
  if (!pack) throw new Error('the default rule pack is missing');
  const { rows, ours, jsonRulesEngine } = await benchTable(pack.table, refundRequests(5_000), 5);
  const ratio = ours / jsonRulesEngine;
  process.stdout.write(`
Table engine: ${pack.table.name}, ${rows} rows, ${pack.table.inputs.length} inputs, first hit
  Steward            ${perSecond(ours)}
  json-rules-engine  ${perSecond(jsonRulesEngine)}   stopping at the first hit
  Steward is ${ratio.toFixed(0)} × as fast
`);
  return ratio > 1;
}

async function reportNodes(itemCount: number, repetitions: number): Promise<boolean> {
  process.stdout.write(`\nBuilding the nodes and starting n8n …\n`);
  run(node, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', '--configNodes']);
  const bench = await benchNodes(itemCount, repetitions);
  const riskToSet = bench.riskMs / bench.setMs;
  const ifToRisk = bench.ifMs / bench.riskMs;
  const [prohibited, high, limited, minimal] = bench.levels;
  process.stdout.write(`
Nodes in the real n8n: ${itemCount} refund requests, median of ${bench.repetitions} executions
  Risk Classification  ${ms(bench.riskMs)}   default rule pack: ${prohibited} prohibited, ${high} high, ${limited} limited, ${minimal} minimal
  Set                  ${ms(bench.setMs)}   one literal
  If                   ${ms(bench.ifMs)}   one expression
  Risk / Set  ${riskToSet.toFixed(2)}   target: at most ${targets.riskToSet}   ${verdict(riskToSet <= targets.riskToSet)}
  If / Risk   ${ifToRisk.toFixed(1)}   target: at least ${targets.ifToRisk}   ${verdict(ifToRisk >= targets.ifToRisk)}
`);
  return riskToSet <= targets.riskToSet && ifToRisk >= targets.ifToRisk;
}

function numberOf(args: string[], name: string, preset: number): number {
  const at = args.indexOf(name);
  if (at === -1) return preset;
  const value = Number(args[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} needs a whole number above 0\n\n${usage}`);
  return value;
}

const ms = (value: number) => `${value.toFixed(0).padStart(6)} ms`;
const perSecond = (value: number) => `${Math.round(value).toLocaleString('en-GB').padStart(12)} decisions per second`;
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
