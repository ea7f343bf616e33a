import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Journey, JsonObject, N8nWorkflow } from '../../engine/index.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { startN8n } from '../e2e/harness/start-n8n.ts';
import { createWorkflow, waitForExecution, type Execution } from '../e2e/harness/workflows.ts';
import { createHubCredential } from '../scale/recording-workflow.ts';
import { startInstantHub } from './instant-hub.ts';
import { median } from './median.ts';
import { refundRequests } from './refund-requests.ts';

/** Milliseconds that each node took, as n8n's own execution data says: medians over the repetitions. */
export interface NodeBench {
  itemCount: number;
  repetitions: number;
  riskMs: number;
  /** The same with every decision recorded in a hub that answers at once. */
  riskRecordedMs: number;
  /** Calls to the hub of one execution. */
  hubCalls: number;
  tableMs: number;
  setMs: number;
  ifMs: number;
  /** Items per output of the Risk node, the gravest level first. */
  levels: number[];
}

const measured = {
  risk: 'Risk Classification',
  recorded: 'Risk, recorded',
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
  const hub = await startInstantHub();
  try {
    const credential = await createHubCredential(n8n.session, hub.url, 'stw_bench_key');
    const { id } = await createWorkflow(n8n.session, workflow(refundRequests(itemCount), credential));
    const times: Record<string, number[]> = {};
    let levels: number[] = [];
    let hubCalls = 0;
    // The first run loads the nodes and warms up the engine; it does not count.
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      const callsBefore = hub.calls();
      const { status, nodes, error } = await runPatiently(n8n.session, id);
      hubCalls = hub.calls() - callsBefore;
      if (status !== 'success') throw new Error(`the execution ended with ${status}: ${JSON.stringify(error)}`);
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
      riskRecordedMs: medianOf(measured.recorded),
      hubCalls,
      tableMs: medianOf(measured.table),
      setMs: medianOf(measured.set),
      ifMs: medianOf(measured.if),
      levels,
    };
  } finally {
    await n8n.stop();
    await hub.close();
  }
}

/** Chosen: 700, longer than the nodes before If take; a question while that one runs waits for its end anyway. */
const undisturbedMs = 700;

/**
 * Runs the workflow from its start and waits for its end. The If node keeps n8n busy for seconds, and n8n then drops
 * idle connections before it answers on them: such a question is asked again.
 */
async function runPatiently(session: N8nSession, id: string): Promise<Execution> {
  const start = { triggerToStartFrom: { name: 'Start' } };
  const ask = () => session.request('POST', `/rest/workflows/${id}/run`, start);
  const answer = await ask().catch(ask);
  const { data } = answer.body as { data?: { executionId?: string } };
  if (!data?.executionId)
    throw new Error(`n8n did not start the workflow: ${answer.status} ${JSON.stringify(answer.body)}`);
  // n8n answers questions in the same thread: asked every 50 ms, it would answer in the midst of a node that waits for a hub.
  await sleep(undisturbedMs);
  for (let attempt = 1; ; attempt++) {
    try {
      return await waitForExecution(session, data.executionId);
    } catch (error) {
      if (!(error instanceof TypeError) || attempt === 10) throw error;
    }
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

function workflow(requests: JsonObject[], credentialId: string): N8nWorkflow {
  const node = (name: string, type: string, typeVersion: number, x: number, y: number, parameters: JsonObject) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    type,
    typeVersion,
    position: [x, y] as [number, number],
    parameters,
  });
  return {
    name: 'Bench',
    nodes: [
      node('Start', 'n8n-nodes-base.manualTrigger', 1, 0, 0, {}),
      node('Items', 'n8n-nodes-base.splitOut', 1, 200, 0, { fieldToSplitOut: 'requests', options: {} }),
      node(measured.set, 'n8n-nodes-base.set', 3.4, 400, 0, {
        assignments: { assignments: [{ id: 'a', name: 'checked', value: 'yes', type: 'string' }] },
        includeOtherFields: true,
        options: {},
      }),
      node(measured.risk, 'n8n-nodes-steward.riskClassification', 1, 400, 200, {}),
      {
        ...node(measured.recorded, 'n8n-nodes-steward.riskClassification', 1, 400, 250, {
          record: 'hub',
          subjectField: 'customer.id',
        }),
        credentials: { stewardHubApi: { id: credentialId, name: 'Steward hub' } },
      },
      node(measured.table, 'n8n-nodes-steward.decisionTable', 1, 400, 300, {
        table: JSON.stringify(refundLimits()),
      }),
      node(measured.if, 'n8n-nodes-base.if', 2.2, 400, 400, {
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
    connections: {
      Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
      Items: { main: [Object.values(measured).map((name) => ({ node: name, type: 'main', index: 0 }))] },
    },
    pinData: { Start: [{ json: { requests } }] },
  };
}
