import { describe, expect, it } from 'vitest';
import { serviceCases } from '../../examples/service-desk/customers.ts';
import { rulePacks } from '../../rules/index.ts';
import { exampleContract, openExample } from './example-contract.ts';

const example = openExample('service-desk', serviceCases, { packs: rulePacks, day: '2026-11-22' });
const { journey, simulations } = example;

exampleContract(example);

describe('the service desk', () => {
  it('lets every row of its own table count for somebody, both procedures for complaints included', () => {
    const matched = simulations.flatMap(({ decisions }) =>
      decisions.flatMap((decision) => decision.matched.map((row) => `${decision.tableId}:${row}`)),
    );
    const rows = journey.tables['service-duties']?.rows ?? [];
    for (const row of rows) expect(matched).toContain(`service-duties:${row.id}`);
  });

  it('says the decision of the table that a pack uses, too', () => {
    const decision = simulations[0]?.decisions[0];
    expect(decision?.required?.map(({ tableId }) => tableId)).toEqual(['impact-urgency']);
  });
});
