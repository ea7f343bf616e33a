import type { JsonObject } from '../../json.ts';
import type { Plan, PlannedStep } from './plan.ts';

/** What stands at the inputs of a step; null where nothing came (yet). */
export type Inputs = (JsonObject[] | null)[];

/** A step that is to run. */
export interface Task {
  planned: PlannedStep;
  inputs: Inputs;
}

/**
 * Steps with several inputs, until something stands at each of them.
 *
 * @source n8n-core 2.40.3, workflow-execute.js: addNodeToBeExecuted, and the end of the loop in processRunExecutionData
 */
export class WaitingSteps {
  readonly #tasks = new Map<PlannedStep, Inputs[]>();

  /** Puts items to an input; gives the task when the step has all that it waits for. */
  arrive(planned: PlannedStep, input: number, items: JsonObject[]): Task | null {
    const waiting = this.#tasks.get(planned) ?? [];
    this.#tasks.set(planned, waiting);
    let inputs = waiting.find((candidate) => candidate[input] === null);
    if (inputs === undefined) waiting.push((inputs = new Array<JsonObject[] | null>(planned.inputCount).fill(null)));
    inputs[input] = items;
    if (inputs.includes(null)) return null;
    this.#remove(planned, inputs);
    return { planned, inputs };
  }

  /** When nothing else is to be done: a step that runs with what it has. Steps behind other waiting ones wait on. */
  next(plan: Plan): Task | null {
    for (const [planned, [inputs]] of this.#tasks) {
      if (inputs === undefined || this.#isBehindWaiting(planned, plan)) continue;
      this.#remove(planned, inputs);
      const filled = inputs.map((items) => items ?? []);
      if (filled.some((items) => items.length > 0)) return { planned, inputs: filled };
    }
    return null;
  }

  #remove(planned: PlannedStep, inputs: Inputs): void {
    const rest = (this.#tasks.get(planned) ?? []).filter((candidate) => candidate !== inputs);
    if (rest.length === 0) this.#tasks.delete(planned);
    else this.#tasks.set(planned, rest);
  }

  #isBehindWaiting(planned: PlannedStep, plan: Plan): boolean {
    return [...ancestors(planned, plan)].some((ancestor) => this.#tasks.has(ancestor));
  }
}

function ancestors(planned: PlannedStep, plan: Plan): Set<PlannedStep> {
  const found = new Set<PlannedStep>();
  const search = [planned];
  for (let target = search.pop(); target !== undefined; target = search.pop()) {
    for (const parent of plan.steps) {
      if (found.has(parent) || parent === planned || !parent.ways.some((way) => way.target === target)) continue;
      found.add(parent);
      search.push(parent);
    }
  }
  return found;
}
