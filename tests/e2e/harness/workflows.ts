import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject, N8nWorkflow } from '../../../engine/index.ts';
import type { Answer, N8nSession } from '../../../host/n8n-session.ts';
import { unflatten } from './unflatten.ts';

/** Stores a workflow; its new id. */
export async function createWorkflow(
  session: N8nSession,
  workflow: N8nWorkflow,
): Promise<{ id: string; versionId: string }> {
  const { id, versionId } = data(
    await session.request('POST', '/rest/workflows', { settings: {}, ...workflow, id: undefined }),
  );
  return { id: String(id), versionId: String(versionId) };
}

/** Publishes a stored workflow and waits until its webhooks answer. */
export async function publishWorkflow(session: N8nSession, id: string, versionId: string): Promise<void> {
  data(await session.request('POST', `/rest/workflows/${id}/activate`, { versionId }));
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await session.request('GET', `/rest/workflows/${id}/publication-status`);
    if (answer.status === 404) return;
    const { status } = data(answer);
    if (status === 'published') return;
    if (status === 'failed' || status === 'partial')
      throw new Error(`Publishing failed: ${JSON.stringify(answer.body)}`);
    await sleep(100);
  }
  throw new Error(`Workflow ${id} was not live after 10 s.`);
}

/** What one node did in an execution. */
export interface NodeRun {
  /** Items per output, `json` only. */
  outputs: JsonObject[][];
  error: JsonObject | null;
  executionTimeMs: number;
}

export interface Execution {
  id: string;
  status: string;
  /** Runs by node name, in the order in which they happened. */
  nodes: Record<string, NodeRun[]>;
  lastNode: string | null;
  error: JsonObject | null;
}

/** Runs a stored workflow from its trigger, as the button in n8n's editor does, and waits for its end. */
export async function runWorkflow(session: N8nSession, id: string, triggerName: string): Promise<Execution> {
  const started = data(
    await session.request('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name: triggerName } }),
  );
  return waitForExecution(session, String(started['executionId']));
}

/** n8n lists at most so many executions at once. */
const executionsPerPage = 100;

/** The newest executions of a workflow, newest first. */
export async function listExecutions(
  session: N8nSession,
  workflowId: string,
  limit = 20,
): Promise<{ id: string; status: string }[]> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  const listed: { id: string; status: string }[] = [];
  for (;;) {
    const before = listed.at(-1);
    const query = `filter=${filter}&limit=${executionsPerPage}${before === undefined ? '' : `&lastId=${before.id}`}`;
    const { results } = data(await session.request('GET', `/rest/executions?${query}`));
    const page = (results as JsonObject[]).map(({ id, status }) => ({ id: String(id), status: String(status) }));
    listed.push(...page);
    if (page.length < executionsPerPage || listed.length >= limit) return listed.slice(0, limit);
  }
}

/** Waits until an execution has ended and reads all of its data. */
export async function waitForExecution(session: N8nSession, id: string, timeoutMs = 60_000): Promise<Execution> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await session.request('GET', `/rest/executions/${id}`);
    const execution = answer.status === 200 ? data(answer) : {};
    if (['success', 'error', 'crashed', 'canceled'].includes(String(execution['status'])))
      return readExecution(execution);
    if (Date.now() > deadline)
      throw new Error(`Execution ${id} has not ended: ${JSON.stringify(execution['status'] ?? answer.body)}`);
    await sleep(50);
  }
}

interface StoredRun {
  executionTime?: number;
  error?: JsonObject;
  data?: { main?: ({ json: JsonObject }[] | null)[] };
}

function readExecution(execution: JsonObject): Execution {
  const stored = unflatten(String(execution['data'])) as {
    resultData?: { runData?: Record<string, StoredRun[]>; lastNodeExecuted?: string; error?: JsonObject };
  };
  const { runData = {}, lastNodeExecuted, error } = stored.resultData ?? {};
  return {
    id: String(execution['id']),
    status: String(execution['status']),
    nodes: Object.fromEntries(Object.entries(runData).map(([name, runs]) => [name, runs.map(readRun)])),
    lastNode: lastNodeExecuted ?? null,
    error: error ?? null,
  };
}

function readRun(run: StoredRun): NodeRun {
  return {
    outputs: (run.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json)),
    error: run.error ?? null,
    executionTimeMs: run.executionTime ?? 0,
  };
}

function data(answer: Answer): JsonObject {
  const body = answer.body as { data?: JsonObject };
  if (answer.status >= 200 && answer.status < 300 && body.data !== undefined) return body.data;
  throw new Error(`n8n answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
