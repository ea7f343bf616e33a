import { useEffect, useRef } from 'react';
import { describeIssue, stepType } from '../../../../engine/index.ts';
import { Chip, FamilyTile, IconButton, useNarrow } from '../../../ui/index.ts';
import { useReveal } from '../canvas/reveal.ts';
import { useDocument, useSession, useSimulation } from '../store/session.ts';
import { AddAsTest } from './AddAsTest.tsx';
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
  const isNarrow = useNarrow();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the path takes the place of the list, and with it of what had the focus.
    if (!isNarrow) return;
    section.current?.focus();
    section.current?.scrollIntoView({ block: 'start' });
  }, [isNarrow]);
  if (customer === undefined || simulation === undefined) return null;
  const { error, outcome } = simulation;
  const { title } = customerLabeller([customer])(customer, index);
  return (
    <section className="jn-path" aria-label="Path of the customer" ref={section} tabIndex={-1}>
      <header>
        <h2>{title}</h2>
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
                <>
                  <DecisionWords step={step} visit={visit} decision={result.decision} />
                  <AddAsTest step={step} visit={visit} who={title} />
                </>
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
