import { errorIssue, type Issue } from '../../issue.ts';
import { stepParams } from '../compile.ts';
import type { Journey } from '../model.ts';
import { isTriggerStep, planJourney, type PlannedStep, type Way } from '../simulate/plan.ts';
import { opaqueNode } from '../steps/opaque.ts';

/** What is wrong with the ways through the journey: where nothing starts, nobody comes, or no answer is given. */
export function flowProblems(journey: Journey): Issue[] {
  const { steps } = planJourney(journey);
  const places = new Map(steps.map((planned, index) => [planned, index]));
  const at = (
    code: string,
    planned: PlannedStep,
    severity: Issue['severity'],
    params: Issue['params'] = {},
  ): Issue => ({
    ...errorIssue(code, ['steps', places.get(planned) ?? 0], { ...params, ...stepParams(planned.step) }),
    severity,
  });
  const triggers = steps.filter(({ step }) => isTriggerStep(step) && step.disabled !== true);
  if (triggers.length === 0) return [errorIssue('no_trigger', ['steps'])];
  const reachable = reach(triggers, () => true);
  return [
    ...sameAddresses(triggers).map((planned) =>
      at('webhook_address_taken', planned, 'error', { path: String(planned.step.parameters['path']) }),
    ),
    ...steps
      .filter((planned) => !reachable.has(planned) && isOnTheWay(planned))
      .map((planned) => at('step_unreachable', planned, 'warning')),
    ...[...reachable].flatMap((planned) =>
      openPorts(planned).map((port) => at('port_unconnected', planned, 'warning', { port })),
    ),
    ...[...reachable]
      .filter((planned) => planned.step.type !== 'opaque' && runsInCircles(planned))
      .map((planned) => at('loop_of_steps', planned, 'warning')),
    ...triggers.filter(({ step }) => step.type === 'webhook-trigger').flatMap((trigger) => answerProblems(trigger, at)),
    ...unheard(triggers, reachable).map((planned) => at('respond_never_heard', planned, 'warning')),
  ];
}

/** All steps that items from these can come to, as long as `goesOn` says so of the step they are at. */
function reach(from: readonly PlannedStep[], goesOn: (planned: PlannedStep) => boolean): Set<PlannedStep> {
  const found = new Set(from);
  // A set gives what is added while it is walked, too.
  for (const planned of found) if (goesOn(planned)) for (const { target } of waysOf(planned)) found.add(target);
  return found;
}

/** A disabled step passes everything to its first output. */
function waysOf({ step, ways }: PlannedStep): Way[] {
  return step.disabled === true ? ways.filter(({ output }) => output === 0) : ways;
}

function sameAddresses(triggers: readonly PlannedStep[]): PlannedStep[] {
  const taken = new Set<string>();
  return triggers.filter(({ step }) => {
    if (step.type !== 'webhook-trigger') return false;
    const address = `${String(step.parameters['method'])} ${String(step.parameters['path'])}`;
    if (taken.has(address)) return true;
    taken.add(address);
    return false;
  });
}

/** Notes, and nodes that plug into agents, are beside the way. */
function isOnTheWay({ step, type }: PlannedStep): boolean {
  return type.inputs(step).length > 0 && step.disabled !== true;
}

/** Labels of outputs that lead nowhere, of steps that decide between several. */
function openPorts({ step, type, ways }: PlannedStep): string[] {
  const ports = type.outputs(step);
  if (step.type === 'opaque' || ports.length < 2 || step.disabled === true) return [];
  return ports.filter((_, index) => !ways.some(({ output }) => output === index)).map((port) => port.label);
}

/** True when items come back to the step through known steps alone, which never change course by themselves. */
function runsInCircles(planned: PlannedStep): boolean {
  const next = waysOf(planned).map(({ target }) => target);
  return reach(next.filter(isKnown), isKnown).has(planned);
}

function isKnown({ step }: PlannedStep): boolean {
  return step.type !== 'opaque';
}

/** Disabled ones answer nobody. */
function answers({ step }: PlannedStep): boolean {
  if (step.disabled === true) return false;
  return step.type === 'respond' || opaqueNode(step)['type'] === 'n8n-nodes-base.respondToWebhook';
}

function answerProblems(
  trigger: PlannedStep,
  at: (code: string, planned: PlannedStep, severity: Issue['severity']) => Issue,
): Issue[] {
  const reached = reach([trigger], (planned) => !answers(planned));
  const isAnyAnswer = [...reached].some(answers);
  if (!isAnyAnswer) return [at('journey_never_answers', trigger, 'error')];
  return [...reached]
    .filter((planned) => !answers(planned) && waysOf(planned).length === 0)
    .map((planned) => at('path_without_answer', planned, 'warning'));
}

/** Respond steps that come only after another one has answered. */
function unheard(triggers: readonly PlannedStep[], reachable: ReadonlySet<PlannedStep>): PlannedStep[] {
  const heard = reach(triggers, (planned) => !answers(planned));
  return [...reachable].filter((planned) => answers(planned) && !heard.has(planned));
}
