import { useMemo } from 'react';
import type { JsonObject } from '../../../../engine/index.ts';
import { contextOf } from '../store/derived.ts';
import { useSimulation } from '../store/session.ts';
import { countingRows } from './outcome-words.ts';
import { replay, type Visit } from './replay.ts';
import { chosenOf } from './simulation-store.ts';

/** Whether a step or link is on the path of the customer that is shown; null while nobody is. */
export type Trace = 'on' | 'off' | null;

export function useStepTrace(step: string): Trace {
  return useSimulation((state) => {
    const chosen = chosenOf(state);
    return chosen === null ? null : chosen.simulation.path.includes(step) ? 'on' : 'off';
  });
}

export function useLinkTrace(link: string): Trace {
  return useSimulation((state) => {
    const chosen = chosenOf(state);
    return chosen === null ? null : chosen.simulation.links.includes(link) ? 'on' : 'off';
  });
}

/** How many simulated customers passed a link; null before a simulation. */
export function useLinkCount(link: string): { customers: number; share: number } | null {
  const customers = useSimulation((state) => (state.report === null ? -1 : (state.report.links[link] ?? 0)));
  const total = useSimulation((state) => state.report?.done ?? 0);
  return customers < 0 ? null : { customers, share: total === 0 ? 0 : Math.min(1, customers / total) };
}

const noVisits: readonly number[] = [];

/** Indexes of the customers that reached a step. */
export function useVisits(step: string): readonly number[] {
  const report = useSimulation((state) => (state.running ? null : state.report));
  return useMemo(() => {
    if (report === null) return noVisits;
    return report.customers.flatMap((simulation, index) => (simulation.path.includes(step) ? [index] : []));
  }, [report, step]);
}

/** Enough to see the usual fields. */
const looksAt = 20;

/** Items of some customers as they come to a step, for suggestions; empty before a simulation. */
export function useItemsAtStep(step: string | null): readonly JsonObject[] {
  const report = useSimulation((state) => state.report);
  const journey = useSimulation((state) => state.simulated);
  const customers = useSimulation((state) => state.samples?.customers);
  return useMemo(() => {
    if (report === null || journey === null || step === null) return [];
    const context = contextOf(journey.tables);
    return report.customers
      .flatMap((simulation, index) =>
        simulation.path.includes(step) ? [{ simulation, customer: customers?.[index] }] : [],
      )
      .slice(0, looksAt)
      .flatMap(({ simulation, customer }) =>
        customer === undefined
          ? []
          : replay(journey, customer, simulation, context).filter((visit) => visit.step === step),
      )
      .map((visit) => visit.item);
  }, [report, journey, customers, step]);
}

/** The chosen customer's way, with the item at every step. */
export function useChosenVisits(): readonly Visit[] {
  const report = useSimulation((state) => state.report);
  const index = useSimulation((state) => state.customer);
  const journey = useSimulation((state) => state.simulated);
  const customer = useSimulation((state) => chosenOf(state)?.customer);
  return useMemo(() => {
    const simulation = index === null ? undefined : report?.customers[index];
    if (simulation === undefined || customer === undefined || journey === null) return [];
    return replay(journey, customer, simulation, contextOf(journey.tables));
  }, [report, index, journey, customer]);
}

/** How many simulated customers each row of a table decided, by row id; null before a simulation. */
export function useRowHits(tableId: string): ReadonlyMap<string, number> | null {
  const report = useSimulation((state) => (state.running ? null : state.report));
  return useMemo(() => {
    if (report === null) return null;
    const hits = new Map<string, number>();
    for (const simulation of report.customers) {
      for (const decision of simulation.decisions) {
        if (decision.tableId !== tableId) continue;
        for (const row of countingRows(decision)) hits.set(row, (hits.get(row) ?? 0) + 1);
      }
    }
    return hits;
  }, [report, tableId]);
}
