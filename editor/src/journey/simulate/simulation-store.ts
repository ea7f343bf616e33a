import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  handoffPlaybook,
  simulateCustomers,
  type JsonObject,
  type Journey,
  type Samples,
  type Simulation,
  type SimulationReport,
  type TextModel,
} from '../../../../engine/index.ts';
import { playbooks, rulePacks } from '../../../../rules/index.ts';
import type { JourneyApi } from '../store/api.ts';
import { today } from '../parts/today.ts';
import { textModelFor } from './text-model.ts';

export interface SimulationState {
  /** Null until the hub has answered. */
  samples: Samples | null;
  /** Why the samples could not be loaded or kept. */
  samplesError: string | null;
  /** The last report, which may still be growing. */
  report: SimulationReport | null;
  /** The journey that the report is about. */
  simulated: Journey | null;
  running: boolean;
  /** Milliseconds that the last whole run took. */
  tookMs: number;
  /** Index of the customer whose path is shown. */
  customer: number | null;
  loadSamples(): Promise<void>;
  /** Takes other customers, keeps them in the hub, and simulates them. */
  setSamples(samples: Samples): Promise<void>;
  run(): Promise<void>;
  cancel(): void;
  /** Shows one customer's path; null shows all again. */
  choose(customer: number | null): void;
  /** Forgets the report: the counts go from the links. */
  clear(): void;
  /** Runs again after an edit, if a run is cheap enough not to be noticed. */
  journeyChanged(): void;
}

export type SimulationStore = StoreApi<SimulationState>;

/** Customers per chunk: some 10 ms of work, so that a frame is never missed by much. */
const chunkSize = 100;
/** chosen: up to this many customers a run takes well under a second. */
const runsByItselfUpTo = 2000;
const quietMs = 250;

export function createSimulationStore(
  api: Pick<JourneyApi, 'samples' | 'saveSamples'>,
  journey: () => Journey,
): SimulationStore {
  let run = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const store = createStore<SimulationState>((set, get) => ({
    samples: null,
    samplesError: null,
    report: null,
    simulated: null,
    running: false,
    tookMs: 0,
    customer: null,
    async loadSamples() {
      if (get().samples !== null) return;
      try {
        set({ samples: await api.samples(), samplesError: null });
      } catch (error) {
        set({ samplesError: wordsOf(error) });
      }
    },
    async setSamples(samples) {
      set({ samples, samplesError: null, customer: null, report: null });
      const running = get().run();
      try {
        await api.saveSamples(samples);
      } catch (error) {
        set({ samplesError: `These customers are used here, but could not be kept: ${wordsOf(error)}` });
      }
      await running;
    },
    async run() {
      await get().loadSamples();
      const customers = get().samples?.customers ?? [];
      run += 1;
      const mine = run;
      const simulated = journey();
      if (customers.length === 0) {
        set({ report: null, running: false });
        return;
      }
      set({ running: true });
      const textModel = await loadTextModel(simulated);
      if (mine !== run) return;
      if (textModel === null) {
        set({ report: null, running: false });
        return;
      }
      const ports = {
        packs: rulePacks,
        day: today(),
        ...(textModel !== undefined && { textModel, playbook: playbooks[handoffPlaybook] }),
      };
      const startedMs = performance.now();
      for (const report of simulateCustomers(simulated, customers, ports, { chunkSize })) {
        if (mine !== run) return;
        const isDone = report.done === report.total;
        // Until the first whole report the growing one is shown; later the old one stays until the new one is whole.
        if (isDone || get().report === null || get().report?.done !== get().report?.total) set({ report, simulated });
        if (!isDone) await breathe();
      }
      if (mine === run) set({ running: false, tookMs: performance.now() - startedMs });
    },
    cancel() {
      run += 1;
      clearTimeout(quiet);
      set({ running: false });
    },
    choose(customer) {
      set({ customer });
    },
    clear() {
      get().cancel();
      set({ report: null, simulated: null, customer: null });
    },
    journeyChanged() {
      const { report, samples } = get();
      if (report === null || (samples?.customers.length ?? 0) > runsByItselfUpTo) return;
      clearTimeout(quiet);
      quiet = setTimeout(() => void get().run(), quietMs);
    },
  }));
  return store;

  /** Null where it could not be loaded. */
  async function loadTextModel(simulated: Journey): Promise<TextModel | undefined | null> {
    try {
      return await textModelFor(simulated);
    } catch (error) {
      store.setState({ samplesError: `The text model could not be loaded: ${wordsOf(error)}` });
      return null;
    }
  }
}

/** Lets the browser draw and answer keys. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The hub did not answer.';
}

/** The simulation of the chosen customer, and what went in. */
export function chosenOf(state: SimulationState): { simulation: Simulation; customer: JsonObject } | null {
  if (state.customer === null) return null;
  const simulation = state.report?.customers[state.customer];
  const customer = state.samples?.customers[state.customer];
  return simulation === undefined || customer === undefined ? null : { simulation, customer };
}
