import { beforeAll, describe, expect, it } from 'vitest';
import { changeForms } from '../../examples/change-of-details/customers.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { serviceCases } from '../../examples/service-desk/customers.ts';
import { supportConversations } from '../../examples/support-conversation/customers.ts';
import {
  decisionsOf,
  exampleJourney,
  pathOf,
  runExample,
  simulatedPathOf,
  type ExampleRun,
} from './harness/example-run.ts';
import { sharedSession } from './harness/shared-session.ts';

// The promise of the product: what runs is what was simulated. 200 customers of each example go through the simulator and
// through the webhook of the published workflow, and every one of them has to take the same path and get the same answer.

const examples = [
  { name: 'refund-triage', customers: refundCustomers(200), leastEnds: 4 },
  { name: 'service-desk', customers: serviceCases(200), leastEnds: 2 },
  { name: 'change-of-details', customers: changeForms(200), leastEnds: 5 },
  { name: 'support-conversation', customers: supportConversations(200), leastEnds: 3 },
];

describe.each(examples)('the example $name, simulated and in n8n', ({ name, customers, leastEnds }) => {
  let run: ExampleRun;
  beforeAll(async () => {
    run = await runExample(sharedSession(), exampleJourney(name), customers);
  });

  it('reaches the ends that the journey has for these customers', () => {
    expect(new Set(run.simulated.map((simulation) => simulation.end)).size).toBeGreaterThanOrEqual(leastEnds);
    expect(run.simulated.map((simulation) => simulation.error).filter((error) => error !== null)).toEqual([]);
  });

  it('gives all 200 customers the answer that was simulated', () => {
    expect(run.answers).toHaveLength(200);
    expect(run.answers).toEqual(run.simulated.map(({ outcome }) => ({ status: outcome?.status, body: outcome?.body })));
  });

  it('takes all 200 customers along the path that was simulated', () => {
    expect(run.executions.map(pathOf)).toEqual(
      run.simulated.map((simulation) => simulatedPathOf(run.journey, simulation)),
    );
  });

  it('writes the decisions that were simulated into the items', () => {
    expect(run.executions.map(decisionsOf)).toEqual(run.simulated.map(({ decisions }) => decisions));
  });
});
