import type { JsonObject, N8nWorkflow } from '../../engine/index.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { createWorkflow } from '../e2e/harness/workflows.ts';
import { createHubCredential } from '../scale/recording-workflow.ts';
import { benchNode, itemsNode, leadsTo, riskNode } from './bench-workflow.ts';
import { startInstantHub } from './instant-hub.ts';
import { refundRequests } from './refund-requests.ts';
import { runPatiently } from './run-patiently.ts';
import { spreadOf, type Spread } from './spread.ts';

/** What recording costs the node itself: milliseconds as n8n's own execution data says. */
export interface RecordingNodeBench {
  /** Executions that count; each runs the node once without recording and once with it. */
  repetitions: number;
  plainMs: Spread;
  recordedMs: Spread;
  /** Of each execution by itself: what else the machine does at that moment slows both. */
  ratio: Spread;
  /** Calls to the hub of one execution. */
  hubCalls: number;
}

const plain = 'Risk';
const recorded = 'Risk, recorded';

/** Executions before those that count, until n8n's engine has compiled what is measured. */
const warmUps = 4;

/**
 * Runs the same items through Risk Classification without recording and with it, in turns first and second, since the node
 * that runs second finds the memory fuller. The hub answers at once, and keeps nothing.
 */
export async function benchRecordingNode(
  session: N8nSession,
  itemCount: number,
  repetitions: number,
): Promise<RecordingNodeBench> {
  const hub = await startInstantHub();
  try {
    const credential = await createHubCredential(session, hub.url, 'stw_bench_key');
    const requests = refundRequests(itemCount);
    const ids: string[] = [];
    for (const order of [
      [plain, recorded],
      [recorded, plain],
    ])
      ids.push((await createWorkflow(session, workflow(requests, order, credential))).id);
    const times: { plainMs: number; recordedMs: number }[] = [];
    let hubCalls = 0;
    for (let run = -warmUps; run < repetitions; run++) {
      const callsBefore = hub.calls();
      const { nodes } = await runPatiently(session, ids[Math.abs(run) % ids.length] as string);
      hubCalls = hub.calls() - callsBefore;
      const timeOf = (name: string) => {
        const [ran] = nodes[name] ?? [];
        if (ran?.outputs.flat().length !== itemCount) throw new Error(`${name} lost items`);
        return ran.executionTimeMs;
      };
      if (run >= 0) times.push({ plainMs: timeOf(plain), recordedMs: timeOf(recorded) });
    }
    return {
      repetitions,
      plainMs: spreadOf(times.map((time) => time.plainMs)),
      recordedMs: spreadOf(times.map((time) => time.recordedMs)),
      ratio: spreadOf(times.map((time) => time.recordedMs / time.plainMs)),
      hubCalls,
    };
  } finally {
    await hub.close();
  }
}

function workflow(requests: JsonObject[], order: readonly string[], credentialId: string): N8nWorkflow {
  return {
    name: `Bench of recording: ${order.join(', ')}`,
    nodes: [
      benchNode('Start', 'n8n-nodes-base.manualTrigger', 1, [0, 0], {}),
      itemsNode('requests'),
      ...order.map((name, index) => riskNode(name, [400, index * 100], name === recorded ? credentialId : null)),
    ],
    connections: { Start: leadsTo('Items'), Items: leadsTo(...order) },
    pinData: { Start: [{ json: { requests } }] },
  };
}
