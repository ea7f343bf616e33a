import { errorIssue, type Issue } from '../../issue.ts';
import { stepParams } from '../compile.ts';
import type { Journey } from '../model.ts';
import { idPrefix } from '../step-id.ts';

/** Names and ids by which n8n tells nodes apart. */
export function nameProblems(journey: Journey): Issue[] {
  const names = new Set<string>();
  const prefixes = new Set<string>();
  return journey.steps.flatMap((step, index) => {
    const issues: Issue[] = [];
    if (step.name.trim() === '') issues.push(errorIssue('step_name_empty', ['steps', index, 'name'], stepParams(step)));
    else if (names.has(step.name))
      issues.push(errorIssue('step_name_taken', ['steps', index, 'name'], stepParams(step)));
    names.add(step.name);
    const prefix = idPrefix(step.id);
    if (prefixes.has(prefix)) issues.push(errorIssue('step_id_taken', ['steps', index, 'id'], stepParams(step)));
    prefixes.add(prefix);
    return issues;
  });
}
