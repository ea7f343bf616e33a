import { describeIssue, stepType } from '../../../../engine/index.ts';
import { Chip, FamilyTile, IconButton } from '../../../ui/index.ts';
import { useReveal } from '../canvas/reveal.ts';
import { useDocument, useSession, useSimulation } from '../store/session.ts';
import { customerLabeller } from './customer-label.ts';
import { DecisionWords } from './DecisionWords.tsx';
import { chosenOf } from './simulation-store.ts';
import { useChosenVisits } from './use-trace.ts';

/** One customer's way, step by step, with every decision and its reasons. */
export function CustomerPath() {
  const { simulation: store } = useSession();
  const index = useSimulation((state) => state.customer) ?? 0;
  const customer = useSimulation((state) => chosenOf(state)?.customer);
  const simulation = useSimulation((state) => chosenOf(state)?.simulation);
  const steps = useDocument((state) => state.journey.steps);
  const visits = useChosenVisits();
  const reveal = useReveal();
  if (customer === undefined || simulation === undefined) return null;
  const { error, outcome } = simulation;
  return (
    <section className="jn-path" aria-label="Path of the customer">
      <header>
        <h2>{customerLabeller([customer])(customer, index).title}</h2>
        <IconButton icon="x" label="Show all customers" size="s" onClick={() => store.getState().choose(null)} />
      </header>
      <ol>
        {visits.map((visit, at) => {
          const step = steps.find((entry) => entry.id === visit.step);
          if (step === undefined) return null;
          const type = stepType(step);
          const result = visit.outcome;
          return (
            <li key={`${visit.step} ${at}`}>
              <button type="button" className="jn-path-step" onClick={() => reveal(step.id)}>
                <FamilyTile family={type.family} icon={type.icon} size="s" />
                <b>{step.name}</b>
                {step.disabled === true && <Chip size="s">switched off</Chip>}
                {result !== null && result.kind === 'continue' && result.assumed === true && (
                  <Chip size="s" tone="warn">
                    assumed to pass
                  </Chip>
                )}
              </button>
              {result !== null && result.kind === 'continue' && result.decision !== undefined && (
                <DecisionWords step={step} visit={visit} decision={result.decision} />
              )}
              {result !== null && result.kind === 'respond' && (
                <pre className="jn-answer">{`${result.response.status} ${JSON.stringify(result.response.body, null, 2)}`}</pre>
              )}
            </li>
          );
        })}
      </ol>
      {error !== null && (
        <p className="jn-bad" role="alert">
          {describeIssue(error)}
        </p>
      )}
      {error === null && outcome === null && (
        <p className="jn-quiet">The caller gets no answer: no Respond step was reached.</p>
      )}
      <details>
        <summary>What came in</summary>
        <pre className="jn-answer">{JSON.stringify(customer, null, 2)}</pre>
      </details>
    </section>
  );
}
