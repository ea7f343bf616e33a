import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nSession } from '../../host/n8n-session.ts';
import { waitForExecution, type Execution } from '../e2e/harness/workflows.ts';

/** Chosen: 700, longer than the nodes before If take; a question while that one runs waits for its end anyway. */
const undisturbedMs = 700;

/**
 * Runs the workflow from its start and waits for its end. A node that keeps n8n busy for seconds lets it drop idle connections
 * before it answers on them: such a question is asked again.
 */
export async function runPatiently(session: N8nSession, id: string): Promise<Execution> {
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
      const execution = await waitForExecution(session, data.executionId);
      if (execution.status === 'success') return execution;
      throw new Error(`the execution ended with ${execution.status}: ${JSON.stringify(execution.error)}`);
    } catch (error) {
      if (!(error instanceof TypeError) || attempt === 10) throw error;
    }
  }
}
