import '../../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable, decideTable, explainDecision, itemIsFacts, type Issue } from '../../../../engine/index.ts';
import { policies, policyTable } from './hit-policy-tables.ts';
import { referenceDecision, type ReferenceAnswer } from './reference-evaluator.ts';

const wrongOf = (issues: readonly Issue[]) => ({
  wrong: issues.map(({ code, path }) => [code, path.join('.')].join(' ').trim()).sort(),
});

describe.each(policies)('a table with the policy $hitPolicy $aggregation', (policy) => {
  test('decides as the slow reference does: no match, one, several, bad facts, days', () => {
    const seen = { none: 0, one: 0, several: 0, wrong: 0 };
    fc.assert(
      fc.property(policyTable(policy), ({ table, cases }) => {
        expect(checkTable(table).filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const { item, day } of cases) {
          const decided = decideTable(table, item, itemIsFacts, { day });
          const { outcome, matched, ruleId } = decided.ok ? decided.value.decision : ({} as never);
          const ours: ReferenceAnswer = decided.ok ? { outcome, matched, ruleId } : wrongOf(decided.issues);
          expect(ours).toEqual(referenceDecision(table, item, day));
          if (!decided.ok) seen.wrong++;
          else seen[matched.length === 0 ? 'none' : matched.length === 1 ? 'one' : 'several']++;
        }
      }),
      { numRuns: 200 },
    );
    if (policy.hitPolicy === 'unique') expect(seen.several).toBe(0);
    else expect(seen.several).toBeGreaterThan(10);
    expect(Math.min(seen.none, seen.one, seen.wrong)).toBeGreaterThan(10);
  });

  test('explains its decision by the rows that made it', () => {
    fc.assert(
      fc.property(policyTable(policy), ({ table, cases }) => {
        for (const { item, day } of cases) {
          const decided = decideTable(table, item, itemIsFacts, { day });
          const explained = explainDecision(table, item, itemIsFacts, { day });
          if (!explained.ok) {
            expect(decided).toEqual(explained);
            continue;
          }
          const { rows, decidingRow, outcome, issues } = explained.value;
          if (!decided.ok) {
            expect(issues).toEqual(decided.issues);
            expect(rows.filter(({ fate }) => fate === 'conflict').length).toBeGreaterThan(1);
            continue;
          }
          const { decision } = decided.value;
          expect({ decidingRow, outcome }).toEqual({ decidingRow: decision.ruleId, outcome: decision.outcome });
          const ids = (which: (row: (typeof rows)[number]) => boolean) => rows.filter(which).map(({ row }) => row);
          expect(ids(({ matched }) => matched).sort()).toEqual([...decision.matched].sort());
          const reasons = decision.reasons.map(({ row }) => row).filter((row) => row !== 'default');
          expect(ids((row) => row.decided).sort()).toEqual(reasons.sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
