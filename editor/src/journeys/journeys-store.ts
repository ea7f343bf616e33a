import { create } from 'zustand';
import type { JourneySummary } from '../../../engine/index.ts';
import { asApiError, type ApiError } from '../app/api-error.ts';
import { api, type Api } from '../app/api.ts';

interface JourneysState {
  /** Null until they came for the first time. */
  journeys: JourneySummary[] | null;
  loading: boolean;
  /** Why the last attempt failed. */
  error: ApiError | null;
}

/** The journeys as the hub last told them; kept while other pages show, so that coming back shows them at once. */
export const useJourneys = create<JourneysState>(() => ({ journeys: null, loading: false, error: null }));

/** The newest question, and the newest one that was answered with journeys. */
let asked = 0;
let shown = 0;

/**
 * Asks the hub anew. An older answer never overwrites a newer one, but it shows while a newer question is still open:
 * a window that gets the focus over and over would otherwise throw away every answer.
 */
export async function loadJourneys(from: Pick<Api, 'journeys'> = api): Promise<void> {
  const mine = ++asked;
  useJourneys.setState({ loading: true });
  try {
    const journeys = await from.journeys();
    if (mine < shown) return;
    shown = mine;
    useJourneys.setState({ journeys, error: null, ...(mine === asked ? { loading: false } : {}) });
  } catch (error) {
    if (mine === asked) useJourneys.setState({ loading: false, error: asApiError(error) });
  }
}
