import type { JsonObject } from '../../json.ts';
import type { JourneyPorts } from '../compile.ts';
import type { Journey } from '../model.ts';
import { simulateJourney } from './simulate-journey.ts';
import type { Simulation, SimulationReport } from './simulation.ts';

/**
 * Simulates many customers, a chunk at a time, so that the caller can draw, or stop, in between. Every report is complete
 * for the customers that are done; its counts are fresh objects, `customers` is one list that grows.
 *
 * @param options `chunkSize`: customers between two reports, at least 1. @default 50, about 5 ms
 * @example for (const report of simulateCustomers(journey, customers, { packs: rulePacks })) show(report);
 */
export function* simulateCustomers(
  journey: Journey,
  customers: readonly JsonObject[],
  ports: JourneyPorts,
  options: { chunkSize?: number } = {},
): Generator<SimulationReport, SimulationReport> {
  const chunkSize = Math.max(1, Math.floor(options.chunkSize ?? 50));
  const report: SimulationReport = {
    total: customers.length,
    done: 0,
    ends: {},
    links: {},
    steps: {},
    errors: {},
    assumptions: [],
    customers: [],
  };
  for (const customer of customers) {
    addCustomer(report, simulateJourney(journey, customer, ports));
    if (report.done % chunkSize === 0 && report.done < report.total) yield snapshot(report);
  }
  yield snapshot(report);
  return report;
}

function addCustomer(report: SimulationReport, simulation: Simulation): void {
  report.done += 1;
  report.customers.push(simulation);
  for (const step of simulation.path) count(report.steps, step);
  for (const link of simulation.links) count(report.links, link);
  if (simulation.end !== null) count(report.ends, simulation.end);
  if (simulation.error !== null && simulation.end !== null) count(report.errors, simulation.end);
  for (const step of simulation.assumptions) if (!report.assumptions.includes(step)) report.assumptions.push(step);
}

function snapshot(report: SimulationReport): SimulationReport {
  const { ends, links, steps, errors, assumptions } = report;
  return {
    ...report,
    ends: { ...ends },
    links: { ...links },
    steps: { ...steps },
    errors: { ...errors },
    assumptions: [...assumptions],
  };
}

function count(counts: Record<string, number>, key: string): void {
  // A step's id may be a name that objects inherit, such as `constructor`.
  counts[key] = (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0) + 1;
}
