import { describe, expect, it } from 'vitest';
import { changeForms } from '../../examples/change-of-details/customers.ts';
import { rulePacks } from '../../rules/index.ts';
import { exampleContract, openExample } from './example-contract.ts';

const example = openExample('change-of-details', changeForms, { packs: rulePacks });
const { answers } = example;

exampleContract(example);

describe('the change of details', () => {
  it('takes nobody for somebody else: neither a namesake nor a sister at the same address', () => {
    for (const [index, { outcome, customerId }] of answers.entries()) {
      if (outcome === 'unknown' || outcome === 'asked') continue;
      // Records of the person who filled in the form are those of the first profile.
      expect(customerId, `form ${index + 1}`).toMatch(/-1$/);
    }
  });

  it('shows a person who is asked what speaks for and against', () => {
    const asked = answers.filter(({ outcome }) => outcome === 'asked');
    for (const { for: reasons } of asked) expect(reasons).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(asked.some(({ against }) => Array.isArray(against) && against.length > 0)).toBe(true);
  });
});
