import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { N8nWorkflow } from '../../engine/index.ts';
import { provideHubCredential } from '../../host/hub-credential.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { createWorkflow, publishWorkflow } from '../e2e/harness/workflows.ts';
import { startHubProcess } from '../processes/hub-process.ts';
import { createHubCredential } from '../scale/recording-workflow.ts';
import { benchNode, itemsNode, leadsTo, riskNode } from './bench-workflow.ts';
import { refundRequests } from './refund-requests.ts';
import { spreadOf, type Spread } from './spread.ts';

/** What recording costs whoever waits for a workflow: milliseconds from the request until its answer. */
export interface RecordingExecutionBench {
  /** Executions of each kind that count. */
  repetitions: number;
  plainMs: Spread;
  /** Recorded in the hub that is mounted in the same n8n, as `npm start` mounts it. */
  mountedMs: Spread;
  mountedRatio: Spread;
  /** Recorded in a hub that is a process of its own. */
  standaloneMs: Spread;
  standaloneRatio: Spread;
}

const kinds = ['plain', 'mounted', 'standalone'] as const;
type Kind = (typeof kinds)[number];

/** Rounds before those that count. */
const warmUps = 3;

/**
 * Calls a workflow that takes the items of its request, decides each by Risk Classification and answers when all is done:
 * without recording, and recorded in a real hub that answers when everything is on disk. In turns, so that what else the
 * machine does meets all of them.
 * @param session of an n8n with a hub mounted
 */
export async function benchRecordingExecution(
  session: N8nSession,
  itemCount: number,
  repetitions: number,
): Promise<RecordingExecutionBench> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  const hub = await startHubProcess({
    folder,
    settings: {
      STEWARD_DATABASE_FILE: join(folder, 'steward.sqlite'),
      STEWARD_MASTER_KEY: randomBytes(32).toString('base64'),
      STEWARD_LOG_LEVEL: 'error',
    },
  });
  try {
    const { credentialId } = await provideHubCredential(session, join(folder, 'credential.json'));
    const credentials: Record<Kind, string | null> = {
      plain: null,
      mounted: credentialId,
      standalone: await createHubCredential(session, `${hub.baseUrl}/steward`, hub.apiKey),
    };
    for (const kind of kinds) {
      const { id, versionId } = await createWorkflow(session, workflow(kind, credentials[kind]));
      await publishWorkflow(session, id, versionId);
    }
    const body = JSON.stringify({ requests: refundRequests(itemCount) });
    const times: Record<Kind, number[]> = { plain: [], mounted: [], standalone: [] };
    for (let round = -warmUps; round < repetitions; round++) {
      for (const kind of kinds) {
        const timeMs = await call(`${session.baseUrl}/webhook/${pathOf(kind)}`, body);
        if (round >= 0) times[kind].push(timeMs);
      }
    }
    const ratioOf = (kind: Kind) => spreadOf(times[kind].map((time, round) => time / (times.plain[round] as number)));
    return {
      repetitions,
      plainMs: spreadOf(times.plain),
      mountedMs: spreadOf(times.mounted),
      mountedRatio: ratioOf('mounted'),
      standaloneMs: spreadOf(times.standalone),
      standaloneRatio: ratioOf('standalone'),
    };
  } finally {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function call(url: string, body: string): Promise<number> {
  const begunAt = performance.now();
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`the workflow answered ${answer.status}: ${text}`);
  return performance.now() - begunAt;
}

const pathOf = (kind: Kind): string => `bench-recording-${kind}`;

function workflow(kind: Kind, credentialId: string | null): N8nWorkflow {
  const webhook = benchNode('Requests', 'n8n-nodes-base.webhook', 2.1, [0, 0], {
    path: pathOf(kind),
    httpMethod: 'POST',
    responseMode: 'lastNode',
    responseData: 'noData',
  });
  return {
    name: `Bench of recording: ${kind}`,
    nodes: [
      { ...webhook, webhookId: createHash('sha256').update(kind).digest('hex').slice(0, 32) },
      itemsNode('body.requests'),
      riskNode('Risk', [400, 0], credentialId),
    ],
    connections: { Requests: leadsTo('Items'), Items: leadsTo('Risk') },
    settings: { executionOrder: 'v1' },
  };
}
