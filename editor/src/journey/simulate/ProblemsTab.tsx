import { EmptyState, Icon } from '../../../ui/index.ts';
import { useReveal } from '../canvas/reveal.ts';
import type { Problem } from '../store/derived.ts';
import { useAllProblems } from '../table/use-all-problems.ts';
import { useDocument } from '../store/session.ts';
import { useOpenTable } from '../table/open-table.ts';

/** Everything that is wrong with the journey; each entry leads to its place. */
export function ProblemsTab() {
  const problems = useAllProblems();
  if (problems.length === 0) {
    return (
      <EmptyState icon="circle-check" title="No problems" compact>
        Every step is set up, linked and reachable.
      </EmptyState>
    );
  }
  const sorted = problems.toSorted((a, b) => rank(a) - rank(b));
  return (
    <ul className="jn-problems">
      {sorted.map((problem) => (
        <ProblemRow key={problem.key} problem={problem} />
      ))}
    </ul>
  );
}

function rank(problem: Problem): number {
  return problem.severity === 'error' ? 0 : 1;
}

function ProblemRow({ problem }: { problem: Problem }) {
  const reveal = useReveal();
  const openTable = useOpenTable();
  const place = useDocument((state) =>
    problem.step !== null
      ? state.journey.steps.find((step) => step.id === problem.step)?.name
      : problem.table !== null
        ? state.journey.tables[problem.table]?.name
        : undefined,
  );
  const words = (
    <>
      <Icon
        name={problem.severity === 'error' ? 'circle-alert' : 'triangle-alert'}
        label={problem.severity === 'error' ? 'Error' : 'Warning'}
        className={problem.severity === 'error' ? 'jn-bad' : 'jn-warn'}
      />
      <span>
        {place !== undefined && <b>{place}: </b>}
        {problem.message}
      </span>
    </>
  );
  const { step, table } = problem;
  if (step === null && table === null) return <li className="jn-problem">{words}</li>;
  return (
    <li>
      <button
        type="button"
        className="jn-problem"
        onClick={() => {
          if (table !== null) openTable(table);
          else if (step !== null) reveal(step);
        }}
      >
        {words}
        <Icon name="arrow-right" size={14} className="jn-problem-go" />
      </button>
    </li>
  );
}
