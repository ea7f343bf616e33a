import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  handoffPlaybook,
  loadTextModel,
  readsTexts,
  simulateJourney,
  type Journey,
  type JourneyPorts,
  type JsonObject,
  type Simulation,
} from '../../../engine/index.ts';
import type { N8nSession } from '../../../host/n8n-session.ts';
import { playbooks, rulePacks } from '../../../rules/index.ts';
import { textModelDocument } from '../../../rules/text-model.ts';
import { createJourney, publishJourney } from './hub.ts';
import { listExecutions, waitForExecution, type Execution } from './workflows.ts';

/** What a caller of a webhook got. */
export interface Answered {
  status: number;
  body: unknown;
}

/** The same customers, through the simulator and through the webhook of the published workflow. */
export interface ExampleRun {
  journey: Journey;
  workflowId: string;
  simulated: Simulation[];
  answers: Answered[];
  /** In the order of the calls. */
  executions: Execution[];
}

/** An example under an id and a webhook path of the test's own: other tests publish it too. */
export function exampleJourney(name: string, purpose = 'e2e'): Journey {
  const file = new URL(`../../../examples/${name}/journey.json`, import.meta.url);
  const example = JSON.parse(readFileSync(file, 'utf8')) as Journey;
  return {
    ...example,
    id: `${example.id}-${purpose}`,
    steps: example.steps.map((step) =>
      step.type === 'webhook-trigger'
        ? { ...step, parameters: { ...step.parameters, path: `${name}-${purpose}` } }
        : step,
    ),
  };
}

/** Publishes the journey, and sends every customer both ways, one after the other. */
export async function runExample(
  session: N8nSession,
  journey: Journey,
  customers: readonly JsonObject[],
): Promise<ExampleRun> {
  const stored = await createJourney(session, journey);
  const publication = await publishJourney(session, stored.document.id, stored.revision);
  const url = Object.values(publication.webhookUrls)[0] as string;
  const ports = portsFor(journey);
  const simulated = customers.map((customer) => simulateJourney(journey, customer, ports));
  const answers: Answered[] = [];
  for (const customer of customers) answers.push(await post(url, customer));
  const executions = await executionsInOrder(session, publication.workflowId, customers.length);
  return { journey, workflowId: publication.workflowId, simulated, answers, executions };
}

/** What a simulation of the journey needs, today. */
function portsFor(journey: Journey): JourneyPorts {
  return {
    packs: rulePacks,
    day: new Date().toISOString().slice(0, 10),
    ...(readsTexts(journey) && {
      textModel: loadTextModel(textModelDocument),
      playbook: playbooks[handoffPlaybook],
    }),
  };
}

/** Names of the nodes in the order in which they ran. */
export function pathOf(execution: Execution): string[] {
  return Object.keys(execution.nodes);
}

/** The same of a simulation. */
export function simulatedPathOf({ steps }: Journey, { path }: Simulation): (string | undefined)[] {
  return path.map((id) => steps.find((step) => step.id === id)?.name);
}

/**
 * The decisions that the last item carries. Items carry the step's name with each decision, as the simulation does, and where
 * it stands in the ledger, which the simulation cannot know.
 */
export function decisionsOf(execution: Execution): unknown {
  const last = execution.nodes[execution.lastNode ?? '']?.at(-1)?.outputs[0]?.[0];
  const decisions = (last?.['steward'] as JsonObject | undefined)?.['decisions'] as JsonObject[] | undefined;
  return decisions?.map(({ ledger: _, ...decision }) => decision);
}

async function post(url: string, customer: JsonObject): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(customer),
  });
  return { status: response.status, body: await response.json() };
}

/** The executions of the calls, first call first; n8n may write the last ones a moment after it answered. */
async function executionsInOrder(session: N8nSession, workflowId: string, count: number): Promise<Execution[]> {
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
