import { describe, expect, it } from 'vitest';
import { simulateCustomers, type SimulationReport } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { customerLabeller } from '../../../editor/src/journey/simulate/customer-label.ts';
import { makeSamples } from '../../../editor/src/journey/simulate/make-samples.ts';
import { outcomeGroups } from '../../../editor/src/journey/simulate/outcome-groups.ts';
import { readSamples } from '../../../editor/src/journey/simulate/read-samples.ts';
import { replay } from '../../../editor/src/journey/simulate/replay.ts';
import { sampleFields } from '../../../editor/src/journey/simulate/sample-fields.ts';
import { refundCustomers } from '../../../examples/refund-triage/customers.ts';
import { refundTriage } from './harness.ts';

describe('sample customers from a file', () => {
  it.each([
    ['a JSON list', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['one object over several lines', '{\n "a": 1\n}', [{ a: 1 }]],
    ['an object with customers', '{"customers":[{"a":1}]}', [{ a: 1 }]],
    ['JSON lines with an empty one', '{"a":1}\n\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['a byte order mark', '\uFEFF[{"a":1}]', [{ a: 1 }]],
    [
      'CSV with paths',
      'order.amount,customer.tier\n12.5,gold\n3,"a, b"\n',
      [
        { order: { amount: 12.5 }, customer: { tier: 'gold' } },
        { order: { amount: 3 }, customer: { tier: 'a, b' } },
      ],
    ],
    ['CSV with semicolons and Windows line ends', 'a;b\r\ntrue;x\r\n', [{ a: true, b: 'x' }]],
    ['identifiers with leading zeros as text', 'id,postcode\n1,01067\n', [{ id: 1, postcode: '01067' }]],
    ['an empty cell as absent', 'a,b\n1,\n', [{ a: 1 }]],
  ])('reads %s', (_, text, customers) => {
    expect(readSamples(text)).toEqual({ ok: true, customers });
  });

  it.each([
    ['nothing', ' \n', /empty/],
    ['a list of numbers', '[1,2]', /Entry 1/],
    ['broken JSON', '[{"a":1},', /not valid JSON/],
    ['a broken line', '{"a":1}\n{"a":\n', /Line 2/],
    ['a row that is too short', 'a,b\n1\n', /Line 2 has 1 cells, the header has 2/],
    ['a column without a name', 'a,,c\n1,2,3\n', /Column 2/],
    ['prose', 'hello there', /Neither JSON nor CSV/],
    ['an empty list', '[]', /no customers/],
  ])('says what is wrong with %s', (_, text, message) => {
    const read = readSamples(text);
    expect(read.ok ? '' : read.message).toMatch(message);
  });

  it('cannot be used to reach the prototype of objects', () => {
    readSamples('__proto__.polluted,a\nyes,1\n');
    expect({}).not.toHaveProperty('polluted');
  });
});

it('names the fields that customers have, with an example', () => {
  expect(sampleFields([{ a: { b: 1 } }, { a: { c: ['x'] } }], 'body')).toEqual([
    { path: 'body.a.b', example: 1 },
    { path: 'body.a.c', example: ['x'] },
  ]);
});

it('names customers by what tells them apart', () => {
  const label = customerLabeller([
    { orderId: 'O-1', purpose: 'refund', tier: 'gold', amount: 10 },
    { orderId: 'O-2', purpose: 'refund', tier: 'basic', amount: 20 },
  ]);
  expect(label({ orderId: 'O-1', purpose: 'refund', tier: 'gold', amount: 10 }, 0)).toEqual({
    title: 'O-1',
    detail: 'amount 10 · gold',
  });
});

function simulate(customers = refundCustomers()): SimulationReport {
  const journey = refundTriage();
  let last: SimulationReport | null = null;
  for (const report of simulateCustomers(journey, customers, { packs: rulePacks })) last = report;
  if (last === null) throw new Error('no report');
  return last;
}

describe('a simulation', () => {
  it('is grouped by where the ways end, everybody once', () => {
    const groups = outcomeGroups(simulate(), refundTriage());
    expect(groups.flatMap((group) => group.customers).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, index) => index),
    );
    expect(groups[0]?.title).toBe('Paid');
    expect(groups.some((group) => group.failed)).toBe(false);
  });

  it('can be replayed: every step makes the same decision about the item it gets', () => {
    const journey = refundTriage();
    const customers = refundCustomers(40);
    const report = simulate(customers);
    report.customers.forEach((simulation, index) => {
      const visits = replay(journey, customers[index] ?? {}, simulation, { tables: journey.tables, packs: rulePacks });
      expect(visits.map((visit) => visit.step)).toEqual(simulation.path);
      const decisions = visits.flatMap((visit) =>
        visit.outcome?.kind === 'continue' && visit.outcome.decision ? [visit.outcome.decision.ruleId] : [],
      );
      expect(decisions).toEqual(simulation.decisions.map((decision) => decision.ruleId));
    });
  });

  it('runs on customers made from the rules, who reach every outcome', () => {
    const journey = refundTriage();
    const [example = {}] = refundCustomers(1);
    const made = makeSamples(journey, example);
    expect(made).toEqual(makeSamples(journey, example));
    const groups = outcomeGroups(simulate(made), journey);
    expect(groups.filter((group) => !group.failed).length).toBeGreaterThanOrEqual(4);
  });
});
