import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { simulateJourney, type Journey, type JsonObject, type Simulation } from '../../engine/index.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { rulePacks } from '../../rules/index.ts';
import { createJourney, publishJourney } from './harness/hub.ts';
import { sharedSession } from './harness/shared-session.ts';
import { listExecutions, waitForExecution, type Execution } from './harness/workflows.ts';

// The promise of the product: what runs is what was simulated. 200 customers go through the simulator and through the
// webhook of the published workflow, and every one of them has to take the same path and get the same answer.

const example = JSON.parse(
  readFileSync(new URL('../../examples/refund-triage/journey.json', import.meta.url), 'utf8'),
) as Journey;
const customers = refundCustomers(200);

/** The example under an id and a webhook path of this test's own: other tests publish it too. */
const journey: Journey = {
  ...example,
  id: `${example.id}-e2e`,
  steps: example.steps.map((step) =>
    step.type === 'webhook-trigger' ? { ...step, parameters: { ...step.parameters, path: 'refund-triage-e2e' } } : step,
  ),
};
const nameOf = new Map(journey.steps.map((step) => [step.id, step.name]));
const simulated = customers.map((customer) => simulateJourney(journey, customer, { packs: rulePacks }));

interface Answered {
  status: number;
  body: unknown;
}

let session: N8nSession;
let workflowId: string;
const answers: Answered[] = [];
const executions: Execution[] = [];

beforeAll(async () => {
  session = sharedSession();
  const stored = await createJourney(session, journey);
  const publication = await publishJourney(session, stored.document.id, stored.revision);
  workflowId = publication.workflowId;
  const url = Object.values(publication.webhookUrls)[0] as string;
  for (const customer of customers) answers.push(await post(url, customer));
  executions.push(...(await executionsInOrder(customers.length)));
});

describe('the refund example, simulated and in n8n', () => {
  it('reaches every end that the journey has for these customers', () => {
    const ends = new Set(simulated.map((simulation) => simulation.end));
    expect(ends.size).toBeGreaterThanOrEqual(4);
    expect(simulated.map((simulation) => simulation.error).filter((error) => error !== null)).toEqual([]);
  });

  it('gives all 200 customers the answer that was simulated', () => {
    expect(answers).toEqual(simulated.map(({ outcome }) => ({ status: outcome?.status, body: outcome?.body })));
  });

  it('takes all 200 customers along the path that was simulated', () => {
    expect(executions.map(pathOf)).toEqual(simulated.map(({ path }) => path.map((id) => nameOf.get(id))));
  });

  it('writes the decisions that were simulated into the items', () => {
    expect(executions.map(decisionsOf)).toEqual(simulated.map(decisionsThatItemsHold));
  });
});

async function post(url: string, customer: JsonObject): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(customer),
  });
  return { status: response.status, body: await response.json() };
}

/** The executions of the calls, first call first; n8n may write the last ones a moment after it answered. */
async function executionsInOrder(count: number): Promise<Execution[]> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const found = await listExecutions(session, workflowId, count + 1);
    if (found.length >= count) {
      const ids = found.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
      return Promise.all(ids.map((id) => waitForExecution(session, id)));
    }
    await sleep(200);
  }
  throw new Error(`n8n lists fewer than ${count} executions`);
}

/** Names of the nodes in the order in which they ran. */
function pathOf(execution: Execution): string[] {
  return Object.keys(execution.nodes);
}

function decisionsOf(execution: Execution): unknown {
  const last = execution.nodes[execution.lastNode ?? '']?.at(-1)?.outputs[0]?.[0];
  return (last?.['steward'] as JsonObject | undefined)?.['decisions'];
}

/** Items carry the step's name with each decision, as the simulation does. */
function decisionsThatItemsHold(simulation: Simulation): unknown {
  return simulation.decisions;
}
