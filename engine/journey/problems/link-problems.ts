import { errorIssue, type Issue } from '../../issue.ts';
import { stepParams } from '../compile.ts';
import type { Journey, Link, Step } from '../model.ts';
import { addressOf } from '../ports.ts';
import { isTriggerStep, planJourney } from '../simulate/plan.ts';
import { stepType } from '../steps/registry.ts';

/** Links that lead nowhere, and targets of imported connections that do not exist. */
export function linkProblems(journey: Journey): Issue[] {
  const steps = new Map(journey.steps.map((step) => [step.id, step]));
  return [...journey.links.flatMap((link, index) => checkLink(link, index, steps)), ...missingTargets(journey)];
}

function checkLink(link: Link, index: number, steps: ReadonlyMap<string, Step>): Issue[] {
  const path = ['links', index];
  const from = steps.get(link.from.step);
  const to = steps.get(link.to.step);
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? link.from.step : link.to.step;
    return [errorIssue('link_step_missing', path, { link: link.id, missing })];
  }
  const output = addressOf(stepType(from).outputs(from), link.from.port);
  const input = addressOf(stepType(to).inputs(to), link.to.port);
  const issues: Issue[] = [];
  if (output === null)
    issues.push(errorIssue('link_port_missing', path, { link: link.id, ...stepParams(from), port: link.from.port }));
  if (input === null)
    issues.push(errorIssue('link_port_missing', path, { link: link.id, ...stepParams(to), port: link.to.port }));
  if (input?.type === 'main' && isTriggerStep(to)) {
    issues.push({
      ...errorIssue('step_takes_no_input', path, { link: link.id, ...stepParams(to) }),
      severity: 'warning',
    });
  }
  return issues;
}

function missingTargets(journey: Journey): Issue[] {
  return planJourney(journey).steps.flatMap(({ step, missingTarget }, index) =>
    missingTarget === null
      ? []
      : [errorIssue('link_target_missing', ['steps', index], { ...stepParams(step), target: missingTarget })],
  );
}
