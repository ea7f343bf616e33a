import type { Decision } from '../../decision/decision.ts';
import type { Issue } from '../../issue.ts';
import type { Response } from '../step-type.ts';

/** A decision on the way, with the step that made it. */
export interface SimulatedDecision extends Decision {
  /** Name of the step, as n8n's items have it. */
  step: string;
}

/** What n8n would do with one customer. */
export interface Simulation {
  /** Ids of the steps in n8n's order of execution; a step that runs twice is there twice. */
  path: string[];
  /** Ids of the links that the customer passed, in order. */
  links: string[];
  /** The answer of the first Respond step; null when none was reached. */
  outcome: Response | null;
  /** Id of the step that answered. */
  answeredBy: string | null;
  /** Id of the step where the customer's way ended: the one that answered, or failed, or else the last one. */
  end: string | null;
  decisions: SimulatedDecision[];
  /** What stopped the execution; `params.step` is the id of the step, `params.name` its name. */
  error: Issue | null;
  /** Ids of steps whose effect is not known: the simulation let the customer pass unchanged. */
  assumptions: string[];
}

/** What becomes of many customers. */
export interface SimulationReport {
  total: number;
  done: number;
  /** Customers by the step where their way ended. */
  ends: Record<string, number>;
  /** How often customers passed a link, by its id. */
  links: Record<string, number>;
  /** How often a step ran, by its id. */
  steps: Record<string, number>;
  /** Customers whose execution failed, by the step that failed. */
  errors: Record<string, number>;
  /** Ids of steps whose effect the simulation does not know. */
  assumptions: string[];
  /** One entry per customer that is done, in the order given. */
  customers: Simulation[];
}
