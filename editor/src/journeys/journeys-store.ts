import { create } from 'zustand';
import type { JourneySummary } from '../../../engine/index.ts';
import { asApiError, type ApiError } from '../app/api-error.ts';
import { api } from '../app/api.ts';

interface JourneysState {
  /** Null until they came for the first time. */
  journeys: JourneySummary[] | null;
  loading: boolean;
  /** Why the last attempt failed. */
  error: ApiError | null;
}

/** The journeys as the hub last told them; kept while other pages show, so that coming back shows them at once. */
export const useJourneys = create<JourneysState>(() => ({ journeys: null, loading: false, error: null }));

let latest = 0;

/** Asks the hub anew. The answer of an older question never overwrites that of a newer one. */
export async function loadJourneys(): Promise<void> {
  const mine = ++latest;
  useJourneys.setState({ loading: true });
  try {
    const journeys = await api.journeys();
    if (mine === latest) useJourneys.setState({ journeys, loading: false, error: null });
  } catch (error) {
    if (mine === latest) useJourneys.setState({ loading: false, error: asApiError(error) });
  }
}
