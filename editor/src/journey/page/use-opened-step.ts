import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { useSession } from '../store/session.ts';
import { selectSteps } from '../store/view-store.ts';

/** `?step=<id>` opens a journey with that step's settings: the way here from a node in n8n. */
export function useOpenedStep(): void {
  const { document: store, view } = useSession();
  const [search] = useSearchParams();
  const step = search.get('step');
  useEffect(() => {
    if (step === null || !store.getState().journey.steps.some((entry) => entry.id === step)) return;
    selectSteps(view, [step]);
    view.setState({ inspectorOpen: true });
  }, [step, store, view]);
}
