import {
  describeIssue,
  handoffPlaybook,
  journeyProblems,
  type DecisionTable,
  type Issue,
  type Journey,
  type StepContext,
} from '../../../../engine/index.ts';
import { playbooks, rulePacks } from '../../../../rules/index.ts';
import { useDocument } from './session.ts';
import { loadedTextModel } from '../simulate/text-model.ts';
import { today } from '../parts/today.ts';

/** A problem of the journey, in words, with its place. */
export interface Problem {
  key: string;
  severity: Issue['severity'];
  code: string;
  message: string;
  /** Id of the step it belongs to, or null. */
  step: string | null;
  /** Key of the table it belongs to, or null. */
  table: string | null;
  /** From the step on: `['parameters', 'path']`; for other problems from the journey on. */
  path: (string | number)[];
}

const found = new WeakMap<Journey, Problem[]>();

/** All problems of a journey; computed once per version of it. */
export function problemsOf(journey: Journey): Problem[] {
  const known = found.get(journey);
  if (known !== undefined) return known;
  const problems = journeyProblems(journey, { packs: rulePacks }).map((issue, index) =>
    problemOf(issue, index, journey),
  );
  found.set(journey, problems);
  return problems;
}

function problemOf(issue: Issue, index: number, journey: Journey): Problem {
  const [member, key] = issue.path;
  const inStep = member === 'steps' && typeof key === 'number' ? journey.steps[key]?.id : undefined;
  const named = issue.params.step;
  return {
    key: `${index} ${issue.code}`,
    severity: issue.severity,
    code: issue.code,
    message: describeIssue(issue),
    step: inStep ?? (typeof named === 'string' && journey.steps.some((step) => step.id === named) ? named : null),
    table: member === 'tables' && typeof key === 'string' ? key : null,
    path: inStep === undefined ? issue.path : issue.path.slice(2),
  };
}

const byStep = new WeakMap<Journey, Map<string, Problem[]>>();
const none: readonly Problem[] = [];

export function problemsByStep(journey: Journey): ReadonlyMap<string, readonly Problem[]> {
  let map = byStep.get(journey);
  if (map === undefined) {
    map = new Map();
    for (const problem of problemsOf(journey)) {
      if (problem.step === null) continue;
      const list = map.get(problem.step);
      if (list === undefined) map.set(problem.step, [problem]);
      else list.push(problem);
    }
    byStep.set(journey, map);
  }
  return map;
}

export function useProblems(): readonly Problem[] {
  return useDocument((state) => problemsOf(state.journey));
}

export function useStepProblems(step: string | null): readonly Problem[] {
  return useDocument((state) => (step === null ? none : (problemsByStep(state.journey).get(step) ?? none)));
}

/** How many errors and warnings a step has. The selector gives one number, so that a card renders only when it changes. */
export function useProblemCounts(step: string): { errors: number; warnings: number } {
  const packed = useDocument((state) => {
    const problems = problemsByStep(state.journey).get(step) ?? none;
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    return errors * 1000 + problems.length - errors;
  });
  return { errors: Math.floor(packed / 1000), warnings: packed % 1000 };
}

const contexts = new WeakMap<Record<string, DecisionTable>, StepContext>();

export function contextOf(tables: Record<string, DecisionTable>): StepContext {
  let context = contexts.get(tables);
  if (context === undefined) {
    context = {
      tables,
      packs: rulePacks,
      day: today(),
      playbook: playbooks[handoffPlaybook],
      get textModel() {
        return loadedTextModel();
      },
    };
    contexts.set(tables, context);
  }
  return context;
}

/** What step types may look at beyond their step. */
export function useStepContext(): StepContext {
  return useDocument((state) => contextOf(state.journey.tables));
}
