import { isJsonObject } from '../../json.ts';
import type { Journey, Link, Step } from '../model.ts';
import { addressOf } from '../ports.ts';
import { connectionShapeOf } from '../residue.ts';
import type { StepType } from '../step-type.ts';
import { isTriggerType } from '../steps/opaque-ports.ts';
import { opaqueNode } from '../steps/opaque.ts';
import { stepType } from '../steps/registry.ts';

/** A link that items travel along, as n8n sees it. */
export interface Way {
  link: string;
  output: number;
  target: PlannedStep;
  input: number;
}

/** A step, made ready for running many customers. */
export interface PlannedStep {
  step: Step;
  type: StepType;
  /** How many outputs the step declares; an error output, where n8n's node has one, comes after them. */
  outputCount: number;
  /** In n8n's order: by output, then as drawn. */
  ways: Way[];
  /** How many inputs n8n sees; with more than one the step waits for all of them. */
  inputCount: number;
  /** Name of a target that does not exist: n8n stops when the step has run. */
  missingTarget: string | null;
}

/** A journey, made ready for running many customers. */
export interface Plan {
  steps: PlannedStep[];
  /** The step where customers come in. */
  trigger: PlannedStep | null;
  /** n8n's order v1: each branch to its end, the topmost first. Otherwise its order of 2022, in which branches take turns. */
  isDepthFirst: boolean;
}

const plans = new WeakMap<Journey, Plan>();

/** Prepares a journey, once per journey object: n8n's addresses for all links, and the step where customers come in. */
export function planJourney(journey: Journey): Plan {
  let plan = plans.get(journey);
  if (plan === undefined) plans.set(journey, (plan = makePlan(journey)));
  return plan;
}

function makePlan(journey: Journey): Plan {
  const names = new Set(journey.steps.map((step) => step.name));
  const steps = journey.steps.map((step): PlannedStep => {
    const type = stepType(step);
    const missingTarget = missingTargetOf(journey, step, names);
    return { step, type, outputCount: type.outputs(step).length, ways: [], inputCount: 0, missingTarget };
  });
  const byId = new Map(steps.map((planned) => [planned.step.id, planned]));
  for (const link of journey.links) addWay(link, byId);
  for (const planned of steps) planned.ways.sort((left, right) => left.output - right.output);
  return { steps, trigger: triggerOf(steps), isDepthFirst: executionOrderOf(journey) === 'v1' };
}

/** @source n8n-core 2.40.3, workflow-execute.js: anything but `v1` is the order of 2022 */
function executionOrderOf(journey: Journey): unknown {
  const { settings } = journey.workflow.members;
  return isJsonObject(settings) ? settings['executionOrder'] : undefined;
}

function addWay(link: Link, byId: ReadonlyMap<string, PlannedStep>): void {
  const from = byId.get(link.from.step);
  const target = byId.get(link.to.step);
  if (from === undefined || target === undefined) return;
  const output = addressOf(from.type.outputs(from.step), link.from.port);
  const input = addressOf(target.type.inputs(target.step), link.to.port);
  // Links of models, tools and memories carry no customers.
  if (output?.type !== 'main' || input?.type !== 'main') return;
  from.ways.push({ link: link.id, output: output.index, target, input: input.index });
  target.inputCount = Math.max(target.inputCount, input.index + 1);
}

/** The first webhook that is on, else the first other trigger that is on. */
function triggerOf(steps: readonly PlannedStep[]): PlannedStep | null {
  const on = steps.filter(({ step }) => step.disabled !== true);
  return on.find(({ step }) => step.type === 'webhook-trigger') ?? on.find(({ step }) => isTriggerStep(step)) ?? null;
}

/** True for a step that starts the journey: it takes nothing from other steps. */
export function isTriggerStep(step: Step): boolean {
  return step.type === 'webhook-trigger' || (step.type === 'opaque' && isTriggerType(opaqueNode(step)['type']));
}

function missingTargetOf(journey: Journey, step: Step, names: ReadonlySet<string>): string | null {
  const outputs = connectionShapeOf(journey.workflow.connections, step.id)?.['main'] ?? [];
  for (const entry of outputs.flatMap((entries) => entries ?? [])) {
    const node = 'verbatim' in entry ? entry.verbatim['node'] : undefined;
    if (typeof node === 'string' && !names.has(node)) return node;
  }
  return null;
}
