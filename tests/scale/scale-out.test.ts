import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionStream, type LedgerEntry } from '../../engine/index.ts';
import { runSteward } from '../cli/run-steward.ts';
import { createWorkflow, listExecutions, publishWorkflow, waitForExecution } from '../e2e/harness/workflows.ts';
import { startPostgres } from '../stores/postgres-server.ts';
import { startHubProcess, type HubProcess } from '../processes/hub-process.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { callOften } from './calls.ts';
import { startQueuedN8n, type QueuedN8n } from './n8n-queue.ts';
import { createHubCredential, recordingWorkflow, webhookPath } from './recording-workflow.ts';
import { startRedis, type TestRedis } from './redis.ts';

const calls = 300;
const requestsPerCall = 3;

const folder = mkdtempSync(join(tmpdir(), 'steward-scale-'));
const stops: (() => Promise<void>)[] = [];
let hubs: HubProcess[];
let balancer: Balancer;
let n8n: QueuedN8n;
let databaseUrl: string;

beforeAll(async () => {
  const postgres = await startPostgres();
  stops.push(() => postgres.stop());
  databaseUrl = await postgres.createDatabase('steward');
  const redis: TestRedis = await startRedis(join(folder, 'redis'));
  stops.push(() => redis.stop());

  const settings = { STEWARD_DATABASE_URL: databaseUrl, STEWARD_MASTER_KEY: randomBytes(32).toString('base64') };
  const first = await startHubProcess({ folder, name: 'hub-1', settings });
  stops.push(() => first.stop());
  const second = await startHubProcess({ folder, name: 'hub-2', settings, apiKey: first.apiKey });
  stops.push(() => second.stop());
  hubs = [first, second];
  balancer = await startBalancer(hubs.map(({ baseUrl }) => baseUrl));
  stops.push(() => balancer.stop());

  n8n = await startQueuedN8n({
    folder,
    workers: 2,
    redisPort: redis.port,
    postgresUrl: await postgres.createDatabase('n8n'),
  });
  stops.push(() => n8n.stop());
});

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('n8n in queue mode with two hubs on one PostgreSQL', () => {
  it('records every decision once, in one chain, while a hub restarts', async () => {
    const credential = await createHubCredential(n8n.session, `${balancer.baseUrl}/steward`, hubs[0]?.apiKey ?? '');
    const { id, versionId } = await createWorkflow(n8n.session, recordingWorkflow(credential));
    await publishWorkflow(n8n.session, id, versionId);

    await expectFirstCall(id);
    const answers = callOften(webhookUrl(), { calls, requestsPerCall });
    await answers.reached(calls / 4);
    await hubs[0]?.stop();
    await answers.reached(calls / 2);
    await hubs[0]?.ensureRunning();
    await answers.reached((calls * 5) / 8);
    await hubs[1]?.kill();
    await answers.reached((calls * 3) / 4);
    await hubs[1]?.ensureRunning();
    const statuses = await answers.all();
    const failed = statuses.some((status) => status !== 200) ? await whyFailed(id) : [];
    // A node whose request the first hub refused while it started, and whose second hub then died, gets a 502 from the
    // balancer, and tries again; that a hub fails is another matter.
    expect(balancer.refusals).toEqual([]);
    expect({ statuses, failed }).toEqual({ statuses: Array.from({ length: calls }, () => 200), failed: [] });

    // The first call recorded one; every other call as many as it had requests.
    const entries = (await exportedEntries()).slice(1);
    const perExecution = new Map<string | null, number>();
    for (const { record } of entries)
      if (record.kind === 'decision') perExecution.set(record.execution, (perExecution.get(record.execution) ?? 0) + 1);
    expect(perExecution.size).toBe(calls);
    expect(new Set(perExecution.values())).toEqual(new Set([requestsPerCall]));
    expect(new Set(entries.map(({ record }) => record.key)).size).toBe(calls * requestsPerCall);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 2));
  });

  it('has a chain that verifies, to which both hubs and both workers have added', async () => {
    const run = await runSteward(['ledger', 'verify', '--database', databaseUrl]);
    expect(run).toMatchObject({ code: 0 });
    for (const answered of balancer.answered) expect(answered).toBeGreaterThan(calls / 10);
    for (const worker of [0, 1]) expect(n8n.executionsOf(worker)).toBeGreaterThan(calls / 10);
  });
});

/** A workflow that does not run at all says why, before hundreds of calls fail alike. */
async function expectFirstCall(workflowId: string): Promise<void> {
  const [status] = await callOften(webhookUrl(), { calls: 1, requestsPerCall: 1, from: calls }).all();
  if (status !== 200) throw new Error(`the workflow fails: ${(await whyFailed(workflowId)).join('; ')}`);
}

/** What n8n keeps of the executions that failed. */
async function whyFailed(workflowId: string): Promise<string[]> {
  const executions = await listExecutions(n8n.session, workflowId, calls + 1);
  const failed = executions.filter(({ status }) => status !== 'success').slice(0, 5);
  return Promise.all(
    failed.map(async ({ id, status }) => {
      const { error, nodes } = await waitForExecution(n8n.session, id);
      const nodeErrors = Object.values(nodes).flatMap((runs) => runs.map((run) => run.error));
      return `${id} ${status}: ${JSON.stringify([error, ...nodeErrors]).slice(0, 1_000)}`;
    }),
  );
}

const webhookUrl = (): string => `${n8n.baseUrl}/webhook/${webhookPath}`;

async function exportedEntries(): Promise<LedgerEntry[]> {
  const { out } = await runSteward(['ledger', 'export', '--database', databaseUrl, '--stream', decisionStream]);
  return out
    .split('\n')
    .filter((line) => line.startsWith('{"entry":'))
    .map((line) => (JSON.parse(line) as { entry: LedgerEntry }).entry);
}
