import { describeIssue } from '../../issue-messages.ts';
import type { Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { Decision } from '../../decision/decision.ts';
import type { Step } from '../model.ts';
import { addressOf } from '../ports.ts';
import type { Response, StepContext } from '../step-type.ts';
import { opaqueNode } from '../steps/opaque.ts';
import type { PlannedStep } from './plan.ts';

/** Items by output; n8n takes an output that is absent or empty as not taken. */
export type Outputs = JsonObject[][];

/** What one run of a step gave. */
export interface StepRun {
  /** Null when the step had nothing to do: n8n then does not count it as run. */
  outputs: Outputs | null;
  decisions: Decision[];
  response: Response | null;
  assumed: boolean;
  error: Issue | null;
}

/**
 * Runs a step on what stands at its inputs, with n8n's settings of the node: *disabled*, *On Error*, *Execute Once*,
 * *Always Output Data*.
 *
 * @source n8n-core 2.40.3, workflow-execute.js: runNode, prepareConnectionInputData, ensureAlwaysOutputData
 */
export function runStep(planned: PlannedStep, inputs: readonly (JsonObject[] | null)[], context: StepContext): StepRun {
  const { step } = planned;
  const run: StepRun = { outputs: null, decisions: [], response: null, assumed: false, error: null };
  const settings = nodeSettings(step);
  if (step.disabled === true) {
    const first = inputs[0];
    if (Array.isArray(first)) run.outputs = [[...first]];
  } else {
    const items = itemsOf(step, inputs);
    if (items.length > 0)
      run.outputs = runItems(planned, settings.executeOnce ? items.slice(0, 1) : items, context, run);
  }
  if (settings.alwaysOutputData && run.error === null && run.outputs?.[0]?.[0] === undefined) {
    run.outputs = [[{}], ...(run.outputs ?? []).slice(1)];
  }
  return run;
}

/** Known steps have one input. Of an opaque step with several, nothing is known: all that comes in goes on. */
function itemsOf(step: Step, inputs: readonly (JsonObject[] | null)[]): JsonObject[] {
  if (step.type === 'opaque') return inputs.flatMap((items) => items ?? []);
  return inputs.find((items) => items !== null && items.length > 0) ?? [];
}

function runItems(
  planned: PlannedStep,
  items: readonly JsonObject[],
  context: StepContext,
  run: StepRun,
): Outputs | null {
  const { step, type } = planned;
  const { onError } = nodeSettings(step);
  const outputs: Outputs = [];
  const send = (index: number, item: JsonObject) => {
    while (outputs.length <= index) outputs.push([]);
    outputs[index]?.push(item);
  };
  for (const item of items) {
    const outcome = type.simulate(step, item, context);
    if (outcome.kind === 'error') {
      if (onError === 'stop') {
        run.error = outcome.issue;
        return null;
      }
      const failed = { ...item, error: describeIssue(outcome.issue) };
      send(onError === 'errorOutput' ? planned.outputCount : outputIndex(planned, type.failurePort?.(step)), failed);
      continue;
    }
    if (outcome.kind === 'respond') run.response ??= outcome.response;
    else {
      if (outcome.decision !== undefined) run.decisions.push(outcome.decision);
      if (outcome.assumed === true) run.assumed = true;
    }
    send(outputIndex(planned, outcome.port), outcome.item);
    if (outcome.kind === 'continue') {
      for (const { port, item: further } of outcome.more ?? []) send(outputIndex(planned, port), further);
    }
  }
  return outputs;
}

function outputIndex({ step, type }: PlannedStep, port: string | undefined): number {
  return port === undefined ? 0 : (addressOf(type.outputs(step), port)?.index ?? 0);
}

interface NodeSettings {
  onError: 'stop' | 'continue' | 'errorOutput';
  executeOnce: boolean;
  alwaysOutputData: boolean;
}

/** Settings that every node of n8n has; a new step has n8n's defaults. */
function nodeSettings(step: Step): NodeSettings {
  const node: JsonObject = step.source ?? (step.type === 'opaque' ? opaqueNode(step) : {});
  const goesOn = node['continueOnFail'] === true || node['onError'] === 'continueRegularOutput';
  return {
    onError: node['onError'] === 'continueErrorOutput' ? 'errorOutput' : goesOn ? 'continue' : 'stop',
    executeOnce: node['executeOnce'] === true,
    alwaysOutputData: node['alwaysOutputData'] === true,
  };
}
