import type { Issue } from '../../issue.ts';
import { stepContext, stepParams, type JourneyPorts } from '../compile.ts';
import type { Journey } from '../model.ts';
import { stepType } from '../steps/registry.ts';
import { flowProblems } from './flow-problems.ts';
import { linkProblems } from './link-problems.ts';
import { nameProblems } from './name-problems.ts';
import { tableProblems } from './table-problems.ts';

/**
 * Finds what is wrong with a journey before it runs. Errors stand in the way of publishing; warnings say where it will not
 * do what its author probably means.
 *
 * @returns issues with paths from the journey, `['steps', 2, 'parameters', 'path']`. What is about a step has its id in
 *   `params.step` and its name in `params.name`; what is about a link has `params.link`; about a table, `params.table` and
 *   `params.tableKey`.
 * @example journeyProblems(journey, { packs: rulePacks }).filter((issue) => issue.severity === 'error')
 */
export function journeyProblems(journey: Journey, ports: JourneyPorts): Issue[] {
  return [
    ...nameProblems(journey),
    ...linkProblems(journey),
    ...parameterProblems(journey, ports),
    ...tableProblems(journey),
    ...flowProblems(journey),
  ];
}

/** Disabled steps are passed over, as n8n does. */
function parameterProblems(journey: Journey, ports: JourneyPorts): Issue[] {
  const context = stepContext(journey, ports);
  return journey.steps.flatMap((step, index) => {
    if (step.disabled === true) return [];
    return stepType(step)
      .problems(step, context)
      .map((issue) => ({
        ...issue,
        path: ['steps', index, ...issue.path],
        params: { ...issue.params, ...stepParams(step) },
      }));
  });
}
