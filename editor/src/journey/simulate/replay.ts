import {
  stepType,
  webhookItem,
  type JsonObject,
  type Journey,
  type Simulation,
  type StepContext,
  type StepOutcome,
} from '../../../../engine/index.ts';

/** What one step got and did, on one customer's way. */
export interface Visit {
  step: string;
  /** The item as it came to the step. */
  item: JsonObject;
  outcome: StepOutcome | null;
}

/**
 * Goes a simulated customer's way once more and keeps the item at every step. A simulation itself does not keep them:
 * thousands of customers would not fit.
 */
export function replay(journey: Journey, customer: JsonObject, simulation: Simulation, context: StepContext): Visit[] {
  const passed = new Set(simulation.links);
  const after = new Map<string, JsonObject>();
  return simulation.path.flatMap((id): Visit[] => {
    const step = journey.steps.find((entry) => entry.id === id);
    if (step === undefined) return [];
    const before = journey.links.find(
      (link) => link.to.step === id && passed.has(link.id) && after.has(link.from.step),
    );
    const item = (before && after.get(before.from.step)) ?? startItem(step.type, customer);
    const outcome = step.disabled === true ? null : stepType(step).simulate(step, item, context);
    after.set(id, outcome === null || outcome.kind === 'error' ? item : outcome.item);
    return [{ step: id, item, outcome }];
  });
}

/** The simulator hands a webhook what n8n makes of a call, and any other start the customer as it is. */
function startItem(type: string, customer: JsonObject): JsonObject {
  return type === 'webhook-trigger' ? webhookItem(customer) : customer;
}
