import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeInWords,
  decideFromInputs,
  hitPolicies,
  isOrderedType,
  ordinalOf,
  sameJson,
  whatWouldChange,
  type DecisionTable,
  type JsonObject,
  type JsonValue,
  type OutcomeChange,
} from '../../../../engine/index.ts';
import '../../../property-seed.ts';
import { tableAndValues } from './random-tables.ts';

const day = '2026-02-01';
const cases = fc
  .boolean()
  .chain((strict) =>
    tableAndValues({ hitPolicy: fc.constantFrom(...hitPolicies), maxRows: 20, cellsPerRow: 2, strict }, 6),
  );

const inputsOf = (table: DecisionTable, values: readonly JsonValue[]): JsonObject =>
  Object.fromEntries(table.inputs.map(({ id }, at): [string, JsonValue] => [id, values[at] ?? null]));

function outcomeOf(table: DecisionTable, inputs: JsonObject) {
  const decided = decideFromInputs(table, inputs, { day });
  return decided.ok ? { outcome: decided.value.outcome, row: decided.value.decision.ruleId } : null;
}

/** Whether a value of an ordered type is in the range of a change. */
function isIn(change: OutcomeChange, value: JsonValue): boolean {
  if (change.change.kind !== 'between' || !isOrderedType(change.type)) return false;
  const { low, lowIncluded, high, highIncluded } = change.change;
  const [at, from, until] = [value, low, high].map((one) => ordinalOf(one, change.type as 'number'));
  if (at === null || at === undefined) return false;
  const isAbove = from === null || from === undefined || at > from || (lowIncluded && at === from);
  return isAbove && (until === null || until === undefined || at < until || (highIncluded && at === until));
}

describe('what would change any outcome of any table', () => {
  it('would, is told whenever another value would, and holds over the whole range that is told', () => {
    fc.assert(
      fc.property(cases, ({ table, cases: [first = [], ...others] }) => {
        const inputs = inputsOf(table, first);
        const now = outcomeOf(table, inputs);
        const found = whatWouldChange(table, inputs, { day, limit: 1000 });
        expect(found.ok).toBe(now !== null);
        if (!found.ok || now === null) return;
        for (const change of found.value) {
          expect(sameJson(change.outcome, now.outcome)).toBe(false);
          const { outcome, row } = change;
          expect(outcomeOf(table, { ...inputs, [change.input]: change.value })).toEqual({ outcome, row });
          expect(changeInWords(change)).toMatch(/^\S/);
        }
        for (const values of others) {
          for (const [at, { id, type }] of table.inputs.entries()) {
            const value = values[at] ?? null;
            const then = outcomeOf(table, { ...inputs, [id]: value });
            if (then === null) continue;
            const ofInput = found.value.filter(({ input }) => input === id);
            for (const change of ofInput) if (isIn(change, value)) expect(then.outcome).toEqual(change.outcome);
            const isOther = !sameJson(then.outcome, now.outcome);
            if (isOther && type !== 'list') expect(ofInput).not.toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
