import type { DecisionTable } from '../../engine/index.ts';

/** What a new Decision Table node holds: small, complete, and in the form of a real one. */
export const exampleTable: DecisionTable = {
  schemaVersion: 1,
  id: 'refund-handling',
  name: 'Refund handling',
  version: '1.0.0',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number', unit: 'EUR' },
    { id: 'tier', name: 'Customer tier', path: 'customer.tier', type: 'string', allowed: ['gold', 'silver', 'none'] },
  ],
  outputs: [{ id: 'handling', name: 'Handling', type: 'string', allowed: ['pay', 'review'] }],
  rows: [
    {
      id: 'small',
      when: { amount: '< 100' },
      then: { handling: 'pay' },
      reason: 'Small amounts are paid at once',
    },
    {
      id: 'loyal',
      when: { amount: '[100..500]', tier: '"gold","silver"' },
      then: { handling: 'pay' },
      reason: 'Loyal customers are paid at once up to 500 EUR',
    },
    { id: 'rest', when: {}, then: { handling: 'review' }, reason: 'Everything else is seen by a person' },
  ],
};

/** What the Risk Classification node holds when somebody turns to a table of their own. */
export const exampleRiskTable: DecisionTable = {
  schemaVersion: 1,
  id: 'refund-risk',
  name: 'Refund risk',
  version: '1.0.0',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number', unit: 'EUR' },
    { id: 'automatic', name: 'Decided without a person', path: 'automatic', type: 'boolean' },
  ],
  outputs: [{ id: 'level', name: 'Level', type: 'string', allowed: ['prohibited', 'high', 'limited', 'minimal'] }],
  rows: [
    {
      id: 'large',
      when: { amount: '>= 1000' },
      then: { level: 'high' },
      reason: 'A large amount is at stake',
    },
    {
      id: 'automatic',
      when: { automatic: 'true' },
      then: { level: 'limited' },
      reason: 'The customer is told that no person decided',
    },
    { id: 'rest', when: {}, then: { level: 'minimal' }, reason: 'No ground for a higher level' },
  ],
};
