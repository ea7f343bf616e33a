import type { Result } from '../../issue.ts';
import type { Journey, Step } from '../model.ts';
import { renameReferences } from './node-references.ts';
import { checkStepName, replaceSteps, stepUnknown } from './step-commands.ts';

/** Renames a step, and what expressions and code in other steps call it. */
export function renameStep(journey: Journey, id: string, name: string): Result<Journey> {
  const step = journey.steps.find((candidate) => candidate.id === id);
  if (step === undefined) return stepUnknown(id);
  const issues = checkStepName(journey, id, name);
  if (issues.length > 0) return { ok: false, issues };
  const next = replaceSteps(journey, (candidate) => {
    const renamed = followRename(candidate, step.name, name);
    return candidate === step && step.name !== name ? { ...renamed, name } : renamed;
  });
  return { ok: true, value: next };
}

/** A step whose n8n expressions follow the new name of another one. */
export function followRename(step: Step, from: string, to: string): Step {
  if (from === to || from === '') return step;
  const parameters = renameReferences(step.parameters, from, to);
  const source = step.source === undefined ? undefined : renameReferences(step.source, from, to);
  if (parameters === step.parameters && source === step.source) return step;
  return { ...step, parameters, ...(source !== undefined && { source }) };
}
