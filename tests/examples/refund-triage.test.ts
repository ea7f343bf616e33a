import { describe, expect, it } from 'vitest';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { rulePacks } from '../../rules/index.ts';
import { exampleContract, openExample } from './example-contract.ts';

const example = openExample('refund-triage', refundCustomers, { packs: rulePacks });
const { journey, simulations, answers } = example;

exampleContract(example);

describe('the refund triage', () => {
  it('gives every answer its reason', () => {
    for (const { reason } of answers) expect(reason).toEqual(expect.stringMatching(/\w+ \w+/));
  });

  it('lets every row of the table decide for somebody', () => {
    const deciding = new Set(
      simulations.flatMap(({ decisions }) => decisions.filter((d) => d.kind === 'table').map((d) => d.ruleId)),
    );
    expect(deciding).toEqual(new Set(journey.tables['refund-limits']?.rows.map((row) => row.id)));
  });
});
