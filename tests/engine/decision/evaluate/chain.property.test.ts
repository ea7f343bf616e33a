import '../../../property-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideTable,
  itemIsFacts,
  type DecisionTable,
  type JsonObject,
  type Outcome,
} from '../../../../engine/index.ts';
import { policies, policyTable } from './hit-policy-tables.ts';

// A chain has to give what somebody gets who decides by the first table, writes its outcome into the item, and then
// decides by the second.

const listed = fc.constantFrom('"A"', '"B"', 'not("A")', 'null', '-');
const single = fc.constantFrom('"A"', '"A", "B"', 'not("A")', 'null', '!= "C"', '-');
const sums = fc.constantFrom('> 5', '0.1', 'null', '-', '< n');

test.each(policies)(
  'a chain behind a table with the policy $hitPolicy $aggregation decides as the two do by hand',
  (policy) => {
    const isFigure = policy.aggregation !== undefined;
    const isList = !isFigure && ['collect', 'rule-order', 'output-order'].includes(policy.hitPolicy);
    const output = isFigure ? 'amount' : 'Grade (final)';
    const cells = isFigure ? sums : isList ? listed : single;
    const type = isFigure ? 'number' : isList ? 'list' : 'string';
    let decidedOften = 0;
    fc.assert(
      fc.property(
        policyTable(policy),
        fc.array(cells, { minLength: 1, maxLength: 4 }),
        ({ table: first, cases }, tests) => {
          const second: DecisionTable = {
            schemaVersion: 1,
            id: 'second',
            name: 'Second',
            version: '1',
            hitPolicy: 'first',
            inputs: [
              { id: 'n', name: 'N', path: 'n', type: 'number' },
              { id: 'from_first', name: 'From first', path: output, from: first.id, type },
            ],
            outputs: [{ id: 'row', name: 'Row', type: 'number' }],
            rows: tests.map((from_first, row) => ({ id: `s${row}`, when: { from_first }, then: { row } })),
          };
          const byHand = {
            ...second,
            inputs: second.inputs.map(({ from: _, ...input }) => (_ ? { ...input, path: 'given' } : input)),
          };
          const chain = { ...second, uses: [first] };
          for (const { item, day } of cases) {
            const chained = decideTable(chain, item, itemIsFacts, { day });
            const upstream = decideTable(first, item, itemIsFacts, { day });
            if (!upstream.ok) {
              const named = upstream.issues.map((issue) => ({
                ...issue,
                params: { ...issue.params, table: 'Random', used: 'random' },
              }));
              expect(chained).toEqual({ ok: false, issues: named });
              continue;
            }
            const given = valueIn(upstream.value.outcome, output);
            const expected = decideTable(byHand, given === null ? item : { ...item, given }, itemIsFacts);
            if (!chained.ok || !expected.ok) throw new Error(JSON.stringify([chained, expected]));
            expect(chained.value.outcome).toEqual(expected.value.outcome);
            expect(chained.value.decision.required).toEqual([upstream.value.decision]);
            decidedOften++;
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(decidedOften).toBeGreaterThan(20);
  },
);

function valueIn(outcome: Outcome, output: string) {
  if (outcome === null) return null;
  if (!Array.isArray(outcome)) return outcome[output] ?? null;
  return outcome.map((one: JsonObject) => one[output] ?? null).filter((value) => value !== null);
}
