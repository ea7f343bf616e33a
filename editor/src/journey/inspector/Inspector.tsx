import { useDocument, useSession, useView } from '../store/session.ts';
import { onlySelected } from '../store/view-store.ts';
import { InspectedStepContext } from './inspected-step.ts';
import { JourneyFacts } from './JourneyFacts.tsx';
import { ManySelected } from './ManySelected.tsx';
import { StepInspector } from './StepInspector.tsx';

/** What is selected, in detail: one step, several, or the journey itself. */
export function Inspector() {
  const { view } = useSession();
  const selected = useView(onlySelected);
  const count = useView((state) => state.selectedSteps.size);
  const step = useDocument((state) => state.journey.steps.find((entry) => entry.id === selected) ?? null);
  return (
    <aside
      className="jn-inspector"
      aria-label={step === null ? 'Details' : `Settings of ${step.name}`}
      data-undo="journey"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        view.setState({ inspectorOpen: false, factsAsked: false });
      }}
    >
      <InspectedStepContext value={step}>
        {step !== null ? (
          <StepInspector key={step.id} step={step} />
        ) : count > 1 ? (
          <ManySelected count={count} />
        ) : (
          <JourneyFacts />
        )}
      </InspectedStepContext>
    </aside>
  );
}
