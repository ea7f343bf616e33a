import type { Journey, SimulationReport } from '../../../../engine/index.ts';

/** Customers whose way ended alike. */
export interface OutcomeGroup {
  key: string;
  /** "Refund paid", "Failed at Risk". */
  title: string;
  failed: boolean;
  /** Indexes of the customers. */
  customers: number[];
}

/** Groups simulated customers by where and how their way ended; the largest first, failures last. */
export function outcomeGroups(report: SimulationReport, journey: Journey): OutcomeGroup[] {
  const names = new Map(journey.steps.map((step) => [step.id, step.name]));
  const groups = new Map<string, OutcomeGroup>();
  report.customers.forEach((simulation, index) => {
    const failed = simulation.error !== null;
    const key = `${failed ? 'failed' : simulation.answeredBy === null ? 'silent' : 'answered'} ${simulation.end ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) {
      const name = names.get(simulation.end ?? '') ?? 'the start';
      const title = failed ? `Failed at ${name}` : simulation.answeredBy === null ? `No answer after ${name}` : name;
      group = { key, title, failed, customers: [] };
      groups.set(key, group);
    }
    group.customers.push(index);
  });
  return [...groups.values()].toSorted(
    (a, b) => Number(a.failed) - Number(b.failed) || b.customers.length - a.customers.length,
  );
}
