import { readFileSync } from 'node:fs';
import type { Journey, JsonObject, N8nWorkflow } from '../../engine/index.ts';
import { startN8n } from '../e2e/harness/start-n8n.ts';
import { createWorkflow } from '../e2e/harness/workflows.ts';
import { benchNode, itemsNode, leadsTo, riskNode } from './bench-workflow.ts';
import { median } from './median.ts';
import { refundRequests } from './refund-requests.ts';
import { runPatiently } from './run-patiently.ts';

/** Milliseconds that each node took, as n8n's own execution data says: medians over the repetitions. */
export interface NodeBench {
  itemCount: number;
  repetitions: number;
  riskMs: number;
  tableMs: number;
  setMs: number;
  ifMs: number;
  /** Items per output of the Risk node, the gravest level first. */
  levels: number[];
}

const measured = {
  risk: 'Risk Classification',
  table: 'Decision Table',
  set: 'Set',
  if: 'If',
} as const;

/**
 * Runs the same items through Steward's Risk and Decision Table nodes, n8n's Set with one literal and n8n's If with one expression, in the
 * real n8n, in the same executions.
 */
export async function benchNodes(
  itemCount: number,
  repetitions: number,
  env: NodeJS.ProcessEnv = {},
): Promise<NodeBench> {
  const n8n = await startN8n({ hub: false, build: false, env });
  try {
    const { id } = await createWorkflow(n8n.session, workflow(refundRequests(itemCount)));
    const times: Record<string, number[]> = {};
    let levels: number[] = [];
    // The first run loads the nodes and warms up the engine; it does not count.
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      const { nodes } = await runPatiently(n8n.session, id);
      for (const name of Object.values(measured)) {
        const [run] = nodes[name] ?? [];
        if (!run) throw new Error(`${name} did not run`);
        if (run.outputs.flat().length !== itemCount) throw new Error(`${name} lost items`);
        if (repetition > 0) (times[name] ??= []).push(run.executionTimeMs);
        if (name === measured.risk) levels = run.outputs.map((output) => output.length);
      }
    }
    const medianOf = (name: string) => median(times[name] ?? []);
    return {
      itemCount,
      repetitions,
      riskMs: medianOf(measured.risk),
      tableMs: medianOf(measured.table),
      setMs: medianOf(measured.set),
      ifMs: medianOf(measured.if),
      levels,
    };
  } finally {
    await n8n.stop();
  }
}

/** The table of the refund example: twelve rows over six fields of the requests. */
function refundLimits(): unknown {
  const file = new URL('../../examples/refund-triage/journey.json', import.meta.url);
  const journey = JSON.parse(readFileSync(file, 'utf8')) as Journey;
  const table = journey.tables['refund-limits'];
  // The requests of the bench are wider than the shop's.
  return { ...table, inputs: table?.inputs.map(({ allowed: _, ...input }) => input) };
}

function workflow(requests: JsonObject[]): N8nWorkflow {
  return {
    name: 'Bench',
    nodes: [
      benchNode('Start', 'n8n-nodes-base.manualTrigger', 1, [0, 0], {}),
      itemsNode('requests'),
      benchNode(measured.set, 'n8n-nodes-base.set', 3.4, [400, 0], {
        assignments: { assignments: [{ id: 'a', name: 'checked', value: 'yes', type: 'string' }] },
        includeOtherFields: true,
        options: {},
      }),
      riskNode(measured.risk, [400, 200], null),
      benchNode(measured.table, 'n8n-nodes-steward.decisionTable', 1, [400, 300], {
        table: JSON.stringify(refundLimits()),
      }),
      benchNode(measured.if, 'n8n-nodes-base.if', 2.2, [400, 400], {
        conditions: {
          options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
          combinator: 'and',
          conditions: [
            {
              id: 'c',
              leftValue: '={{ $json.order.amount }}',
              rightValue: 500,
              operator: { type: 'number', operation: 'gte' },
            },
          ],
        },
        options: {},
      }),
    ],
    connections: { Start: leadsTo('Items'), Items: leadsTo(...Object.values(measured)) },
    pinData: { Start: [{ json: { requests } }] },
  };
}
