import { useStepProblems } from '../store/derived.ts';
import { useInspectedStep } from './inspected-step.ts';

/** What is wrong with exactly the parameter at this path of the inspected step, in words. */
export function usePathProblem(path: readonly (string | number)[]): string | undefined {
  const step = useInspectedStep();
  const problems = useStepProblems(step?.id ?? null);
  return problems.find((problem) => samePath(problem.path, path))?.message;
}

function samePath(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index]);
}
