import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { stepContext, stepParams, type JourneyPorts } from '../compile.ts';
import type { Journey } from '../model.ts';
import type { StepContext } from '../step-type.ts';
import { opaqueNode } from '../steps/opaque.ts';
import { webhookItem } from '../steps/webhook-trigger.ts';
import { planJourney, type Plan, type PlannedStep, type Way } from './plan.ts';
import { runStep, type StepRun } from './run-step.ts';
import type { Simulation } from './simulation.ts';
import { WaitingSteps, type Task } from './waiting.ts';

/**
 * Steps that one customer's execution may run. Chosen: 1,000, because a journey has at most 300 steps, and a loop that has
 * not ended by then would not end in n8n either.
 */
export const mostRuns = 1000;

/**
 * Says what n8n would do with one customer: the same steps in the same order, the same decisions, the same answer. Known
 * steps are run by the engine functions that the nodes call; of opaque ones nothing is known, see `Simulation.assumptions`.
 *
 * @param customer what a caller would post to the journey's webhook.
 * @returns never fails: what goes wrong is in `error`, as it would stop the execution in n8n. `no_trigger` when nothing
 *   starts the journey, `loop_without_end` after 1,000 runs, `link_target_missing` where n8n finds no node.
 * @example simulateJourney(journey, { amount: 20 }, { packs: rulePacks }).outcome // { status: 200, body: { outcome: 'paid' } }
 */
export function simulateJourney(journey: Journey, customer: JsonObject, ports: JourneyPorts): Simulation {
  const plan = planJourney(journey);
  const simulation = emptySimulation();
  if (plan.trigger === null) simulation.error = errorIssue('no_trigger', []);
  else execute(plan, plan.trigger, customer, stepContext(journey, ports), simulation);
  return simulation;
}

function emptySimulation(): Simulation {
  return {
    path: [],
    links: [],
    outcome: null,
    answeredBy: null,
    end: null,
    decisions: [],
    error: null,
    assumptions: [],
  };
}

function execute(
  plan: Plan,
  trigger: PlannedStep,
  customer: JsonObject,
  context: StepContext,
  simulation: Simulation,
): void {
  const waiting = new WaitingSteps();
  const tasks: Task[] = [{ planned: trigger, inputs: [[startItem(trigger, customer)]] }];
  for (let task = tasks.shift(); task !== undefined && simulation.error === null; task = tasks.shift()) {
    const { planned, inputs } = task;
    if (simulation.path.length >= mostRuns) {
      simulation.error = issueAt(planned, 'loop_without_end', { limit: mostRuns });
      return;
    }
    const run = runStep(planned, inputs, context);
    record(simulation, planned, run);
    // A step with nothing to do is not counted, and n8n does not look for waiting steps after it.
    if (run.outputs === null) continue;
    if (planned.missingTarget !== null) {
      simulation.error = issueAt(planned, 'link_target_missing', { target: planned.missingTarget });
      return;
    }
    enqueue(plan, planned, run.outputs, tasks, waiting, simulation);
    const next = tasks.length === 0 ? waiting.next(plan) : null;
    if (next !== null) tasks.push(next);
  }
}

/** What the trigger's node gives for a call. */
function startItem(trigger: PlannedStep, customer: JsonObject): JsonObject {
  const isWebhook =
    trigger.step.type === 'webhook-trigger' || opaqueNode(trigger.step)['type'] === 'n8n-nodes-base.webhook';
  return isWebhook ? webhookItem(customer) : customer;
}

function record(simulation: Simulation, planned: PlannedStep, run: StepRun): void {
  const { step } = planned;
  if (run.outputs === null && run.error === null) return;
  simulation.path.push(step.id);
  if (simulation.answeredBy === null) simulation.end = step.id;
  for (const decision of run.decisions) simulation.decisions.push({ ...decision, step: step.name });
  if (run.assumed && !simulation.assumptions.includes(step.id)) simulation.assumptions.push(step.id);
  // The first answer is the one that the caller gets.
  if (run.response !== null && simulation.answeredBy === null) {
    simulation.outcome = run.response;
    simulation.answeredBy = step.id;
    simulation.end = step.id;
  }
  if (run.error !== null) {
    simulation.error = { ...run.error, params: { ...run.error.params, ...stepParams(step) } };
    simulation.end = step.id;
  }
}

function enqueue(
  plan: Plan,
  planned: PlannedStep,
  outputs: readonly JsonObject[][],
  tasks: Task[],
  waiting: WaitingSteps,
  simulation: Simulation,
): void {
  const taken = planned.ways.filter(({ output, input }) => {
    const items = outputs[output];
    return items !== undefined && (items.length > 0 || (input > 0 && !plan.isDepthFirst));
  });
  for (const way of plan.isDepthFirst ? taken.sort(lastFirst) : taken) {
    const items = outputs[way.output] ?? [];
    if (items.length > 0) simulation.links.push(way.link);
    const task =
      way.target.inputCount > 1
        ? waiting.arrive(way.target, way.input, items)
        : { planned: way.target, inputs: [items] };
    if (task === null) continue;
    if (plan.isDepthFirst) tasks.unshift(task);
    else tasks.push(task);
  }
}

/** The lowest first, then the rightmost: each is put before the ones already there, so the topmost runs first. @source n8n-core 2.40.3 */
function lastFirst({ target: left }: Way, { target: right }: Way): number {
  const [a, b] = [left.step.position, right.step.position];
  return b.y - a.y || b.x - a.x;
}

function issueAt(planned: PlannedStep, code: string, params: Issue['params']): Issue {
  return errorIssue(code, [], { ...params, ...stepParams(planned.step) });
}
