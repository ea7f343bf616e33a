import type { Step } from '../../../../engine/index.ts';
import { DecisionWords } from '../simulate/DecisionWords.tsx';
import { countingRows } from '../simulate/outcome-words.ts';
import { useChosenVisits } from '../simulate/use-trace.ts';
import { tableOfStep } from '../simulate/explain-step.ts';
import { useStepContext } from '../store/derived.ts';
import { useSession, useSimulation } from '../store/session.ts';
import { counted } from '../store/words.ts';

/** What this step did in the last simulation: with the chosen customer, or with all of them. */
export function LastSimulationTab({ step, visits }: { step: Step; visits: readonly number[] }) {
  const { simulation, view } = useSession();
  const report = useSimulation((state) => state.report);
  const chosen = useChosenVisits().find((visit) => visit.step === step.id);
  const context = useStepContext();
  if (report === null) return null;
  const failed = report.errors[step.id] ?? 0;
  const counts = new Map<string, number>();
  for (const index of visits) {
    for (const decision of report.customers[index]?.decisions ?? []) {
      if (decision.step !== step.name) continue;
      const counting = countingRows(decision);
      for (const key of counting.length === 0 ? ['none'] : counting) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const rows = tableOfStep(step, context)?.rows ?? [];
  const most = Math.max(1, ...counts.values());
  const firstVisit = visits[0];
  return (
    <div className="jn-settings">
      <p>
        <b>{counted(visits.length, 'customer')}</b> of {report.done.toLocaleString('en')} came here
        {failed > 0 ? `; ${failed.toLocaleString('en')} stopped with an error` : ''}.
      </p>
      {chosen?.outcome?.kind === 'continue' && chosen.outcome.decision !== undefined && (
        <DecisionWords step={step} visit={chosen} decision={chosen.outcome.decision} />
      )}
      {chosen === undefined && counts.size > 0 && (
        <ul className="jn-row-counts">
          {[...counts]
            .toSorted(([, a], [, b]) => b - a)
            .map(([rule, count]) => {
              const at = rows.findIndex((row) => row.id === rule);
              return (
                <li key={rule}>
                  <span className="st-ellipsis" title={rows[at]?.reason}>
                    {at < 0
                      ? rule === 'none'
                        ? 'No row matched'
                        : rule
                      : `Row ${at + 1}: ${rows[at]?.reason ?? rule}`}
                  </span>
                  <span className="jn-bar" aria-hidden="true">
                    <i style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <span className="jn-figure">{count.toLocaleString('en')}</span>
                </li>
              );
            })}
        </ul>
      )}
      {chosen === undefined && firstVisit !== undefined && (
        <button
          type="button"
          className="jn-text-button"
          onClick={() => {
            simulation.getState().choose(firstVisit);
            view.setState({ panel: 'simulation' });
          }}
        >
          Follow one of them
        </button>
      )}
    </div>
  );
}
